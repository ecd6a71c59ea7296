import { expect, test } from './fixtures';

const pages = [
	['/', 'the map'],
	['/en', 'the map in English'],
	['/tim-xa', 'the search'],
	['/phuong-phap', 'the method'],
	['/dang-nhap', 'the sign-in'],
] as const;

test.describe('the demo province', () => {
	for (const [address, name] of pages)
		test(`says that its figures are made up on ${name}`, async ({ page }) => {
			await page.goto(address);
			const words = address === '/en' ? 'Demonstration data' : 'Dữ liệu minh hoạ';
			await expect(page.getByText(words).first()).toBeVisible();
		});

	test('says so on the pages for which one signs in', async ({ page, signIn }) => {
		await signIn('administrator');
		for (const address of ['/man-hinh-lon', '/xep-hang', '/bao-cao', '/tai-khoan']) {
			await page.goto(address);
			await expect(page.getByText('Dữ liệu minh hoạ').first()).toBeVisible();
		}
	});

	test('has every state that a map can show', async ({ page }) => {
		await page.goto('/');
		for (const state of [
			'chưa hộ nào',
			'Chưa đủ số liệu',
			'Nộp muộn, chờ duyệt',
			'Quá hạn chưa nộp',
		])
			await expect(page.getByText(state).first()).toBeVisible();
	});

	test('remembers the merger', async ({ page }) => {
		await page.goto('/xa/99410');
		await expect(page.getByRole('heading', { level: 1 })).toContainText('Hòa Thịnh');
		await expect(page.getByText('(một phần)').first()).toBeVisible();
	});

	test('has work for the team that signs in to report', async ({ page }) => {
		await page.goto('/dang-nhap');
		await page.locator('input[name=name]').fill('baocao.thon');
		await page.locator('input[name=password]').fill('demo-nhip-so');
		await page.locator('input[name=password]').press('Enter');
		await page.waitForURL((url) => !url.pathname.includes('dang-nhap'));
		await page.goto('/bao-cao');
		await expect(page.locator('a[href*="/bao-cao/99"]').first()).toBeVisible();
	});
});
