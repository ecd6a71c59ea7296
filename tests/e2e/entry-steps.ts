import type { BrowserContext, Page } from '@playwright/test';
import { expect } from './fixtures';
import { openReport, workOf, type Work } from './phones';

/** The village's first open report. */
export async function reportOf(context: BrowserContext) {
	const [report] = (await workOf(context)).reports;
	if (!report?.earlier) throw new Error('The leader has a report to enter, and one before.');
	return { ...report, earlier: report.earlier };
}

export const keep = (page: Page) =>
	page.evaluate(async () => {
		await navigator.serviceWorker.ready;
	});

/** The list, once the device has it. */
export async function openList(page: Page): Promise<void> {
	await page.goto('/nhap-lieu');
	await expect(page.getByText(/^Danh sách lấy lúc/)).toBeVisible();
}

/** The summary of a report, wherever it stands. */
export async function openSummary(page: Page, report: Work['reports'][number]): Promise<void> {
	await openReport(page, report);
	const again = page.getByRole('button', { name: 'Nhập bản đính chính' });
	const question = page.getByText('Câu 1 trên 11');
	const summary = page.getByRole('heading', { name: 'Xem lại trước khi gửi' });
	await expect(again.or(question).or(summary)).toBeVisible();
	if (await again.isVisible()) await again.click();
	await expect(question.or(summary)).toBeVisible();
	if (await question.isVisible()) await answerAll(page);
	await expect(summary).toBeVisible();
}

/** Answers the ten questions as last month and goes to the summary. */
async function answerAll(page: Page): Promise<void> {
	for (let question = 1; question <= 10; question += 1) {
		await expect(page.getByText(`Câu ${question} trên 11`)).toBeVisible();
		await page.getByRole('button', { name: /^Như kỳ trước/ }).click();
	}
	await page.getByRole('button', { name: 'Xem lại và gửi' }).click();
}

export async function changeHouseholds(page: Page, households: number): Promise<void> {
	await page.getByRole('button', { name: 'Sửa “Tổng số hộ”' }).click();
	await expect(page.getByText('Câu 1 trên 11')).toBeVisible();
	await page.getByLabel('Tổng số hộ').fill(String(households));
	for (let question = 1; question <= 10; question += 1) {
		await expect(page.getByText(`Câu ${question} trên 11`)).toBeVisible();
		await page.getByRole('button', { name: 'Tiếp', exact: true }).click();
	}
	await page.getByRole('button', { name: 'Xem lại và gửi' }).click();
}

export const send = (page: Page) =>
	page.getByRole('button', { name: /^Gửi (báo cáo|bản đính chính)$/ });
export const received = (page: Page) => page.getByText(/^Máy chủ đã nhận lúc/);
