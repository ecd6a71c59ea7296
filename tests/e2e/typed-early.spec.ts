import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';

/** A phone shows a form long before its scripts have come: what is typed until then must stay. */
const forms = [
	'/bao-cao/du-thao',
	'/ke-hoach/them',
	'/van-ban/them',
	'/cuoc-hop/them',
	'/kiem-tra/them',
	'/bao-cao-dot-xuat/them',
	'/hoat-dong/them',
	'/kien-nghi/them',
	'/gui-cach-lam-hay/them',
	'/thi-dua/them',
	'/to-cong-nghe-so',
	'/xep-hang',
	'/chi-tieu',
	'/quan-tri/tai-khoan/them',
	'/quan-tri/han-nop',
	'/quan-tri/lien-he',
];

declare global {
	interface Window {
		unfolded: HTMLDetailsElement[];
		changed: [field: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement, held: string][];
		heldBy: (field: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement) => string;
	}
}

/** Opens what is folded and changes every field of the page's forms as a hand would; answers how many fields. */
const changeAll = (page: Page): Promise<number> =>
	page.evaluate(() => {
		const typed: Record<string, string> = { date: '2024-02-29', time: '09:30' };
		window.heldBy = (field) =>
			field.type === 'checkbox' || field.type === 'radio'
				? `${field.name}: ${String('checked' in field && field.checked)}`
				: `${field.name}: ${field.value}`;
		const fields = document.querySelectorAll<HTMLInputElement>(
			'main form :is(input:not([type=hidden], [type=file]), textarea)',
		);
		for (const field of fields)
			if (field.type === 'checkbox' || field.type === 'radio') field.checked = !field.checked;
			else field.value = typed[field.type] ?? '17';
		const lists = document.querySelectorAll<HTMLSelectElement>('main form select');
		for (const list of lists) list.selectedIndex = list.options.length - 1;
		window.unfolded = [
			...document.querySelectorAll<HTMLDetailsElement>('main details:not([open])'),
		];
		for (const details of window.unfolded) details.open = true;
		window.changed = [...fields, ...lists].map((field) => [field, window.heldBy(field)]);
		return window.changed.length;
	});

/** Waits until the scripts that load the page's own have run. */
const startFrame = (page: Page) =>
	page.evaluate(async () => {
		const links = document.querySelectorAll<HTMLLinkElement>(
			'link[rel=modulepreload][href*="/entry/"]',
		);
		await Promise.all(
			[...links].map((link): Promise<unknown> => import(/* @vite-ignore */ link.href)),
		);
	});

/** What no longer holds what was typed, or is folded again; a field that another one has put away doesn't count. */
const lost = (page: Page): Promise<string[]> =>
	page.evaluate(() => [
		...window.changed
			.filter(([field, held]) => field.isConnected && window.heldBy(field) !== held)
			.map(([, held]) => held),
		...window.unfolded
			.filter((details) => details.isConnected && !details.open)
			.map((details) => details.querySelector('summary')?.textContent ?? ''),
	]);

for (const path of forms)
	test(`what was typed into ${path} before the scripts came stays`, async ({ page, signIn }) => {
		await signIn('administrator');
		let release = () => {};
		const opened = new Promise<void>((resolve) => (release = resolve));
		// The frame's scripts run already; those of the page itself are still under way.
		await page.route('**/nodes/*.js', async (route) => {
			await opened;
			await route.continue();
		});
		await page.goto(path, { waitUntil: 'commit' });
		await expect(page.getByRole('contentinfo')).toBeVisible();
		await startFrame(page);
		expect(await changeAll(page)).toBeGreaterThan(0);
		release();
		// It is there as soon as the page is mounted.
		await page.locator('#svelte-announcer').waitFor({ state: 'attached' });
		expect(await lost(page)).toEqual([]);
	});

test('what was selected before the scripts came is still replaced by what is typed after them', async ({
	page,
	signIn,
}) => {
	await signIn('administrator');
	let release = () => {};
	const opened = new Promise<void>((resolve) => (release = resolve));
	await page.route('**/nodes/*.js', async (route) => {
		await opened;
		await route.continue();
	});
	await page.goto('/thi-dua/them', { waitUntil: 'commit' });
	const year = page.getByLabel('Năm', { exact: true });
	await year.selectText();
	release();
	await expect(year).not.toHaveAttribute('value');
	await page.keyboard.insertText('2031');
	await expect(year).toHaveValue('2031');
});
