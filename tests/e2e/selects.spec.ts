import { expect, test } from './fixtures';

/** Every page on which a list leads to another period or unit. */
const pages = [
	{ path: '/ban-do', list: 'Tháng' },
	{ path: '/bao-cao', list: 'Kỳ báo cáo' },
	{ path: '/tom-tat', list: 'Tháng' },
	{ path: '/tom-tat', list: 'Đơn vị' },
	{ path: '/chi-tieu', list: 'Năm' },
	{ path: '/chi-tieu', list: 'Đơn vị' },
];

test.describe.configure({ mode: 'parallel' });

for (const { path, list } of pages)
	test(`arrow keys choose in "${list}" of ${path}, and only its button leads on`, async ({
		page,
		signIn,
	}) => {
		await signIn('administrator');
		await page.goto(path);
		await page.waitForLoadState('networkidle');
		const before = page.url();
		const choice = page.getByRole('main').getByLabel(list, { exact: true });
		await choice.focus();
		const shown = await choice.inputValue();
		await page.keyboard.press('ArrowDown');
		if ((await choice.inputValue()) === shown) await page.keyboard.press('ArrowUp');
		const chosen = await choice.inputValue();
		expect(chosen).not.toBe(shown);
		await page.waitForLoadState('networkidle');
		await expect(choice).toBeFocused();
		expect(page.url()).toBe(before);
		const form = page.locator('form', { has: page.getByLabel(list, { exact: true }) });
		const show = form.getByRole('button', { name: 'Xem' });
		for (let step = 0; step < 3; step++) {
			await page.keyboard.press('Tab');
			if (await show.evaluate((button) => button === document.activeElement)) break;
		}
		await expect(show).toBeFocused();
		await page.keyboard.press('Enter');
		await expect(page).toHaveURL((url) => [...url.searchParams.values()].includes(chosen));
		await expect(choice).toHaveValue(chosen);
	});
