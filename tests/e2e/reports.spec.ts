import type { Snapshot } from '../../src/lib/contracts/events';
import { serverAddress } from './environment';
import { expect, expectAllFits, expectNoAxeViolations, test } from './fixtures';
import { communeOf } from './reporting';

test('a report goes from a form without scripts over an approval to the open public map', async ({
	browser,
	page,
	sessionOf,
}) => {
	const answer = await page.request.get(`${serverAddress}/api/v1/snapshot?stream=public`);
	const shown = (await answer.json()) as Snapshot;
	const { period } = shown;
	const commune = communeOf(shown, 'approved');
	const households = String(commune.register);
	const address = `/bao-cao/${commune.code}/${period.code}`;

	const plain = await browser.newContext({ javaScriptEnabled: false, baseURL: serverAddress });
	await plain.addCookies(await sessionOf('reporter'));
	const form = await plain.newPage();
	await form.goto(address);
	const field = (label: string) => form.getByLabel(label, { exact: true });
	await field('Tổng số hộ').fill(households);
	for (const skill of [
		'Hộ biết dùng dịch vụ công trực tuyến',
		'Hộ biết mua sắm trực tuyến',
		'Hộ biết thanh toán trực tuyến',
		'Hộ biết tự bảo vệ mình trên mạng',
		'Hộ biết dùng nền tảng số của địa phương',
		'Hộ có tài khoản VNeID',
		'Hộ có tài khoản dịch vụ công',
	])
		await field(skill).fill(households);
	await field('Hộ không ai biết, có thành viên tổ giúp').fill('0');
	await field('Hộ có một người biết đủ cả năm kỹ năng').fill(String(Number(households) + 1));
	const submit = form.getByRole('button', { name: /^Nộp/ });
	await submit.click();
	const allFive = field('Hộ có một người biết đủ cả năm kỹ năng');
	await expect(allFive).toHaveAttribute('aria-invalid', 'true');
	await expect(allFive).toHaveValue(String(Number(households) + 1));
	await expect(field('Tổng số hộ')).toHaveValue(households);

	await allFive.fill(households);
	await submit.click();
	await expect(form.getByText(/^Đã nhận báo cáo lúc/)).toBeVisible();

	await page.goto('/');
	await page.locator('#bang > summary').click();
	const row = page.locator('#bang tr', {
		has: page.locator(`a[href*="/xa/${commune.code}-"]`),
	});
	const share = row.locator('td').first();
	await expect(share).toBeVisible();
	await expect(share).not.toHaveText('100,0');
	await expect(page.getByText(/^Trực tiếp/)).toBeVisible();

	const desk = await browser.newContext({ baseURL: serverAddress });
	await desk.addCookies(await sessionOf('approver'));
	const approval = await desk.newPage();
	await approval.goto(address);
	await expectNoAxeViolations(approval);
	await approval.getByRole('button', { name: 'Duyệt', exact: true }).click();
	await expect(approval.getByText('Đã duyệt báo cáo.')).toBeVisible();
	await expect(share).toHaveText('100,0');
	await plain.close();
	await desk.close();
});

test('an approver returns a report with a comment, the reporter reads it, and what is corrected is marked', async ({
	browser,
	page,
	sessionOf,
}) => {
	const snapshot = await page.request.get(`${serverAddress}/api/v1/snapshot?stream=public`);
	const shown = (await snapshot.json()) as Snapshot;
	const { period } = shown;
	const commune = communeOf(shown, 'returned');
	const address = `/bao-cao/${commune.code}/${period.code}`;
	await page.context().addCookies(await sessionOf('reporter'));
	await page.goto(address);
	await page.getByLabel('Tổng số hộ', { exact: true }).fill(String(commune.register));
	await page.getByRole('button', { name: /^Nộp/ }).click();
	await expect(page.getByText(/^Đã nhận báo cáo lúc/)).toBeVisible();

	const desk = await browser.newContext({ baseURL: serverAddress });
	await desk.addCookies(await sessionOf('approver'));
	const approval = await desk.newPage();
	await approval.goto(address);
	await approval.getByRole('button', { name: 'Trả lại' }).click();
	await expect(approval.getByLabel(/^Nhận xét/)).toHaveAttribute('aria-invalid', 'true');
	await approval.getByLabel(/^Nhận xét/).fill('Thiếu số hộ biết từng kỹ năng');
	await approval.getByRole('button', { name: 'Trả lại' }).click();
	await expect(approval.getByText('Đã trả lại báo cáo kèm nhận xét.')).toBeVisible();

	await page.reload();
	await expect(page.getByRole('cell', { name: 'Thiếu số hộ biết từng kỹ năng' })).toBeVisible();

	const corrected = commune.register - 1;
	await page.getByLabel('Tổng số hộ', { exact: true }).fill(String(corrected));
	await page.getByRole('button', { name: /^Nộp/ }).click();
	await expect(page.getByText(/^Đã nhận báo cáo lúc/)).toBeVisible();
	await approval.goto(address);
	// What became another figure is marked, and nothing else.
	await expect(approval.locator('mark')).toHaveText([
		new Intl.NumberFormat('vi-VN').format(corrected),
	]);
	await desk.close();
});

test('an approver works through what waits, on a phone', async ({ page, signIn }) => {
	await page.setViewportSize({ width: 360, height: 740 });
	await signIn('approver');
	await page.goto('/bao-cao');
	const ticked = page.locator('input[name=report]:checked');
	await expect(page.locator('input[name=report]').first()).toBeVisible();
	await expect(ticked).toHaveCount(0);
	const lines = page.locator('tr', { has: page.locator('input[name=report]') });
	const clear = lines.filter({ hasNot: page.locator('ul') });
	await page.getByRole('button', { name: 'Chọn tất cả không có cảnh báo' }).click();
	await expect(ticked).toHaveCount(await clear.count());
	await expectAllFits(page);
	await expectNoAxeViolations(page);

	await clear.last().getByRole('link').click();
	const topOf = async (name: string) =>
		(await page.getByRole('heading', { name, exact: true }).boundingBox())?.y ?? 0;
	expect(await topOf('Số liệu cần duyệt')).toBeLessThan(await topOf('Duyệt báo cáo'));
	await expect(page.getByRole('row', { name: /^Tỷ lệ hộ có người biết đủ/ })).toBeVisible();
	await expect(page.getByText(/^Số hộ theo danh sách: |^Chưa rõ tổng số hộ/)).toBeVisible();
	await expectAllFits(page);
	await expectNoAxeViolations(page);
	const here = page.url();
	await page.getByRole('button', { name: 'Duyệt', exact: true }).click();
	const next = page.getByRole('link', { name: /^Báo cáo tiếp theo: / });
	await expect(next).toBeFocused();
	await expect(page.getByText(/^Còn [\d.]+ báo cáo chờ duyệt\.$/)).toBeVisible();
	await next.press('Enter');
	await expect(page.getByRole('heading', { name: 'Duyệt báo cáo' })).toBeVisible();
	expect(page.url()).not.toBe(here);
});

test('tables of who reported and of deadlines are read on a phone', async ({ page, signIn }) => {
	await page.setViewportSize({ width: 360, height: 740 });
	await signIn('administrator');
	for (const path of ['/bao-cao/tinh-hinh-nop', '/quan-tri/han-nop']) {
		await page.goto(path);
		const tables = page.getByRole('main').locator('table:visible');
		expect(await tables.count(), path).toBeGreaterThan(0);
		await expectAllFits(page);
		expect(await tables.evaluateAll(unreadableCells), path).toEqual([]);
	}
});

test('how reporting stands leads nobody to a report that they may not open', async ({
	page,
	signIn,
}) => {
	const own = page.locator('main header').getByText(/^Báo cáo của tỉnh/);
	await signIn('administrator');
	await page.goto('/bao-cao/tinh-hinh-nop');
	await expect(own.locator('xpath=ancestor-or-self::a')).toHaveCount(1);
	await signIn('committee');
	await page.goto('/bao-cao/tinh-hinh-nop');
	await expect(own).toBeVisible();
	await expect(page.locator('main a[href^="/bao-cao/99"]')).toHaveCount(0);
});

/** Cells that lack the name of their column beside them, where the columns aren't there, or are too narrow; but those that say by themselves what they are. */
function unreadableCells(tables: (SVGElement | HTMLElement)[]): string[] {
	const narrow = 60;
	return tables.flatMap((table) => {
		const head = table.querySelector('thead');
		const columns = head && getComputedStyle(head).position !== 'absolute';
		return [...table.querySelectorAll('tbody td')]
			.filter((cell) => cell.textContent.trim() !== '')
			.filter((cell) =>
				columns
					? cell.getBoundingClientRect().width < narrow
					: /^(none|normal|"")$/.test(getComputedStyle(cell, '::before').content) &&
						!cell.querySelector('a, button, .tag'),
			)
			.map((cell) => cell.outerHTML.slice(0, 200));
	});
}

test('an approver ticks and approves without scripts', async ({ browser, sessionOf }) => {
	const plain = await browser.newContext({ javaScriptEnabled: false, baseURL: serverAddress });
	await plain.addCookies(await sessionOf('approver'));
	const queue = await plain.newPage();
	await queue.goto('/bao-cao');
	const tickAll = queue.getByRole('button', { name: 'Chọn tất cả không có cảnh báo' });
	await expect(tickAll).toBeHidden();
	const approve = queue.getByRole('button', { name: 'Duyệt các báo cáo đã chọn' });
	await approve.click();
	await expect(queue.getByText('Bạn chưa chọn báo cáo nào.')).toBeVisible();
	await queue.locator('input[name=report]').last().check();
	await approve.click();
	await expect(queue.getByText('Đã duyệt 1 báo cáo.')).toBeVisible();
	await plain.close();
});
