import type { Browser, Page } from '@playwright/test';
import { Secret, TOTP } from 'otpauth';
import type { Snapshot } from '../../src/lib/contracts/events';
import { serverAddress } from './environment';
import { expect, expectNoAxeViolations, expectNoSidewaysScrolling, test } from './fixtures';

async function snapshot(page: Page): Promise<Snapshot> {
	const answer = await page.request.get(`${serverAddress}/api/v1/snapshot?stream=public`);
	return (await answer.json()) as Snapshot;
}

/** A phone on which nobody is signed in. */
async function newPhone(browser: Browser, javaScriptEnabled = true): Promise<Page> {
	const viewport = { width: 360, height: 740 };
	const context = await browser.newContext({ baseURL: serverAddress, viewport, javaScriptEnabled });
	return context.newPage();
}

/** Adds an account as the administrator who is signed in; answers with its first password. */
async function addAccount(page: Page, name: string, role: string): Promise<string> {
	const { scope } = await snapshot(page);
	await page.goto('/quan-tri/tai-khoan/them');
	await page.getByLabel('Tên đăng nhập').fill(name);
	await page.getByLabel('Tên hiển thị').fill(`Thử ${name}`);
	await page.getByLabel('Vai trò').selectOption(role);
	await page.getByLabel('Mã đơn vị').fill(scope.code);
	await page.getByRole('button', { name: 'Thêm tài khoản' }).click();
	const added = page.getByRole('status').filter({ hasText: `Đã thêm tài khoản ${name}.` });
	return (await added.locator('code').textContent()) ?? '';
}

async function signInByPassword(page: Page, name: string, password: string) {
	await page.goto('/dang-nhap?next=%2Ftai-khoan');
	await page.getByLabel('Tên đăng nhập').fill(name);
	await page.getByLabel('Mật khẩu').fill(password);
	await page.getByRole('button', { name: 'Đăng nhập' }).click();
}

test('an account is added, found, given a role, disabled and enabled', async ({ page, signIn }) => {
	await signIn('administrator');
	await page.setViewportSize({ width: 360, height: 740 });
	await addAccount(page, 'thu.tai-khoan', 'reporter');
	await page.goto('/quan-tri/tai-khoan');
	await page.getByLabel('Tên, tên đăng nhập hoặc đơn vị').fill('thu tai khoan');
	await page.getByRole('button', { name: 'Lọc' }).click();
	await expect(page.getByText('1 tài khoản')).toBeVisible();
	await expectNoSidewaysScrolling(page);
	await page.getByRole('link', { name: 'Thử thu.tai-khoan' }).click();

	await page.getByLabel('Địa chỉ thư điện tử').fill('không phải');
	await page
		.getByLabel('Địa chỉ thư điện tử')
		.evaluate((input) => input.closest('form')?.setAttribute('novalidate', ''));
	await page.getByRole('button', { name: 'Lưu' }).click();
	await expect(page.getByRole('alert')).toHaveText('Đây không phải là địa chỉ thư điện tử.');
	await expect(page.getByLabel('Địa chỉ thư điện tử')).toHaveValue('không phải');
	await page.getByLabel('Địa chỉ thư điện tử').fill('thu@example.org');
	await page.getByRole('button', { name: 'Lưu' }).click();
	await expect(page.getByText('Đã lưu.')).toBeVisible();

	const { units } = await snapshot(page);
	await page.getByLabel('Vai trò').selectOption('approver');
	await page.getByLabel('Mã đơn vị').fill(units[0]?.code ?? '');
	await page.getByRole('button', { name: 'Giao vai trò' }).click();
	await expect(page.getByText('Đã giao vai trò.')).toBeVisible();
	await expectNoAxeViolations(page);
	await page.getByRole('button', { name: 'Khóa tài khoản' }).click();
	await expect(page.getByText('Đã khóa tài khoản.')).toBeVisible();
	await page.getByRole('button', { name: 'Mở khóa tài khoản' }).click();
	await expect(page.getByText('Đã mở khóa tài khoản.')).toBeVisible();

	await page.getByRole('link', { name: 'Xem nhật ký của tài khoản này' }).click();
	await page.getByLabel('Tên đăng nhập').fill('e2e-administrator');
	await page.getByLabel('Việc').selectOption('account.disable');
	await page.getByRole('button', { name: 'Lọc' }).click();
	await expect(page.getByText('tài khoản thu.tai-khoan')).toBeVisible();
});

test('a leader signs in by a link that previews leave alone, once, without scripts', async ({
	page,
	browser,
	signIn,
}) => {
	await signIn('reporter');
	await page.goto('/quan-tri');
	await page.getByRole('link', { name: 'Tổ trưởng và liên kết đăng nhập' }).click();
	await page.getByLabel('Tên hiển thị').fill('Tổ thử đăng nhập');
	await page.getByRole('button', { name: 'Lập tài khoản' }).click();
	await expect(page.getByText(/^Đã lập tài khoản to\./)).toBeVisible();
	await page.getByLabel('Tên hoặc đơn vị').fill('to thu dang nhap');
	await page.getByRole('button', { name: 'Tìm' }).click();
	await expect(page.getByRole('checkbox')).toHaveCount(1);
	await page.getByRole('checkbox').check();
	await page.getByRole('button', { name: 'Cấp liên kết cho các tài khoản đã chọn' }).click();
	await expect(page.getByRole('heading', { name: 'Phiếu đăng nhập' })).toBeVisible();
	await expectNoAxeViolations(page);
	const link = (await page.getByText(/^http.*\/dang-nhap\/ma\//).textContent()) ?? '';

	const phone = await newPhone(browser, false);
	for (let preview = 0; preview < 3; preview += 1)
		expect((await phone.request.get(link)).status()).toBe(200);
	await phone.goto(link);
	await phone.getByRole('button', { name: 'Đăng nhập' }).click();
	await expect(phone).toHaveURL('/nhap-lieu');
	await phone.goto('/tai-khoan');
	await expect(phone.getByText('Tổ thử đăng nhập').first()).toBeVisible();
	await expect(phone.getByRole('heading', { name: 'Đặt mật khẩu' })).toBeVisible();

	const other = await newPhone(browser, false);
	await other.goto(link);
	await other.getByRole('button', { name: 'Đăng nhập' }).click();
	await expect(other.getByRole('alert')).toContainText('Mã không đúng, đã dùng rồi');
	await expectNoSidewaysScrolling(other);

	await page.reload();
	await page.getByRole('checkbox').check();
	await page.getByRole('button', { name: 'Cấp liên kết cho các tài khoản đã chọn' }).click();
	const code = (await page.locator('.code').textContent()) ?? '';
	await page.getByRole('button', { name: /^Thu hồi liên kết/ }).click();
	await expect(page.getByText('Đã thu hồi liên kết.')).toBeVisible();
	await other.goto('/dang-nhap/ma');
	await other.getByLabel('Mã đăng nhập').fill(code);
	await other.getByRole('button', { name: 'Đăng nhập' }).click();
	await expect(other.getByRole('alert')).toContainText('đã bị thu hồi');
	await phone.context().close();
	await other.context().close();
});

test('a second factor is set up, asked for, stood in for by a recovery code, and reset', async ({
	page,
	browser,
	signIn,
}) => {
	await signIn('administrator');
	const name = 'thu.hai-lop';
	const first = await addAccount(page, name, 'approver');
	const phone = await newPhone(browser);
	await signInByPassword(phone, name, first);
	await expect(phone).toHaveURL(/mat-khau-moi/);
	await expectNoAxeViolations(phone);
	await expectNoSidewaysScrolling(phone);
	const password = 'một câu của riêng tôi';
	const choose = async (chosen: string) => {
		await phone.getByLabel('Mật khẩu mới', { exact: true }).fill(chosen);
		await phone.getByLabel('Nhập lại mật khẩu mới').fill(chosen);
		await phone.getByRole('button', { name: 'Đặt mật khẩu và tiếp tục' }).click();
	};
	await choose(first);
	await expect(phone.getByRole('alert')).toContainText('trùng với mật khẩu hiện tại');
	await choose(password);
	await expect(phone).toHaveURL('/tai-khoan');
	await phone.getByRole('button', { name: 'Thiết lập xác thực hai lớp' }).click();
	await expect(phone.getByRole('img', { name: /^Mã QR/ })).toBeVisible();
	await expectNoAxeViolations(phone);
	await expectNoSidewaysScrolling(phone);
	const secret = await phone.locator('input[name=secret]').inputValue();
	const codeIn = (seconds: number) =>
		new TOTP({ secret: Secret.fromBase32(secret) }).generate({
			timestamp: Date.now() + seconds * 1000,
		});
	const setUp = phone.locator('form', { has: phone.locator('input[name=secret]') });
	await phone.getByLabel('Nhập mã mà ứng dụng vừa hiện').fill('000000');
	await setUp.getByLabel('Mật khẩu của bạn').fill(password);
	await phone.getByRole('button', { name: 'Bật xác thực hai lớp' }).click();
	await expect(phone.getByRole('alert')).toContainText('Mã không đúng');
	expect(await phone.locator('input[name=secret]').inputValue()).toBe(secret);
	await phone.getByLabel('Nhập mã mà ứng dụng vừa hiện').fill(codeIn(0));
	await setUp.getByLabel('Mật khẩu của bạn').fill(password);
	await phone.getByRole('button', { name: 'Bật xác thực hai lớp' }).click();
	await expect(phone.getByText('Đã bật xác thực hai lớp.')).toBeVisible();
	const recovery = (await phone.locator('li > code').first().textContent()) ?? '';

	const enter = async (code: string) => {
		await phone.getByLabel(/^Mã 6 chữ số, hoặc/).fill(code);
		await phone.getByRole('button', { name: 'Xác nhận' }).click();
	};
	await phone.context().clearCookies();
	await signInByPassword(phone, name, password);
	await expect(phone).toHaveURL(/xac-thuc-hai-lop/);
	await expectNoAxeViolations(phone);
	// The code of the step after: that of this one was used to set up.
	await enter(codeIn(30));
	await expect(phone).toHaveURL('/tai-khoan');

	await phone.context().clearCookies();
	await signInByPassword(phone, name, password);
	await enter(recovery);
	await expect(phone).toHaveURL('/tai-khoan');
	await expect(phone.getByText('Còn 7 mã khôi phục chưa dùng.')).toBeVisible();

	await page.goto(`/quan-tri/tai-khoan/${name}`);
	await page.getByRole('button', { name: 'Đặt lại xác thực hai lớp' }).click();
	await expect(page.getByText(/^Đã đặt lại xác thực hai lớp\./)).toBeVisible();
	await phone.goto('/tai-khoan');
	await expect(phone).toHaveURL(/dang-nhap/);
	await signInByPassword(phone, name, password);
	await expect(phone).toHaveURL('/tai-khoan');
	await phone.context().close();
});

for (const { path, title, link } of [
	{ path: '/quan-tri/tai-khoan', title: 'Bạn không có quyền xem trang này', link: 'Tình hình nộp' },
	{
		path: '/en/quan-tri/tai-khoan/e2e-own',
		title: 'You may not see this page',
		link: 'Who has reported',
	},
])
	test(`whoever may not open ${path} is told so inside the site`, async ({ page, signIn }) => {
		await signIn('reporter');
		const answer = await page.goto(path);
		expect(answer?.status()).toBe(403);
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
		await page.getByRole('link', { name: link, exact: true }).click();
		await expect(page).toHaveURL(/bao-cao\/tinh-hinh-nop$/);
	});
