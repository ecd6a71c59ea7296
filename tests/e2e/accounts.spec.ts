import { expect, test, type Page } from '@playwright/test';
import { expectNoAxeViolationsInEitherScheme } from './fixtures';

/** An account of this file's own: its password is changed, and changed back. */
const account = {
	name: process.env.E2E_ACCOUNT_NAME ?? '',
	password: process.env.E2E_ACCOUNT_PASSWORD ?? '',
};
const otherPassword = 'một câu khác, chỉ để thử';

test.describe.configure({ mode: 'serial' });

async function fillIn(page: Page, password: string) {
	await page.getByLabel('Tên đăng nhập').fill(account.name);
	await page.getByLabel('Mật khẩu').fill(password);
	await page.getByRole('button', { name: 'Đăng nhập' }).click();
}

async function signIn(page: Page, password = account.password, next = '/tai-khoan') {
	await page.goto(`/dang-nhap?next=${encodeURIComponent(next)}`);
	await fillIn(page, password);
	await page.waitForURL((url) => url.pathname === next);
}

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });

		test('a page for signed-in people leads through the sign-in back to itself', async ({
			page,
		}) => {
			await page.goto('/tai-khoan');
			await expect(page).toHaveURL('/dang-nhap?next=%2Ftai-khoan');
			await fillIn(page, account.password);
			await expect(page).toHaveURL('/tai-khoan');
			await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tài khoản');
			await expect(page.getByText('thiết bị này')).toBeVisible();
		});

		test('a wrong password keeps the name, drops the password and says what is wrong', async ({
			page,
		}) => {
			await page.goto('/dang-nhap');
			await fillIn(page, 'không phải câu ấy');
			await expect(page.getByRole('alert')).toHaveText('Tên đăng nhập hoặc mật khẩu không đúng.');
			await expect(page).toHaveTitle(/^Lỗi: Đăng nhập/);
			await expect(page.getByLabel('Tên đăng nhập')).toHaveValue(account.name);
			await expect(page.getByLabel('Mật khẩu')).toHaveValue('');
			await page.goto('/tai-khoan');
			await expect(page).toHaveURL(/\/dang-nhap/);
			// A success takes the failure back, so that it doesn't count towards a block.
			await signIn(page);
		});
	});
}

test('signing in leads to no other site', async ({ page, baseURL }) => {
	for (const next of [
		'//example.org/',
		'/\\example.org/',
		'/.//example.org/',
		'https://example.org/',
	]) {
		await page.context().clearCookies();
		await page.goto(`/dang-nhap?next=${encodeURIComponent(next)}`);
		await fillIn(page, account.password);
		await page.waitForURL('/tom-tat');
		expect(new URL(page.url()).origin).toBe(new URL(baseURL ?? '').origin);
	}
});

test('whoever is signed in already is sent on from the sign-in', async ({ page }) => {
	await signIn(page);
	await page.goto('/en/dang-nhap?next=%2Fen%2Ftai-khoan');
	await expect(page).toHaveURL('/en/tai-khoan');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Account');
});

test('the session cookie is out of reach of scripts and other sites', async ({ page, context }) => {
	await signIn(page);
	const cookie = (await context.cookies()).find(({ name }) => name === 'session');
	expect(cookie).toMatchObject({ name: 'session', httpOnly: true, sameSite: 'Lax', path: '/' });
	const answer = await page.goto('/tai-khoan');
	expect(answer?.headers()['cache-control']).toBe('private, no-store');
});

test('signing out ends the session itself, not only its cookie', async ({ page, context }) => {
	await signIn(page);
	const cookies = await context.cookies();
	await page.locator('summary', { hasText: 'E2E own' }).click();
	await page.getByRole('button', { name: 'Đăng xuất', exact: true }).click();
	await expect(page).toHaveURL('/');
	// What is left tells only that this browser was here before.
	expect((await context.cookies()).map(({ name }) => name)).toEqual(['device']);
	await context.addCookies(cookies);
	await page.goto('/tai-khoan');
	await expect(page).toHaveURL(/\/dang-nhap/);
});

test('a form from another site is refused', async ({ page, baseURL }) => {
	await signIn(page);
	for (const path of ['/dang-xuat', '/tai-khoan?/signOutElsewhere', '/dang-nhap']) {
		const answer = await page.request.post(path, {
			form: { name: account.name, password: account.password },
			headers: { origin: 'https://example.org' },
		});
		expect(answer.status()).toBe(403);
	}
	await page.goto('/tai-khoan');
	await expect(page).toHaveURL(`${baseURL}/tai-khoan`);
});

test('changing the password ends the sessions elsewhere', async ({ page, browser, baseURL }) => {
	const elsewhere = await (await browser.newContext({ baseURL: baseURL ?? '' })).newPage();
	await signIn(elsewhere);
	await signIn(page);

	async function change(current: string, next: string, repeated = next) {
		await page.getByLabel('Mật khẩu hiện tại').fill(current);
		await page.getByLabel('Mật khẩu mới', { exact: true }).fill(next);
		await page.getByLabel('Nhập lại mật khẩu mới').fill(repeated);
		await page.getByRole('button', { name: 'Đổi mật khẩu' }).click();
	}

	await change(account.password, 'ngắn quá');
	await expect(page.getByRole('alert')).toHaveText('Mật khẩu mới phải có ít nhất 12 ký tự.');
	await change(account.password, otherPassword, `${otherPassword}!`);
	await expect(page.getByRole('alert')).toHaveText('Hai lần nhập mật khẩu mới không giống nhau.');
	await change('không phải câu ấy', otherPassword);
	await expect(page.getByRole('alert')).toHaveText('Mật khẩu hiện tại không đúng.');
	await expect(page.getByLabel('Mật khẩu hiện tại')).toHaveValue('');

	await change(account.password, otherPassword);
	await expect(page.getByRole('status')).toContainText('Đã đổi mật khẩu.');
	await elsewhere.goto('/tai-khoan');
	await expect(elsewhere).toHaveURL(/\/dang-nhap/);
	await fillIn(elsewhere, account.password);
	await expect(elsewhere.getByRole('alert')).toBeVisible();
	await fillIn(elsewhere, otherPassword);
	await expect(elsewhere).toHaveURL('/tai-khoan');

	await change(otherPassword, account.password);
	await expect(page.getByRole('status')).toContainText('Đã đổi mật khẩu.');
	await elsewhere.context().close();
});

test('signing out everywhere else', async ({ page, browser, baseURL }) => {
	const elsewhere = await (await browser.newContext({ baseURL: baseURL ?? '' })).newPage();
	await signIn(elsewhere);
	await signIn(page);
	await page.getByRole('button', { name: 'Đăng xuất ở mọi nơi khác' }).click();
	await expect(page.getByRole('status')).toContainText(/^Đã đăng xuất ở \d+ nơi khác\.$/);
	await elsewhere.reload();
	await expect(elsewhere).toHaveURL(/\/dang-nhap/);
	await elsewhere.context().close();
});

test('axe finds nothing in either scheme, and nothing is wider than a phone', async ({ page }) => {
	await page.setViewportSize({ width: 360, height: 740 });
	await page.goto('/dang-nhap');
	await expectNoAxeViolationsInEitherScheme(page);
	await fillIn(page, 'không phải câu ấy');
	await expect(page.getByRole('alert')).toBeVisible();
	await expectNoAxeViolationsInEitherScheme(page);
	await signIn(page);
	await expectNoAxeViolationsInEitherScheme(page);
	const width = await page.evaluate(() => document.documentElement.scrollWidth);
	expect(width).toBeLessThanOrEqual(360);
});
