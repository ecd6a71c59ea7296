import type { BrowserContext, Page } from '@playwright/test';
import { expect, expectNoAxeViolations, expectNoSidewaysScrolling, test } from './fixtures';
import { officer, openReport, phone, workOf } from './phones';

const notKept = (page: Page) => page.getByText('Máy này không lưu được số liệu');
const send = (page: Page) => page.getByRole('button', { name: /^Gửi (báo cáo|bản đính chính)$/ });

/** The summary of a report that no other spec enters, with all ten questions answered. */
async function answerAll(page: Page): Promise<void> {
	const { reports } = await workOf(page.context());
	const report = reports.findLast(({ unit, earlier }) => unit.level === 'village' && earlier);
	if (!report) throw new Error('The commune has a village with a report to enter.');
	await page.goto('/nhap-lieu');
	await expect(page.getByText(/^Danh sách lấy lúc/)).toBeVisible();
	await openReport(page, report);
	const again = page.getByRole('button', { name: 'Nhập bản đính chính' });
	const question = page.getByText('Câu 1 trên 11');
	const summary = page.getByRole('heading', { name: 'Xem lại trước khi gửi' });
	await expect(again.or(question).or(summary)).toBeVisible();
	if (await again.isVisible()) await again.click();
	await expect(question.or(summary)).toBeVisible();
	if (await question.isVisible()) {
		for (let number = 1; number <= 10; number += 1) {
			await expect(page.getByText(`Câu ${number} trên 11`)).toBeVisible();
			await page.getByRole('button', { name: /^Như kỳ trước/ }).click();
		}
		await page.getByRole('button', { name: 'Xem lại và gửi' }).click();
	}
	await expect(summary).toBeVisible();
}

const households = (page: Page) => page.getByRole('button', { name: 'Sửa “Tổng số hộ”' });

/** Comes back to the page, as from another app. */
const comeBack = (page: Page) =>
	page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));

async function expectSentWith(page: Page): Promise<void> {
	await expect(notKept(page)).toBeVisible();
	await expectNoSidewaysScrolling(page);
	await send(page).click();
	await expect(page.getByText(/^Máy chủ đã nhận lúc/)).toBeVisible();
}

async function opened(browser: Parameters<typeof phone>[0]): Promise<[BrowserContext, Page]> {
	const context = await phone(browser, officer);
	return [context, await context.newPage()];
}

test('a browser that refuses storage says so and sends what was typed', async ({ browser }) => {
	const [context, page] = await opened(browser);
	await page.addInitScript(() => {
		const refuse = () => new DOMException('refused', 'SecurityError');
		IDBFactory.prototype.open = () => {
			throw refuse();
		};
		// What goes with site data that is blocked.
		LockManager.prototype.request = () => Promise.reject(refuse());
		StorageManager.prototype.persist = () => Promise.reject(refuse());
		ServiceWorkerContainer.prototype.getRegistration = () => Promise.reject(refuse());
	});
	const faults: string[] = [];
	page.on('pageerror', ({ message }) => faults.push(message));
	await answerAll(page);
	await expectNoAxeViolations(page);
	await expectSentWith(page);
	expect(faults).toEqual([]);
	await context.close();
});

test('a tally sheet that the phone cannot keep says so, and is counted all the same', async ({
	browser,
}) => {
	const [context, page] = await opened(browser);
	await page.addInitScript(() => {
		IDBObjectStore.prototype.put = () => {
			throw new DOMException('full', 'QuotaExceededError');
		};
	});
	await answerAll(page);
	await page.getByRole('link', { name: 'Tích theo từng hộ' }).click();
	await page.getByRole('button', { name: 'Thêm các số từ 1 đến 10' }).click();
	await expect(notKept(page)).toBeVisible();
	const renewed = page.waitForResponse(/\/api\/entry\?/);
	await comeBack(page);
	await renewed;
	await page.getByRole('button', { name: 'Đưa các số này vào báo cáo' }).click();
	await expect(households(page)).toContainText('10');
	await context.close();
});

test('a full phone loses none of ten answers, and sends them', async ({ browser }) => {
	const [context, page] = await opened(browser);
	await page.addInitScript(() => {
		IDBObjectStore.prototype.put = () => {
			throw new DOMException('full', 'QuotaExceededError');
		};
	});
	await answerAll(page);
	const said = await households(page).textContent();
	expect(said).toMatch(/\d/);
	const renewed = page.waitForResponse(/\/api\/entry\?/);
	await comeBack(page);
	await renewed;
	await expect(households(page)).toHaveText(said ?? '');
	await expectSentWith(page);
	await context.close();
});

test('storage that the browser has dropped is opened again', async ({ browser }) => {
	const [context, page] = await opened(browser);
	await page.addInitScript(() => {
		const open = Reflect.get<IDBFactory, 'open'>(IDBFactory.prototype, 'open');
		const dropped = new Set<IDBDatabase>();
		Object.assign(globalThis, { dropped });
		IDBFactory.prototype.open = function (...given) {
			const request = open.apply(this, given);
			request.addEventListener('success', () => dropped.add(request.result));
			return request;
		};
	});
	await answerAll(page);
	await page.evaluate(() => {
		for (const database of (globalThis as unknown as { dropped: Set<IDBDatabase> }).dropped)
			database.close();
	});
	await households(page).click();
	await page.getByRole('button', { name: 'Thêm 1' }).click();
	const typed = await page.getByLabel('Tổng số hộ').inputValue();
	await expect(notKept(page)).toBeHidden();
	await page.reload();
	await expect(households(page)).toContainText(typed);
	await page.getByRole('button', { name: 'Bỏ bản nhập dở' }).click();
	await context.close();
});
