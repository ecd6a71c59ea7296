import { serverAddress } from './environment';
import { expect, test } from './fixtures';

/** What came of a form is seen where it was sent, on the smallest of phones. */

const phone = { width: 360, height: 640 };

test.use({ viewport: phone });

test('a form at the end of a long page is seen to be taken, and whoever sent it goes on from there', async ({
	page,
	signIn,
}) => {
	await signIn('administrator');
	await page.goto('/quan-tri/quy-dinh-to');
	await page.waitForSelector('#svelte-announcer');
	const button = page.getByRole('button', { name: 'Lưu tên gọi' });
	const said = page.getByRole('status').filter({ hasText: 'Đã lưu tên gọi.' });
	await button.click();
	await expect(said).toBeInViewport();
	await expect(button).toBeFocused();
	await expect(button).not.toBeInViewport();
	// Of the second time it is told as well.
	await button.click();
	await expect(button).not.toBeInViewport();
	await expect(said).toBeInViewport();
});

test('a form far down a page is seen to be taken without scripts', async ({
	browser,
	sessionOf,
}) => {
	const context = await browser.newContext({
		...{ javaScriptEnabled: false, baseURL: serverAddress, viewport: phone },
	});
	await context.addCookies(await sessionOf('administrator'));
	const page = await context.newPage();
	await page.goto('/kien-nghi');
	await page.getByRole('button', { name: 'Lưu thời hạn' }).first().click();
	const said = page.getByRole('status').filter({ hasText: 'Đã lưu thời hạn trả lời.' });
	await expect(said).toBeInViewport();
	await expect(said).toBeFocused();
	await expect(page.getByRole('heading', { level: 1 })).not.toBeInViewport();
	await context.close();
});

test('a form that leads to what it made says so there, until another form has the word', async ({
	page,
	signIn,
}) => {
	await signIn('approver');
	await page.goto('/ke-hoach/them');
	await page.waitForSelector('#svelte-announcer');
	const year = new Date().getFullYear() + 1;
	await page.getByLabel('Năm', { exact: true }).fill(String(year));
	await page.getByLabel('Tên kế hoạch').fill('Kế hoạch thử');
	await page.getByRole('button', { name: 'Lập kế hoạch' }).click();
	await expect(page.locator('[data-outcome]')).toHaveText(/^Đã lập kế hoạch\./);
	await expect(page).toHaveTitle(/^Kế hoạch thử · /);
	await page.getByRole('link', { name: 'Thêm nhiệm vụ' }).click();
	await page.getByLabel('Nội dung nhiệm vụ').fill('Tuyên truyền tại nhà văn hóa');
	await page.getByLabel('Người hoặc cơ quan chủ trì').fill('Tổ trưởng');
	await page.getByLabel('Từ ngày').fill(`${year}-01-01`);
	await page.getByLabel('Hoàn thành chậm nhất ngày').fill(`${year}-12-31`);
	await page.getByRole('button', { name: 'Thêm nhiệm vụ' }).click();
	await expect(page.locator('[data-outcome]')).toHaveText('Đã thêm nhiệm vụ.');
	await expect(page.locator('[data-outcome]')).toBeInViewport();
	await page.getByText('Ghi văn bản mới làm căn cứ').click();
	await page.getByRole('button', { name: 'Ghi và lấy làm căn cứ' }).click();
	await expect(page.getByText('Đã thêm nhiệm vụ.')).toBeHidden();
	await expect(page).toHaveTitle(/^Lỗi: Kế hoạch thử · /);
});

for (const javaScriptEnabled of [true, false])
	test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
		test.use({ javaScriptEnabled });

		test('the window’s title says first that something is wrong with what was sent', async ({
			page,
			signIn,
		}) => {
			await signIn('approver');
			await page.goto('/uy-quyen');
			if (javaScriptEnabled) await page.waitForSelector('#svelte-announcer');
			await expect(page).toHaveTitle(/^Ủy quyền/);
			await page.locator('main form[method="post"] button').last().click();
			await expect(page).toHaveTitle(/^Lỗi: Ủy quyền/);
		});
	});
