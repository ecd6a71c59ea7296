import type { Locator, Page } from '@playwright/test';
import { pages } from './every-page';
import { expect, test } from './fixtures';

/** Pages whose lists certainly lead to another period or unit. */
const certain = ['/ban-do', '/bao-cao', '/tom-tat', '/chi-tieu'];
/** What is chosen in a posted form is stored or refused, and leads nowhere by itself. */
const leading = 'select:not(form[method="post" i] select)';

test.describe.configure({ mode: 'parallel' });

/** The lists of a page by the form that they are in, those in none together; by its text alone. */
const listsByForm = (page: Page, html: string) =>
	page.evaluate(
		([text, selector]) => {
			const shown = new DOMParser().parseFromString(text, 'text/html');
			const groups = new Map<Element | null, number[]>();
			for (const [index, list] of [...shown.querySelectorAll(selector)].entries()) {
				const form = list.closest('form');
				groups.set(form, [...(groups.get(form) ?? []), index]);
			}
			return [...groups.values()];
		},
		[html, leading] as const,
	);

for (const { name, path, signedIn, as = 'administrator' } of pages)
	test(`arrow keys choose in every list of ${name}, and only a button leads on`, async ({
		page,
		signIn,
	}) => {
		if (signedIn) await signIn(as);
		const shown = typeof path === 'string' ? path : await path(page);
		const groups = await listsByForm(page, await (await page.request.get(shown)).text());
		if (certain.includes(shown)) expect(groups.length).toBeGreaterThan(0);
		for (const lists of groups) await chooseInForm(page, shown, lists);
	});

/** Chooses in each of a form's lists, and lets its button lead on with all that was chosen. */
async function chooseInForm(page: Page, path: string, lists: number[]): Promise<void> {
	await page.goto(path);
	await page.waitForLoadState('networkidle');
	await page.evaluate(() => {
		for (const details of document.querySelectorAll('details')) details.open = true;
	});
	const choices = lists.map((index) => page.locator(leading).nth(index));
	const chosen: string[] = [];
	for (const choice of choices) chosen.push(...(await chooseByKeys(page, choice)));
	const [first] = choices;
	if (!first || chosen.length === 0) return;
	const form = page.locator('form', { has: first });
	if ((await form.count()) === 0) return;
	const holdsChosen = (url: URL) => {
		const values = [...url.searchParams.values()];
		return chosen.every((value) => values.includes(value));
	};
	// A page is asked for with what was chosen, or a file.
	const asked = page.waitForRequest((request) => holdsChosen(new URL(request.url())));
	await form.locator('button:not([type="button"])').first().press('Enter');
	await asked;
}

/** Another entry than the one shown; nothing where there is no other. */
async function chooseByKeys(page: Page, choice: Locator): Promise<string[]> {
	if ((await choice.locator('option:enabled').count()) < 2) return [];
	const before = page.url();
	await choice.focus();
	const shown = await choice.inputValue();
	await page.keyboard.press('ArrowDown');
	if ((await choice.inputValue()) === shown) await page.keyboard.press('ArrowUp');
	const chosen = await choice.inputValue();
	expect(chosen).not.toBe(shown);
	await page.waitForLoadState('networkidle');
	await expect(choice).toBeFocused();
	expect(page.url()).toBe(before);
	return [chosen];
}
