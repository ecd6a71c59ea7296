import ExcelJS from 'exceljs';
import type { Page } from '@playwright/test';
import { expect, expectNoAxeViolations, expectNoSidewaysScrolling, test } from './fixtures';

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The list of one commune as it goes out, which is also what a district would send back. */
async function exported(page: Page, unit: string): Promise<ExcelJS.Workbook> {
	const answer = await page.request.get(`/to-cong-nghe-so/xuat-tep?don-vi=${unit}&tep=xlsx`);
	expect(answer.status()).toBe(200);
	const workbook = new ExcelJS.Workbook();
	await workbook.xlsx.load(new Uint8Array(await answer.body()).buffer);
	return workbook;
}

async function send(page: Page, workbook: ExcelJS.Workbook): Promise<void> {
	await page.goto('/to-cong-nghe-so/nhap-tep');
	await page.getByLabel('Các tệp Excel').setInputFiles({
		name: 'phu-luc-1.xlsx',
		mimeType: workbookType,
		buffer: Buffer.from(await workbook.xlsx.writeBuffer()),
	});
	await page.getByRole('button', { name: 'Kiểm tra tệp' }).click();
	await expect(page.getByRole('heading', { name: 'Xem lại trước khi lưu' })).toBeVisible();
}

test('a list of teams is looked at, confirmed, and then says the same', async ({
	page,
	signIn,
	pageFaults,
}) => {
	await signIn('reporter');
	await page.setViewportSize({ width: 360, height: 740 });
	await page.goto('/to-cong-nghe-so/nhap-tep');
	const options = page.getByLabel('Đơn vị', { exact: true }).locator('option');
	const unit = await options.last().getAttribute('value');
	const workbook = await exported(page, unit ?? '');
	const sheet = workbook.getWorksheet('Phụ lục 1');
	if (!sheet) throw new Error('The form has its sheet.');
	// As the field writes it: an address before the name, a phone that lost its zero, a village misnamed.
	sheet.getCell('E14').value = 'Ông Nguyễn Văn Kiểm Thử, Trưởng thôn';
	sheet.getCell('F14').value = 912345678;
	sheet.getCell('C15').value = 'Thôn Không Có';

	await send(page, workbook);
	await expect(page.getByText(/^Tổ trưởng: .*Nguyễn Văn Kiểm Thử$/)).toBeVisible();
	await expect(page.getByText(/^Điện thoại: .*0912345678$/)).toBeVisible();
	await expect(page.getByText(/Ô C15:.*Xã này không có thôn/)).toBeVisible();
	await expectNoSidewaysScrolling(page);
	await expectNoAxeViolations(page);
	await page.getByRole('link', { name: '1 sai' }).click();
	await expect(page.getByRole('row')).toHaveCount(2);

	await page.getByRole('button', { name: 'Lưu 1 dòng' }).click();
	await expect(page.getByText(/^Đã lưu 1 dòng lúc/)).toBeVisible();

	await send(page, await exported(page, unit ?? ''));
	await expect(page.getByText('Không có dòng nào để lưu', { exact: false })).toBeVisible();
	expect(pageFaults).toEqual([]);
});

test('a file without a list is refused in words', async ({ page, signIn }) => {
	await signIn('reporter');
	await page.goto('/to-cong-nghe-so/nhap-tep');
	await page.getByLabel('Các tệp Excel').setInputFiles({
		name: 'thu.xlsx',
		mimeType: workbookType,
		buffer: Buffer.from('không phải Excel'),
	});
	await page.getByRole('button', { name: 'Kiểm tra tệp' }).click();
	await expect(page.getByRole('alert')).toContainText('thu.xlsx');
	await expect(page).toHaveURL(/\/to-cong-nghe-so\/nhap-tep$/);
});
