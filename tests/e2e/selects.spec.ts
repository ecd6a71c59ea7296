import type { Page } from '@playwright/test';
import { pages } from './every-page';
import { expect, test } from './fixtures';

/** Pages whose lists certainly lead to another period or unit. */
const certain = ['/ban-do', '/bao-cao', '/tom-tat', '/chi-tieu'];
/** What is chosen in a posted form is stored or refused, and leads nowhere by itself. */
const leading = 'select:not(form[method="post" i] select)';

test.describe.configure({ mode: 'parallel' });

/** How many lists a page has, by its text alone. */
const countLists = (page: Page, html: string) =>
	page.evaluate(
		([text, selector]) =>
			new DOMParser().parseFromString(text, 'text/html').querySelectorAll(selector).length,
		[html, leading] as const,
	);

for (const { name, path, signedIn, as = 'administrator' } of pages)
	test(`arrow keys choose in every list of ${name}, and only a button leads on`, async ({
		page,
		signIn,
	}) => {
		if (signedIn) await signIn(as);
		const shown = typeof path === 'string' ? path : await path(page);
		const lists = await countLists(page, await (await page.request.get(shown)).text());
		if (certain.includes(shown)) expect(lists).toBeGreaterThan(0);
		for (let index = 0; index < lists; index++) await chooseByKeys(page, shown, index);
	});

async function chooseByKeys(page: Page, path: string, index: number): Promise<void> {
	await page.goto(path);
	await page.waitForLoadState('networkidle');
	await page.evaluate(() => {
		for (const details of document.querySelectorAll('details')) details.open = true;
	});
	const before = page.url();
	const choice = page.locator(leading).nth(index);
	if ((await choice.locator('option:enabled').count()) < 2) return;
	await choice.focus();
	const shown = await choice.inputValue();
	await page.keyboard.press('ArrowDown');
	if ((await choice.inputValue()) === shown) await page.keyboard.press('ArrowUp');
	const chosen = await choice.inputValue();
	expect(chosen).not.toBe(shown);
	await page.waitForLoadState('networkidle');
	await expect(choice).toBeFocused();
	expect(page.url()).toBe(before);
	const form = page.locator('form', { has: choice });
	if ((await form.count()) === 0) return;
	const holdsChoice = (url: URL) => [...url.searchParams.values()].includes(chosen);
	// A page is asked for with what was chosen, or a file.
	const asked = page.waitForRequest((request) => holdsChoice(new URL(request.url())));
	await form.locator('button:not([type="button"])').first().press('Enter');
	await asked;
}
