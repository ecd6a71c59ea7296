import type { Page } from '@playwright/test';
import { expect, expectNoAxeViolations, expectNoSidewaysScrolling, test } from './fixtures';
import { reporting } from './reporting';

const rows = (page: Page) => page.locator('tbody tr').filter({ has: page.locator('td') });
const firstCells = async (page: Page, column: number) =>
	(await rows(page).locator(`td:nth-child(${column})`).allInnerTexts()).map((text) => text.trim());

/** `98,7` → 98.7; whatever isn't a number is left out. */
const numbers = (texts: string[]) =>
	texts.flatMap((text) => {
		const found = /^[+−-]?\d[\d.]*(,\d+)?/.exec(text);
		return found ? [Number(found[0].replaceAll('.', '').replace(',', '.').replace('−', '-'))] : [];
	});
const isFalling = (values: number[]) =>
	values.every((value, index) => index === 0 || value <= (values[index - 1] ?? value));

test('visitors are sent to sign in', async ({ page }) => {
	await page.goto('/xep-hang');
	await expect(page).toHaveURL('/dang-nhap?next=%2Fxep-hang');
});

for (const javaScriptEnabled of [true, false])
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });

		test('communes are in order of coverage, and can be put in another one', async ({
			page,
			signIn,
		}) => {
			await signIn('viewer');
			await page.goto('/xep-hang');
			await expect(page.getByText('Danh sách tham khảo.')).toBeVisible();
			await expect(page.locator('th[aria-sort]')).toHaveAttribute('aria-sort', 'descending');
			const places = numbers(await firstCells(page, 1));
			expect(places.length).toBeGreaterThan(10);
			expect(isFalling(places.map((place) => -place))).toBe(true);
			expect(isFalling(numbers(await firstCells(page, 4)))).toBe(true);

			await page.getByRole('link', { name: /^Tăng 12 tháng/ }).click();
			await expect(page).toHaveURL(/sap-xep=tang-nam/);
			await expect(page.locator('th[aria-sort]')).toContainText('Tăng 12 tháng');
			expect(isFalling(numbers(await firstCells(page, 6)))).toBe(true);
			await page.getByRole('link', { name: /^Tăng 12 tháng/ }).click();
			await expect(page.locator('th[aria-sort]')).toHaveAttribute('aria-sort', 'ascending');
		});

		test('a name is found without its accents, with its place in the whole list', async ({
			page,
			signIn,
		}) => {
			await signIn('viewer');
			await page.goto('/xep-hang');
			const fifth = rows(page).nth(4);
			const name = (await fifth.getByRole('link').innerText()).trim();
			const place = (await fifth.locator('td').first().innerText()).trim();
			const plain = name
				.normalize('NFD')
				.replace(/\p{Mn}/gu, '')
				.replace(/[đĐ]/g, 'd');
			await page.getByLabel('Tìm theo tên').fill(plain);
			await page.getByRole('button', { name: 'Xem', exact: true }).click();
			await expect(page).toHaveURL(/tim=/);
			const found = rows(page).filter({ has: page.getByRole('link', { name, exact: true }) });
			await expect(found.locator('td').first()).toHaveText(place);
			await page.getByLabel('Tìm theo tên').fill('không có nơi nào như thế');
			await page.getByRole('button', { name: 'Xem', exact: true }).click();
			await expect(page.getByRole('heading', { level: 2 }).first()).toContainText(
				'Không có đơn vị nào',
			);
		});

		test('teams come page by page, and each leads to the page of its commune', async ({
			page,
			signIn,
		}) => {
			await signIn('viewer');
			await page.goto('/xep-hang');
			await page.getByRole('link', { name: 'Tổ công nghệ số', exact: true }).click();
			await expect(page).toHaveURL(/cap=to/);
			await expect(rows(page)).toHaveCount(100);
			const first = await rows(page).first().innerText();
			await page.getByRole('link', { name: 'Trang sau' }).click();
			await expect(page).toHaveURL(/trang=2/);
			await expect(rows(page).first()).not.toHaveText(first);
			await rows(page).first().getByRole('link').click();
			await expect(page).toHaveURL(/\/xa\//);
		});
	});

test('nobody without a place stands among those with one, and each says why', async ({
	page,
	signIn,
}) => {
	await signIn('viewer');
	await page.goto('/xep-hang?cap=to&trang=100');
	const unranked = page
		.locator('tbody')
		.last()
		.locator('tr')
		.filter({ has: page.locator('td') });
	await expect(page.getByText(/^Chưa xếp hạng: \d+ đơn vị$/)).toBeVisible();
	for (const row of await unranked.all()) {
		await expect(row.locator('td').first()).toHaveText('–');
		await expect(row.locator('td').last()).toHaveText(/Chưa|Số nhỏ|Không có/);
	}
});

test('provisional figures are a choice, and marked as such', async ({ page, signIn }) => {
	await signIn('committee');
	await page.goto('/xep-hang');
	await page.getByRole('link', { name: 'Tạm tính', exact: true }).click();
	await expect(page).toHaveURL(/so-lieu=tam-tinh/);
	await expect(page.getByText('Số liệu tạm tính, gồm cả báo cáo chưa duyệt')).toBeVisible();
});

test('a month that has not begun is not found', async ({ page, signIn }) => {
	await signIn('viewer');
	expect((await page.goto('/xep-hang?thang=2099-01'))?.status()).toBe(404);
});

test('everything is within reach on a narrow screen, also with the lists at their longest', async ({
	page,
	signIn,
}) => {
	await signIn('viewer');
	await page.setViewportSize({ width: 360, height: 740 });
	for (const path of ['/xep-hang?cap=to', '/en/xep-hang?cap=to&so-lieu=tam-tinh&trang=100']) {
		await page.goto(path);
		await expectNoSidewaysScrolling(page);
		await expectNoAxeViolations(page);
	}
});

test('an approval moves the figure at once, and its line when the hand has left the table', async ({
	page,
	signIn,
	browser,
}) => {
	const { snapshot, submit, approve } = await reporting(() => browser.newContext());
	await signIn('committee');
	await page.goto('/xep-hang');
	await expect(page.locator('header').getByRole('status')).toHaveText('Trực tiếp', {
		timeout: 15_000,
	});
	const names = () => page.locator('tbody').first().locator('th[scope=row] > a').allInnerTexts();
	const before = await names();
	const last = before.at(-1)?.trim() ?? '';
	const unit = (await snapshot()).units.find(({ name }) => last.endsWith(name));
	const line = rows(page).filter({ has: page.getByRole('link', { name: last, exact: true }) });

	await page.locator('thead').hover();
	const households = unit?.register ?? 100;
	await approve(unit?.code ?? '', await submit(unit?.code ?? '', households));
	await expect(line.locator('td').nth(2)).toContainText('100,0');
	expect(await names()).toEqual(before);
	await expect(page.getByText('Thứ tự vừa thay đổi')).toBeAttached();

	await page.getByRole('heading', { level: 1 }).hover();
	await expect(rows(page).first()).toContainText('100,0');
	expect((await names()).map((name) => name.trim()).indexOf(last)).toBeLessThan(5);
});

test('paper shows every column, as a table, from a phone too', async ({ page, signIn }) => {
	await signIn('committee');
	await page.setViewportSize({ width: 360, height: 740 });
	await page.goto('/xep-hang');
	const heads = page.locator('thead th:visible');
	expect(await heads.count()).toBeLessThan(9);
	await page.emulateMedia({ media: 'print' });
	await expect(heads).toHaveCount(9);
	const row = rows(page).first();
	await expect(row.locator('th, td').and(page.locator(':visible'))).toHaveCount(9);
	await expect(row.locator('.narrow-only').first()).toBeHidden();
});
