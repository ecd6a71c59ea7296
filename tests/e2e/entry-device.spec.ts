import { statSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { serverAddress } from './environment';
import { keep, openList, openSummary, reportOf } from './entry-steps';
import { expect, expectNoAxeViolations, expectNoSidewaysScrolling, test } from './fixtures';
import { leader, officer, openReport, phone, signIn, workOf } from './phones';

test('the entry page weighs at most 150 KB', async ({ browser }) => {
	const context = await phone(browser, leader);
	const page = await context.newPage();
	const files = new Map<string, number>();
	page.on('response', (response) => {
		const { pathname } = new URL(response.url());
		if (response.request().serviceWorker() === null) files.set(pathname, 0);
	});
	await openList(page);
	let bytes = 0;
	for (const [pathname] of files) {
		const file = `build/client${pathname}`;
		if (!pathname.startsWith('/_app/')) {
			const answer = await context.request.get(`${serverAddress}${pathname}`);
			bytes += brotliCompressSync(await answer.body()).length;
		} else if (pathname.endsWith('.woff2')) bytes += statSync(file).size;
		else bytes += statSync(`${file}.br`).size;
	}
	expect(files.size).toBeGreaterThan(20);
	expect(bytes).toBeLessThanOrEqual(150_000);
	await context.close();
});

test('a shared phone shows each account its own drafts alone', async ({ browser }) => {
	const context = await phone(browser, leader);
	const page = await context.newPage();
	const report = await reportOf(context);
	await openList(page);
	await keep(page);
	await openSummary(page, report);
	await page
		.getByLabel('Số liệu từ đâu?')
		.or(page.getByRole('heading', { level: 1 }))
		.waitFor();
	await page.getByRole('button', { name: 'Sửa “Hộ có tài khoản VNeID”' }).click();
	await page.getByRole('button', { name: 'Bớt 1' }).click();
	await page.goto('/nhap-lieu');
	await expect(page.getByText('Đang nhập dở')).toBeVisible();
	await page.getByRole('button', { name: 'Đăng xuất' }).click();
	await expect(page).toHaveURL(`${serverAddress}/`);

	await page.goto('/nhap-lieu');
	await expect(page.getByText('Hãy đăng nhập để nhập báo cáo.')).toBeVisible();
	await expect(page.getByText('Đang nhập dở')).toBeHidden();

	await signIn(context, officer);
	await openList(page);
	await expect(page.getByText('Đang nhập dở')).toBeHidden();

	await signIn(context, leader);
	await openList(page);
	await expect(page.getByText('Đang nhập dở')).toBeVisible();
	await openReport(page, report);
	await page.getByRole('button', { name: 'Bỏ bản nhập dở' }).click();
	await context.close();
});

test('an error names the skill that is known least, and the last step keeps its button in reach', async ({
	browser,
}) => {
	const commune = await phone(browser, officer);
	const report = (await workOf(commune)).reports.find(
		({ unit, newest, earlier }) => unit.level === 'village' && newest === null && earlier,
	);
	if (!report) throw new Error('The commune has a village that has not reported.');
	const page = await commune.newPage();
	await openList(page);
	await openReport(page, report);
	const figures: Record<string, number> = { households: 100, skill4: 60, allFive: 61, assisted: 0 };
	for (let question = 1; question <= 10; question += 1) {
		await expect(page.getByText(`Câu ${question} trên 11`)).toBeVisible();
		const input = page.locator('input[inputmode=numeric]');
		const name = (await input.getAttribute('name'))?.replace('householdSkills.', '') ?? '';
		await input.fill(String(figures[name] ?? 80));
		await page.getByRole('button', { name: 'Tiếp', exact: true }).click();
	}
	const last = page.getByRole('button', { name: 'Xem lại và gửi' });
	await expect(last).toBeInViewport({ ratio: 1 });
	const groups = page.locator('form details > summary');
	expect(await groups.count()).toBeGreaterThan(1);
	await expect(page.locator('form details[open]')).toHaveCount(0);
	await groups.first().click();
	await expect(page.locator('form details[open]')).toHaveCount(1);
	await expect(last).toBeInViewport({ ratio: 1 });
	await expectNoSidewaysScrolling(page);
	await last.click();
	await expect(
		page.getByText(/Số hộ biết đủ năm kỹ năng \(61\) không được lớn hơn số “.+” \(60\)\./).first(),
	).toBeVisible();
	await page.getByRole('button', { name: 'Bỏ bản nhập dở' }).click();
	await commune.close();
});

test('a tally sheet counts the households for the report', async ({ browser }) => {
	const context = await phone(browser, leader);
	const page = await context.newPage();
	const report = await reportOf(context);
	await openList(page);
	await openSummary(page, report);
	await page.getByRole('link', { name: 'Tích theo từng hộ' }).click();
	await page.getByLabel('Số nhà').fill('Bà Hoa');
	await page.getByRole('button', { name: 'Thêm hộ' }).click();
	await expect(page.getByText('Chỉ ghi số nhà, ví dụ 12, 12A hay 12/3.')).toBeVisible();
	await page.getByRole('button', { name: 'Thêm các số từ 1 đến 10' }).click();
	await page.getByText('Hộ 3', { exact: true }).click();
	await page.getByRole('checkbox', { name: 'Cùng một người biết cả năm' }).check();
	await expect(page.getByRole('checkbox', { name: 'Thanh toán trực tuyến' })).toBeChecked();
	await expectNoAxeViolations(page);
	await expectNoSidewaysScrolling(page);
	await page.getByRole('button', { name: 'Đưa các số này vào báo cáo' }).click();
	await expect(page.getByRole('button', { name: 'Sửa “Tổng số hộ”' })).toContainText('10');
	await page.getByRole('button', { name: 'Bỏ bản nhập dở' }).click();
	await context.close();
});

test('the service worker keeps the entry page and no other', async ({ browser }) => {
	const context = await phone(browser, leader);
	const page = await context.newPage();
	await openList(page);
	await keep(page);
	const scopes = await page.evaluate(async () =>
		(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => new URL(scope).pathname),
	);
	expect(scopes).toEqual(['/nhap-lieu']);
	const kept = await page.evaluate(async () => {
		const caches_ = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
		const requests = await Promise.all(caches_.map((cache) => cache.keys()));
		return requests.flat().map(({ url }) => new URL(url).pathname);
	});
	const pages = kept.filter((path) => !path.startsWith('/_app/immutable/'));
	expect(pages).toEqual(['/nhap-lieu/ngoai-tuyen']);
	const shell = await page.evaluate(async () =>
		(await caches.match('/nhap-lieu/ngoai-tuyen'))?.text(),
	);
	expect(shell).not.toContain('displayName');
	await page.goto('/');
	expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull();
	await context.close();
});
