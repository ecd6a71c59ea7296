import { expect, expectNoSidewaysScrolling, test } from './fixtures';
import { serverAddress } from './environment';

test('an authority asks, a unit answers and the sum stands there, without scripts and on a phone', async ({
	browser,
	sessionOf,
}) => {
	const context = await browser.newContext({
		...{ javaScriptEnabled: false, baseURL: serverAddress },
		viewport: { width: 360, height: 740 },
	});
	await context.addCookies(await sessionOf('approver'));
	const page = await context.newPage();
	await page.goto('/bao-cao-dot-xuat/them');
	await page.getByLabel('Tên yêu cầu').fill('Danh sách tổ đến hết tháng');
	await page.getByLabel('Lý do, mục đích').fill('Phục vụ tổng hợp của tỉnh');
	await page.getByLabel('Trước ngày').fill('2199-04-30');
	await page.getByLabel('Gửi tới').selectOption('commune');
	await page.getByText('Đăng ký lớp tập huấn').click();
	await page.getByRole('button', { name: 'Lập yêu cầu' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Danh sách tổ đến hết tháng');
	await expect(page.locator('[data-outcome]')).toHaveText(/^Đã lập yêu cầu\./);
	await page.getByRole('link', { name: 'Soạn câu hỏi' }).click();
	await page.getByLabel('Câu hỏi', { exact: true }).last().fill('Số tổ đã thành lập');
	await page.getByRole('button', { name: 'Thêm câu hỏi' }).click();
	await expect(page.getByText('Đã lưu câu hỏi.')).toBeVisible();
	await expectNoSidewaysScrolling(page);
	await page.getByRole('link', { name: '← Danh sách tổ đến hết tháng' }).click();
	await page.getByRole('button', { name: 'Gửi yêu cầu' }).click();
	await expect(page.getByText('Đã gửi yêu cầu.')).toBeVisible();
	await expectNoSidewaysScrolling(page);
	await page.locator('tbody a').first().click();
	await page.getByLabel('An toàn trên không gian mạng').check();
	await page.getByRole('button', { name: 'Gửi câu trả lời' }).click();
	await expect(page.getByText('Câu này bắt buộc trả lời.')).toHaveCount(3);
	await expect(page.getByLabel('An toàn trên không gian mạng')).toBeChecked();
	await page.getByLabel('Số người dự').fill('1.250');
	await page.getByLabel('Trực tiếp').check();
	await page.getByLabel('Số tổ đã thành lập').fill('12,5');
	await page.getByRole('button', { name: 'Gửi câu trả lời' }).click();
	await expect(page.getByText('Đã gửi câu trả lời.')).toBeVisible();
	await expectNoSidewaysScrolling(page);
	await page.getByRole('link', { name: '← Về yêu cầu' }).click();
	await expect(page.getByRole('article').filter({ hasText: 'Số người dự' })).toContainText(
		'1.250 người',
	);
	await expectNoSidewaysScrolling(page);
	await page.screenshot({ path: 'test-results/inquiry-360.png', fullPage: true });
	await context.close();
});
