import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { serverAddress } from './environment';
import {
	changeHouseholds,
	keep,
	openList,
	openSummary,
	received,
	reportOf,
	send,
} from './entry-steps';
import { expect, expectNoAxeViolations, expectNoSidewaysScrolling, test } from './fixtures';
import { leader, officer, openReport, password, phone, workOf } from './phones';

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
