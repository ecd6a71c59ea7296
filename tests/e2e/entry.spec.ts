import { readFileSync, statSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import type { BrowserContext, Page } from '@playwright/test';
import { serverAddress } from './environment';
import { expect, expectNoAxeViolations, expectNoSidewaysScrolling, test } from './fixtures';
import { leader, officer, openReport, password, phone, signIn, workOf, type Work } from './phones';

/** The village's first open report. */
async function reportOf(context: BrowserContext) {
	const [report] = (await workOf(context)).reports;
	if (!report?.earlier) throw new Error('The leader has a report to enter, and one before.');
	return { ...report, earlier: report.earlier };
}

const keep = (page: Page) =>
	page.evaluate(async () => {
		await navigator.serviceWorker.ready;
	});

/** The list, once the device has it. */
async function openList(page: Page): Promise<void> {
	await page.goto('/nhap-lieu');
	await expect(page.getByText(/^Danh sách lấy lúc/)).toBeVisible();
}

/** The summary of a report, wherever it stands. */
async function openSummary(page: Page, report: Work['reports'][number]): Promise<void> {
	await openReport(page, report);
	const again = page.getByRole('button', { name: 'Nhập bản đính chính' });
	const question = page.getByText('Câu 1 trên 11');
	const summary = page.getByRole('heading', { name: 'Xem lại trước khi gửi' });
	await expect(again.or(question).or(summary)).toBeVisible();
	if (await again.isVisible()) await again.click();
	await expect(question.or(summary)).toBeVisible();
	if (await question.isVisible()) await answerAll(page, () => undefined);
	await expect(summary).toBeVisible();
}

/** Answers the ten questions as last month and goes to the summary; every touch is told. */
async function answerAll(page: Page, tapped: () => void): Promise<void> {
	for (let question = 1; question <= 10; question += 1) {
		await expect(page.getByText(`Câu ${question} trên 11`)).toBeVisible();
		await page.getByRole('button', { name: /^Như kỳ trước/ }).click();
		tapped();
	}
	await page.getByRole('button', { name: 'Xem lại và gửi' }).click();
	tapped();
}

async function changeHouseholds(page: Page, households: number): Promise<void> {
	await page.getByRole('button', { name: 'Sửa “Tổng số hộ”' }).click();
	await expect(page.getByText('Câu 1 trên 11')).toBeVisible();
	await page.getByLabel('Tổng số hộ').fill(String(households));
	for (let question = 1; question <= 10; question += 1) {
		await expect(page.getByText(`Câu ${question} trên 11`)).toBeVisible();
		await page.getByRole('button', { name: 'Tiếp', exact: true }).click();
	}
	await page.getByRole('button', { name: 'Xem lại và gửi' }).click();
}

const send = (page: Page) => page.getByRole('button', { name: /^Gửi (báo cáo|bản đính chính)$/ });
const received = (page: Page) => page.getByText(/^Máy chủ đã nhận lúc/);

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

test('a leader reports a month with at most 15 taps', async ({ browser }) => {
	const context = await phone(browser, leader);
	const page = await context.newPage();
	const { reports } = await workOf(context);
	const report = reports.find(({ newest }) => newest === null);
	if (!report?.earlier) throw new Error('The leader has a report to enter, and one before.');
	const { earlier } = report;
	await openList(page);
	await expectNoAxeViolations(page);
	let taps = 0;
	const tapped = () => (taps += 1);
	await openReport(page, report);
	tapped();
	for (let question = 1; question <= 10; question += 1) {
		const input = page.locator('input[inputmode=numeric]');
		await expect(page.getByText(`Câu ${question} trên 11`)).toBeVisible();
		await expect(input).toBeFocused();
		await expectNoSidewaysScrolling(page);
		const name = (await input.getAttribute('name'))?.replace('householdSkills.', '') ?? '';
		// Half of the figures are typed, each ended by the keypad's own key; the others are as before.
		if (question % 2 === 0) {
			await page.keyboard.type(String(earlier.householdSkills[name]));
			await page.keyboard.press('Enter');
		} else await page.getByRole('button', { name: /^Như kỳ trước/ }).click();
		tapped();
	}
	await expectNoAxeViolations(page);
	await page.getByRole('button', { name: 'Xem lại và gửi' }).click();
	tapped();
	await expect(page.getByText('Mọi số đều giống hệt kỳ trước')).toBeVisible();
	await expectNoAxeViolations(page);
	await expectNoSidewaysScrolling(page);
	await send(page).click();
	tapped();
	await expect(received(page)).toBeVisible();
	expect(taps).toBeLessThanOrEqual(15);
	await context.close();
});

declare global {
	interface Window {
		/** Whether the device had what waits when the page said that it does. */
		hadWhenSaid?: boolean;
	}
}

const watchQueue = (page: Page) =>
	page.addInitScript(() => {
		let isKept = false;
		const put = Reflect.get<IDBObjectStore, 'put'>(IDBObjectStore.prototype, 'put');
		IDBObjectStore.prototype.put = function (...given) {
			const [{ state }] = given as [{ state?: string }];
			const request = put.apply(this, given);
			if (state === 'waiting') request.addEventListener('success', () => (isKept = true));
			return request;
		};
		new MutationObserver(() => {
			const isSaid = document.body.textContent.includes('Báo cáo đã xếp hàng chờ gửi.');
			if (isSaid) window.hadWhenSaid ??= isKept;
		}).observe(document, { childList: true, subtree: true, characterData: true });
	});

test('what is entered offline survives a closed page and arrives once', async ({ browser }) => {
	const context = await phone(browser, leader);
	const before = await reportOf(context);
	const first = await context.newPage();
	await watchQueue(first);
	await openList(first);
	await keep(first);
	await first.reload();
	await context.setOffline(true);
	await openSummary(first, before);
	await changeHouseholds(first, before.earlier.householdSkills['households'] ?? 0);
	await send(first).click();
	await expect(first.getByText('Báo cáo đã xếp hàng chờ gửi.')).toBeVisible();
	expect(await first.evaluate(() => window.hadWhenSaid)).toBe(true);
	await first.close();

	const second = await context.newPage();
	await second.goto('/nhap-lieu');
	await expect(second.getByText('Đang không có mạng.')).toBeVisible();
	await expect(second.getByText('1 báo cáo chờ gửi')).toBeVisible();
	await expectNoAxeViolations(second);
	await context.setOffline(false);
	await expect(second.getByText('1 báo cáo chờ gửi')).toBeHidden();
	await second.reload();
	await expect(second.getByText('Đã gửi, chờ duyệt').first()).toBeVisible();
	const after = await reportOf(context);
	expect(after.newest?.revision).toBe((before.newest?.revision ?? 0) + 1);
	await context.close();
});

test('a session that has ended loses nothing', async ({ browser }) => {
	const context = await phone(browser, leader);
	const before = await reportOf(context);
	const page = await context.newPage();
	await openList(page);
	await openSummary(page, before);
	await context.clearCookies({ name: 'session' });
	await send(page).click();
	await expect(page.getByText('Phiên đăng nhập đã hết.')).toBeVisible();
	await page.getByRole('link', { name: 'Đăng nhập' }).click();
	await page.locator('input[name=name]').fill(leader);
	await page.locator('input[type=password]').fill(password);
	await page.locator('main form').getByRole('button').click();
	await expect(page).toHaveURL(/\/nhap-lieu$/);
	await expect(page.getByText('Đã gửi, chờ duyệt').first()).toBeVisible();
	expect((await reportOf(context)).newest?.revision).toBe((before.newest?.revision ?? 0) + 1);
	await context.close();
});

test('a server in trouble is tried again, by itself', async ({ browser }) => {
	const context = await phone(browser, leader);
	const before = await reportOf(context);
	const page = await context.newPage();
	let refusals = 0;
	await context.route('**/api/entry', async (route) => {
		if (route.request().method() !== 'POST' || refusals > 0) return route.fallback();
		refusals += 1;
		await route.fulfill({ status: 500, body: '{}' });
	});
	await openList(page);
	await openSummary(page, before);
	await send(page).click();
	await expect(received(page)).toBeVisible({ timeout: 20_000 });
	expect(refusals).toBe(1);
	expect((await reportOf(context)).newest?.revision).toBe((before.newest?.revision ?? 0) + 1);
	await context.close();
});

test('two devices with the same report: both figures are shown, and one is chosen', async ({
	browser,
}) => {
	const village = await phone(browser, leader);
	const page = await village.newPage();
	const before = await reportOf(village);
	const households = before.earlier.householdSkills['households'] ?? 0;
	await openList(page);
	await openSummary(page, before);

	const commune = await phone(browser, officer);
	const newer = { ...before.earlier.householdSkills, households: households + 3 };
	const answer = await commune.request.post(`${serverAddress}/api/v1/reports`, {
		data: {
			unit: before.unit.code,
			period: before.period,
			householdSkills: newer,
			source: 'phone',
			reason: 'tổ báo lại qua điện thoại',
		},
		headers: { origin: serverAddress },
	});
	expect(answer.status()).toBe(201);

	await changeHouseholds(page, households + 1);
	await send(page).click();
	await expect(page.getByRole('heading', { name: 'Đã có bản mới hơn' })).toBeVisible();
	const choice = page.getByRole('group', { name: 'Tổng số hộ' });
	await expect(choice.getByText(String(households + 1))).toBeVisible();
	await expectNoAxeViolations(page);
	await expectNoSidewaysScrolling(page);
	await choice.getByText(String(households + 3)).click();
	const keepNewer = page.getByRole('button', { name: 'Giữ bản mới hơn, bỏ bản của tôi' });
	const sendChosen = page.getByRole('button', { name: 'Gửi các số đã chọn' });
	await keepNewer.or(sendChosen).click();
	await expect(received(page)).toBeVisible();
	expect((await reportOf(village)).newest?.householdSkills.households).toBe(households + 3);
	await village.close();
	await commune.close();
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

test('the form at the desk asks about an odd figure as one types, and the approver reads why', async ({
	browser,
}) => {
	const commune = await phone(browser, officer);
	const { reports } = await workOf(commune);
	const report = reports.find(
		({ unit, newest, earlier }) => unit.level === 'village' && newest === null && earlier,
	);
	if (!report?.earlier) throw new Error('The commune has a village that has not reported.');
	const address = `/bao-cao/${report.unit.code}/${report.period}`;
	const households = report.earlier.householdSkills['households'] ?? 0;
	const page = await commune.newPage();
	await page.goto(address);
	const field = (label: string) => page.getByLabel(label, { exact: true });
	await field('Tổng số hộ').fill(String(households));
	await field('Hộ có tài khoản VNeID').fill(String(households + 1));
	await expect(field('Hộ có tài khoản VNeID')).toHaveAttribute('aria-invalid', 'true');
	await field('Hộ có tài khoản VNeID').fill('1');
	await expect(page.getByText(/thay đổi nhiều\.$/)).toBeVisible();
	await expectNoSidewaysScrolling(page);
	await page.getByLabel('Giải thích: Hộ có tài khoản VNeID').fill('kỳ trước đếm nhầm theo người');
	await page.getByLabel(/^Lý do \(khi số liệu giảm/).fill('kỳ trước đếm theo người');
	await page.getByLabel('Tổ báo qua điện thoại').check();
	await expectNoAxeViolations(page);
	await page.getByRole('button', { name: 'Nộp báo cáo' }).click();
	await expect(page.getByText(/^Đã nhận báo cáo lúc/)).toBeVisible();

	const desk = await phone(browser, 'duyet');
	const approval = await desk.newPage();
	await approval.goto(address);
	await expect(approval.getByText('Giải thích: kỳ trước đếm nhầm theo người')).toBeVisible();
	await expectNoAxeViolations(approval);
	await commune.close();
	await desk.close();
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

/** What browsers have learnt since the end of 2021; the page has to do without. */
const younger = [
	'Array.prototype.findLast',
	'Array.prototype.findLastIndex',
	'Array.prototype.toSorted',
	'Array.prototype.toReversed',
	'Array.prototype.with',
	'Array.fromAsync',
	'Object.groupBy',
	'Map.groupBy',
	'Promise.withResolvers',
	'Set.prototype.union',
	'Iterator',
	'URL.canParse',
	'structuredClone',
	'AbortSignal.timeout',
	'AbortSignal.any',
	'scheduler',
	'navigation',
	'CSS.highlights',
	'Intl.Segmenter',
];

test('a browser of five years ago enters and sends', async ({ browser }) => {
	const context = await phone(browser, leader);
	await context.addInitScript((names) => {
		for (const name of names) {
			const parts = name.split('.');
			const last = parts.pop() ?? '';
			let owner: object | undefined = globalThis;
			for (const part of parts) owner = owner && (Reflect.get(owner, part) as object | undefined);
			if (owner) Reflect.deleteProperty(owner, last);
		}
	}, younger);
	const page = await context.newPage();
	const report = await reportOf(context);
	const faults: string[] = [];
	page.on('pageerror', ({ message }) => faults.push(message));
	await openList(page);
	expect(await page.evaluate(() => 'structuredClone' in globalThis)).toBe(false);
	await openSummary(page, report);
	await send(page).click();
	await expect(received(page)).toBeVisible();
	expect(faults).toEqual([]);
	const assets = JSON.parse(readFileSync('build/client/_app/entry-assets.json', 'utf8')) as {
		vi: string[];
	};
	const styles = assets.vi.filter((file) => file.endsWith('.css'));
	const words = styles.map((file) => readFileSync(`build/client${file}`, 'utf8')).join('');
	expect(words).not.toContain('light-dark(');
	expect(words).not.toMatch(/[\d.]d[vs][hw]\b/);
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
