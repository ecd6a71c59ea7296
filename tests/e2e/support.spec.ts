import { serverAddress } from './environment';
import { expect, expectNoAxeViolations, expectNoSidewaysScrolling, test } from './fixtures';

test('a target is set, divided and changed with a reason, in a form without scripts', async ({
	browser,
	sessionOf,
}) => {
	const context = await browser.newContext({ javaScriptEnabled: false, baseURL: serverAddress });
	await context.addCookies(await sessionOf('approver'));
	const page = await context.newPage();
	await page.goto('/chi-tieu');
	await page.getByLabel('Giao chỉ tiêu khác').selectOption('paymentAccounts');
	await page.getByRole('button', { name: 'Mở' }).click();
	const own = page.getByLabel(/^Chỉ tiêu của tỉnh Mẫu/);
	await own.fill('nhiều');
	await page.getByRole('button', { name: 'Lưu chỉ tiêu' }).click();
	await expect(own).toHaveAttribute('aria-invalid', 'true');
	await expect(own).toHaveValue('nhiều');
	await own.fill('10.001');
	await page.getByRole('button', { name: 'Lưu chỉ tiêu' }).click();
	await expect(page.getByText('Đã lưu 1 chỉ tiêu.')).toBeVisible();

	await page.getByRole('link', { name: 'Chia theo số hộ' }).click();
	await expect(page.getByText(/^Đã điền theo số hộ, chưa lưu/)).toBeVisible();
	await page.getByRole('button', { name: 'Lưu chỉ tiêu' }).click();
	await expect(page.getByText(/^Đã lưu 100 chỉ tiêu/)).toBeVisible();
	await expect(page.getByText('Cấp dưới cộng lại vừa bằng chỉ tiêu chung.')).toBeVisible();

	await own.fill('12000');
	await page.getByRole('button', { name: 'Lưu chỉ tiêu' }).click();
	await expect(page.getByLabel('Lý do thay đổi')).toHaveAttribute('aria-invalid', 'true');
	await page.getByLabel('Lý do thay đổi').fill('Bộ giao thêm');
	await page.getByRole('button', { name: 'Lưu chỉ tiêu' }).click();
	await expect(page.getByText('Cấp dưới còn thiếu 1.999 so với chỉ tiêu chung.')).toBeVisible();
	const history = page.getByRole('listitem').filter({ hasText: 'Bộ giao thêm' });
	await expect(history.getByText('12.000')).toBeVisible();
	await context.close();
});

test('a practice goes from a team over a review to everybody', async ({
	browser,
	page,
	sessionOf,
}) => {
	await page.context().addCookies(await sessionOf('reporter'));
	await page.goto('/gui-cach-lam-hay/them');
	await page.getByLabel('Tên cách làm').fill('Tủ sách số ở quán nước đầu làng');
	await page.getByLabel('Đã làm gì').fill('Gọi 0912345678 để biết chúng tôi đã làm thế nào nhé.');
	await page.getByLabel('Kết quả').fill('Hai mươi hộ đã đọc sách trên máy.');
	await page.getByRole('button', { name: 'Gửi duyệt' }).click();
	await expect(page.getByText('Bỏ số điện thoại: bài này ai cũng đọc được.')).toBeVisible();
	await page
		.getByLabel('Đã làm gì')
		.fill('Tổ để một máy tính bảng ở quán nước và chỉ cách mượn sách.');
	await page.getByRole('button', { name: 'Gửi duyệt' }).click();
	await expect(page.getByText('Đã gửi. Bài đang chờ duyệt.')).toBeVisible();
	const address = new URL(page.url()).pathname;

	const desk = await browser.newContext({ baseURL: serverAddress });
	await desk.addCookies(await sessionOf('approver'));
	const review = await desk.newPage();
	await review.goto(address);
	await expectNoAxeViolations(review);
	await review.getByRole('button', { name: 'Công bố' }).click();
	await expect(review.getByText('Hãy xác nhận trước khi công bố.')).toBeVisible();
	await review.getByLabel(/^Tôi đã đọc kỹ/).check();
	await review.getByRole('button', { name: 'Công bố' }).click();
	await expect(review.getByText(/^Đã công bố\. Mọi người/)).toBeVisible();
	await desk.close();

	const anybody = await browser.newContext({ baseURL: serverAddress });
	const reader = await anybody.newPage();
	await reader.goto('/cach-lam-hay');
	await reader.getByRole('link', { name: 'Tủ sách số ở quán nước đầu làng' }).click();
	await expect(reader.getByText('Hai mươi hộ đã đọc sách trên máy.')).toBeVisible();
	await expectNoAxeViolations(reader);
	await anybody.close();
});

test('material is offered by an approver, and found and downloaded by a reporter', async ({
	browser,
	page,
	sessionOf,
}) => {
	await page.context().addCookies(await sessionOf('approver'));
	await page.goto('/tai-lieu/them');
	await page.getByLabel('Tên tài liệu').fill('Cách xem hóa đơn điện tử');
	await page.getByRole('button', { name: 'Thêm tài liệu' }).click();
	await expect(page.getByText('Chọn một tệp hoặc ghi một liên kết')).toBeVisible();
	await expect(page.getByLabel('Tên tài liệu')).toHaveValue('Cách xem hóa đơn điện tử');
	await page.getByLabel(/^Tệp/).setInputFiles({
		...{ name: 'hoa-don.pdf', mimeType: 'application/pdf' },
		buffer: Buffer.from('%PDF-1.4\n%%EOF\n'),
	});
	await page.getByRole('button', { name: 'Thêm tài liệu' }).click();
	await expect(page.getByText('Đã thêm tài liệu.')).toBeVisible();

	const team = await browser.newContext({ baseURL: serverAddress });
	await team.addCookies(await sessionOf('reporter'));
	const reader = await team.newPage();
	await reader.goto('/tai-lieu');
	await reader.getByLabel('Tìm trong tên và mô tả').fill('hoa don dien tu');
	await reader.getByRole('button', { name: 'Tìm' }).click();
	await reader.getByRole('link', { name: 'Cách xem hóa đơn điện tử' }).click();
	const download = reader.waitForEvent('download');
	await reader.getByRole('link', { name: /^Tải tệp/ }).click();
	expect((await download).suggestedFilename()).toBe('hoa-don.pdf');
	await team.close();
});

test('the brief is one page on paper, for a province, a commune and a village', async ({
	page,
	signIn,
}) => {
	await signIn('administrator');
	await page.goto('/tom-tat');
	const units = page.getByLabel('Đơn vị');
	await expect(page.getByRole('heading', { name: 'Việc cần làm' })).toBeVisible();
	const commune = await units.locator('option').nth(1).getAttribute('value');
	await page.goto(`/tom-tat?don-vi=${commune ?? ''}`);
	const village = await units.locator('option').last().getAttribute('value');
	for (const path of [
		'/tom-tat',
		`/tom-tat?don-vi=${commune ?? ''}`,
		`/tom-tat?don-vi=${village ?? ''}`,
	]) {
		await page.goto(path);
		await page.evaluate(() => document.fonts.ready);
		const paper = await page.pdf({ preferCSSPageSize: true });
		expect(paper.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
	}
});

test('everything opens on a phone without scrolling sideways', async ({ page, signIn }) => {
	await signIn('administrator');
	await page.setViewportSize({ width: 360, height: 740 });
	for (const path of [
		'/chi-tieu/99/outreachSessions',
		'/gui-cach-lam-hay/them',
		'/tai-lieu/them',
	]) {
		await page.goto(path);
		await expectNoSidewaysScrolling(page);
		await expectNoAxeViolations(page);
	}
});
