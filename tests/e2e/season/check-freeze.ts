import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, expectNoAxeViolations, expectNoSidewaysScrolling } from '../fixtures';

/** A visitor computes a frozen season again in the browser, and finds out a file that was changed. */
export async function checkFreeze(page: Page, season: string): Promise<void> {
	await page.goto(season);
	await expectNoSidewaysScrolling(page);
	await expectNoAxeViolations(page);
	await page.getByRole('link', { name: 'Tự kiểm tra bằng trình duyệt' }).click();
	await page.getByRole('button', { name: 'Kiểm tra' }).click();
	await expect(page.getByText('Khớp: mọi điểm và nhóm đúng như đã công bố.')).toBeVisible();
	await expectNoAxeViolations(page);
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('link', { name: 'Tải tệp đã khóa (.json)' }).click(),
	]);
	const file = readFileSync(await download.path(), 'utf8');
	const forged = file.replace('\\"completeness\\":0,', '\\"completeness\\":1,');
	await page.getByLabel('Hoặc chọn tệp').setInputFiles({
		...{ name: 'sua.json', mimeType: 'application/json', buffer: Buffer.from(forged) },
	});
	await expect(page.getByText('Không khớp.')).toBeVisible();
	await expect(page.getByRole('row', { name: /Từng điểm, hạng và nhóm/ })).toContainText(
		/không khớp: 0\.\w+\.apart\.0\.completeness: công bố 1, tính lại 0/,
	);
}
