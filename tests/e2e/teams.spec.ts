import { serverAddress } from './environment';
import { expect, expectNoAxeViolations, test } from './fixtures';

test('a team is founded, staffed and led by somebody else without scripts; its badge tells citizens so', async ({
	browser,
	page,
	sessionOf,
}) => {
	const plain = await browser.newContext({ javaScriptEnabled: false, baseURL: serverAddress });
	await plain.addCookies(await sessionOf('approver'));
	const form = await plain.newPage();
	await form.goto('/to-cong-nghe-so?xem=chua-co-to&cap=xa');
	await form.getByRole('link', { name: 'Thành lập tổ' }).first().click();
	await form.getByLabel('Tên tổ').fill('Tổ thử nghiệm');
	await form.getByLabel('Ngày thành lập').fill('2026-06-01');
	await form.getByLabel('Số quyết định thành lập').fill('99/QĐ-UBND');
	await form.getByRole('button', { name: 'Thành lập tổ' }).click();
	await expect(form.getByRole('heading', { level: 1 })).toHaveText('Tổ thử nghiệm');
	await expect(form.getByText('Quyết định thành lập số 99/QĐ-UBND')).toBeVisible();
	await expect(form.locator('[data-outcome]')).toHaveText(/^Đã thành lập tổ\./);
	const address = new URL(form.url()).pathname;

	await form.getByRole('link', { name: 'Thêm thành viên' }).click();
	await form.getByLabel('Vai trò trong tổ').selectOption('leader');
	await form.getByLabel('Họ và tên').fill('Nguyễn Văn An');
	await form.getByLabel('Chức vụ').fill('Chủ tịch UBND xã');
	await form.getByLabel('Điện thoại', { exact: true }).fill('12');
	await form.getByLabel('Vào tổ từ ngày').fill('2026-06-01');
	await form.getByRole('button', { name: 'Thêm vào tổ' }).click();
	await expect(form.getByLabel('Điện thoại', { exact: true })).toHaveAttribute(
		'aria-invalid',
		'true',
	);
	await expect(form.getByLabel('Họ và tên')).toHaveValue('Nguyễn Văn An');
	await form.getByLabel('Điện thoại', { exact: true }).fill('900 000 001');
	await form.getByRole('button', { name: 'Thêm vào tổ' }).click();
	await expect(form.getByRole('link', { name: '0900000001' })).toBeVisible();
	await expect(form.locator('[data-outcome]')).toHaveText('Đã thêm thành viên.');
	const rule = form.getByRole('listitem').filter({ hasText: 'Chủ tịch UBND xã là tổ trưởng.' });
	await expect(rule).toContainText('Đúng');
	await expect(rule).toContainText('mục 1.1');

	await form.getByRole('link', { name: /^Sửa, thay/ }).click();
	await form.getByText('Thay người khác').click();
	await form.getByLabel('Họ và tên người mới').fill('Trần Thị Bình');
	await form.getByRole('button', { name: 'Thay người' }).click();
	await expect(form.getByRole('row', { name: /Trần Thị Bình/ })).toBeVisible();
	await expect(form.locator('[data-outcome]')).toHaveText('Đã lưu thay đổi về thành viên.');
	await form.locator('summary', { hasText: 'Vào những ngày khác' }).click();
	await expect(form.getByRole('row', { name: /Nguyễn Văn An/ })).toBeVisible();
	await form.goto(`${address}?ngay=2026-07-01`);
	await expect(form.getByRole('table').first()).toContainText('Nguyễn Văn An');

	await form.goto(`${address}/the`);
	const badge =
		(await form.locator('a[href*="/the-thanh-vien/"]').first().getAttribute('href')) ?? '';
	await plain.close();

	await page.goto(badge);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đúng là thành viên của tổ');
	await expect(page.getByText('Bình T.')).toBeVisible();
	expect(await page.content()).not.toContain('Trần');
	await expectNoAxeViolations(page);
	const unknown = await page.goto(`${badge.slice(0, -1)}${badge.endsWith('A') ? 'B' : 'A'}`);
	expect(unknown?.status()).toBe(404);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Không phải thành viên');
	await expectNoAxeViolations(page);

	await page.context().addCookies(await sessionOf('viewer'));
	await page.goto(address);
	await expect(page.getByText('chỉ người phụ trách tổ mới xem được')).toBeVisible();
	expect(await page.content()).not.toMatch(/Trần Thị Bình|0900000001/);
});

test('two teams become one after a look at the outcome, and apart again', async ({
	page,
	signIn,
}) => {
	await signIn('approver');
	await page.goto('/to-cong-nghe-so?cap=thon&loai=cnscd');
	const link = page.locator('tbody a').first();
	const name = await link.innerText();
	await link.click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
	await page.getByRole('link', { name: 'Sáp nhập với tổ khác' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sáp nhập các tổ thành một');
	await page.waitForLoadState('networkidle');
	await page.getByRole('checkbox').nth(1).check();
	await page.getByLabel('Tên tổ mới').fill('Tổ liên thôn');
	await page.getByRole('button', { name: 'Xem trước' }).click();
	await expect(page.getByRole('heading', { name: 'Tổ mới sẽ như sau' })).toBeVisible();
	await expectNoAxeViolations(page);
	await page.getByRole('button', { name: 'Xác nhận sáp nhập' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tổ liên thôn');
	await expect(page.locator('[data-outcome]')).toHaveText('Đã sáp nhập các tổ thành tổ này.');
	await page.getByRole('button', { name: 'Hủy việc sáp nhập' }).click();
	// A form of the page's own has the word from then on.
	await expect(page.locator('[data-outcome]')).toHaveText(/^Đã hủy việc sáp nhập\./);
	await page.getByRole('link', { name, exact: true }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
	await expect(page.getByRole('link', { name: 'Thêm thành viên' })).toBeVisible();
});

test('a team that was closed by mistake is reopened without scripts, with a reason', async ({
	browser,
	page,
	sessionOf,
}) => {
	const plain = await browser.newContext({ javaScriptEnabled: false, baseURL: serverAddress });
	await plain.addCookies(await sessionOf('approver'));
	const form = await plain.newPage();
	await form.goto('/to-cong-nghe-so');
	await form.getByRole('link', { name: 'Xuất danh sách ra tệp' }).click();
	await expect(form.getByRole('heading', { name: 'Xuất ra tệp' })).toBeInViewport();
	await form.goto('/to-cong-nghe-so?xem=chua-co-to&cap=xa');
	await form.getByRole('link', { name: 'Thành lập tổ' }).last().click();
	await form.getByLabel('Tên tổ').fill('Tổ ghi nhầm');
	await form.getByLabel('Ngày thành lập').fill('2026-06-01');
	await form.getByRole('button', { name: 'Thành lập tổ' }).click();
	await form.getByRole('link', { name: 'Sửa thông tin' }).click();
	await form.getByLabel('Ngày đầu tiên không còn tổ').fill('2026-10-01');
	await form.getByRole('button', { name: 'Kết thúc hoạt động' }).click();
	await expect(form.getByText('Tổ đã kết thúc hoạt động từ ngày 1/10/2026.')).toBeVisible();
	await expect(form.locator('[data-outcome]')).toHaveText('Đã ghi kết thúc hoạt động của tổ.');
	await page.context().addCookies(await sessionOf('approver'));
	await page.goto(form.url());
	await expect(page.getByLabel('Lý do mở lại')).toBeVisible();
	await expectNoAxeViolations(page);
	await form.getByRole('button', { name: 'Mở lại tổ' }).click();
	await expect(form.getByLabel('Lý do mở lại')).toHaveAttribute('aria-invalid', 'true');
	await form.getByLabel('Lý do mở lại').fill('Ghi nhầm với tổ của xã bên');
	await form.getByRole('button', { name: 'Mở lại tổ' }).click();
	await expect(form.getByText('Đã mở lại tổ.')).toBeVisible();
	await expect(form.getByText('Lý do: Ghi nhầm với tổ của xã bên')).toBeVisible();
	await expect(form.getByRole('link', { name: 'Sửa thông tin' })).toBeVisible();
	await plain.close();
});

test('a rule is taken over from a document, added and closed', async ({ page, signIn }) => {
	await signIn('administrator');
	await page.goto('/quan-tri/quy-dinh-to');
	await page.getByLabel('Lấy từ văn bản có sẵn').selectOption('003-project06-leader');
	await page.getByRole('button', { name: 'Điền sẵn' }).click();
	await page.waitForLoadState('networkidle');
	await expect(page.getByLabel('Điều khoản')).toHaveValue('mục I.2');
	await page.getByRole('button', { name: 'Thêm quy định' }).click();
	await expect(page.getByText('Đã thêm quy định.')).toBeVisible();
	const rule = page.getByRole('listitem').filter({ hasText: 'do bí thư chi bộ đứng đầu' });
	await rule.getByText('Thôi áp dụng').first().click();
	await rule.getByRole('button', { name: 'Thôi áp dụng' }).click();
	await expect(page.getByText('Đã khép lại quy định.')).toBeVisible();
	await expect(rule.getByText('Thôi áp dụng')).toHaveCount(0);
});
