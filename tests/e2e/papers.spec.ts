import { readFile } from 'node:fs/promises';
import ExcelJS from 'exceljs';
import { docxText } from '../fixtures/papers/docx-text';
import { rawWorkbook } from '../fixtures/papers/raw-workbook';
import { serverAddress } from './environment';
import { expect, expectNoAxeViolations, expectNoSidewaysScrolling, test } from './fixtures';

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Column letters of the form's row of codes. */
function columnOf(sheet: ExcelJS.Worksheet, key: string): string {
	for (let column = 1; column <= sheet.columnCount; column++)
		if (sheet.getCell(6, column).value === key) return sheet.getColumn(column).letter;
	throw new Error(`The form has a column ${key}.`);
}

test('a form is downloaded, filled, looked at and only then handed in', async ({
	page,
	signIn,
	pageFaults,
}) => {
	await signIn('reporter');
	await page.goto('/bao-cao/bieu-excel');
	await page.getByLabel('Cấp').selectOption({ label: 'Xã, phường' });
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: 'Tải về' }).click(),
	]);
	const workbook = new ExcelJS.Workbook();
	await workbook.xlsx.load((await readFile(await download.path())).buffer.slice(0));
	const sheet = workbook.worksheets[0];
	if (!sheet) throw new Error('The form has a sheet.');
	const households = columnOf(sheet, 'households');
	const skill = columnOf(sheet, 'skill1');
	// All figures of the third row are its own: what was there before must not stand against it.
	for (const row of [7, 8])
		sheet.getRow(row).eachCell((cell, column) => {
			if (column > 4) cell.value = null;
		});
	sheet.getCell(`${columnOf(sheet, 'leaflets')}7`).value = 'hơn 120';
	// Four counts that all end in 0 look like guesses.
	for (const key of ['outreachSessions', 'outreachAttendance', 'householdTurns', 'newsItems'])
		sheet.getCell(`${columnOf(sheet, key)}7`).value = 40;
	sheet.getCell(`${households}8`).value = 40;
	sheet.getCell(`${skill}8`).value = 41;
	const file = (name: string, buffer: Buffer) => ({ name, mimeType: workbookType, buffer });
	const filled = Buffer.from(await workbook.xlsx.writeBuffer());

	await page
		.getByLabel('Các tệp Excel')
		.setInputFiles([file('biểu.xlsx', filled), file('khác.xlsx', Buffer.from('%PDF-1.7'))]);
	await page.getByRole('button', { name: 'Kiểm tra các tệp' }).click();
	await expect(page.getByRole('heading', { name: 'Xem lại trước khi nộp' })).toBeVisible();
	const ofSkill = page
		.getByRole('listitem')
		.filter({ hasText: `Ô ${skill}8 (Hộ biết dịch vụ công` });
	await expect(ofSkill.filter({ hasText: 'không được lớn hơn' })).toBeVisible();
	await expect(page.getByText('Các số đều tròn chục')).toBeVisible();
	await expect(page.getByText('Đây không phải tệp Excel (.xlsx) hay CSV.')).toBeVisible();
	await expectNoAxeViolations(page);
	await page.setViewportSize({ width: 360, height: 740 });
	await expectNoSidewaysScrolling(page);

	const [marked] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('link', { name: 'Tải bản đánh dấu chỗ sai' }).click(),
	]);
	const copy = new ExcelJS.Workbook();
	await copy.xlsx.load((await readFile(await marked.path())).buffer.slice(0));
	expect(JSON.stringify(copy.worksheets[0]?.getCell(`${skill}8`).note)).toContain('tổng số hộ');

	const word = page.getByLabel(/^Giải thích cho /);
	await word.fill('ừ');
	await page.getByRole('button', { name: /^Nộp \d/ }).click();
	await expect(word).toHaveAttribute('aria-invalid', 'true');
	await expect(word).toHaveValue('ừ');
	await word.fill('Đúng là tròn số, đã đếm lại.');
	await page.getByRole('button', { name: /^Nộp \d/ }).click();
	await expect(page.getByText(/^Đã nhận \d+ báo cáo lúc/)).toBeVisible();
	await expect(page.getByRole('button', { name: /^Nộp \d/ })).toHaveCount(0);
	expect(pageFaults).toEqual([]);
});

test('files that are made to stop a server are refused, and everybody else is answered', async ({
	page,
	request,
	signIn,
}) => {
	await signIn('reporter');
	await page.goto('/bao-cao/bieu-excel');
	const one = '<row r="1"><c r="A1"><v>1</v></c></row>';
	const behind =
		'<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells><dataValidations><dataValidation sqref="A1:XFD1048576"/></dataValidations>';
	const merged = rawWorkbook([{ name: 'Một', rows: one, after: behind }]);
	await page.getByLabel('Các tệp Excel').setInputFiles([
		{ name: 'gộp.xlsx', mimeType: workbookType, buffer: Buffer.from(merged) },
		{ name: 'dài.csv', mimeType: 'text/csv', buffer: Buffer.from('a\n'.repeat(1_500_000)) },
		{ name: 'rộng.csv', mimeType: 'text/csv', buffer: Buffer.from('a,'.repeat(1_500_000)) },
	]);
	const heading = page.getByRole('heading', { name: 'Xem lại trước khi nộp' });
	const sent = page.getByRole('button', { name: 'Kiểm tra các tệp' }).click();
	// A second is what a supervisor waits before it takes a server for dead.
	while (!(await heading.isVisible()))
		expect((await request.get('/healthz', { timeout: 1000 })).status()).toBe(200);
	await sent;
	await expect(page.getByText('Không tìm thấy biểu báo cáo trong tệp.')).toBeVisible();
	await expect(page.getByText('(hơn 5.000). Hãy chia thành nhiều tệp. Dòng 5.001.')).toBeVisible();
	await expect(page.getByText('Tệp có quá nhiều ô.')).toBeVisible();
});

test('a file of a hundred megabytes is refused in plain words', async ({ page, signIn }) => {
	await signIn('reporter');
	await page.goto('/bao-cao/bieu-excel');
	const answer = await page.request.post(`${serverAddress}/bao-cao/bieu-excel`, {
		headers: { origin: serverAddress, accept: 'text/html' },
		multipart: {
			files: { name: 'lớn.xlsx', mimeType: workbookType, buffer: Buffer.alloc(100_000_000) },
		},
	});
	expect(answer.status()).toBe(413);
	expect(await answer.text()).toContain('Các tệp quá lớn: tổng cộng không được quá 7 MB.');

	let sent = false;
	page.on('request', (request) => {
		sent ||= request.method() === 'POST';
	});
	await page.getByLabel('Các tệp Excel').setInputFiles({
		name: 'lớn.xlsx',
		mimeType: workbookType,
		buffer: Buffer.alloc(9_000_000),
	});
	await page.getByRole('button', { name: 'Kiểm tra các tệp' }).click();
	await expect(page.getByRole('alert')).toContainText('Các tệp quá lớn');
	expect(sent).toBe(false);
});

test('any past period can be chosen, and the list says which one is shown', async ({
	page,
	signIn,
}) => {
	await signIn('approver');
	for (const span of ['2022', '2023-Q3', '2022-01']) {
		await page.goto(`/bao-cao/du-thao?ky=${span}`);
		await expect(page.locator('select[name="ky"]')).toHaveValue(span);
	}
	await page.goto('/hoat-dong?thang=2023-11');
	await expect(page.locator('select[name="thang"]')).toHaveValue('2023-11');
	await expect(page.locator('select[name="thang"] option').last()).toHaveAttribute(
		'value',
		'2022-01',
	);
});

test('an official report is drafted with what its clerk wrote', async ({ page, signIn }) => {
	await signIn('approver');
	await page.goto('/bao-cao/du-thao');
	await page.getByLabel('Cơ quan ban hành').fill('');
	await page.getByLabel('Tồn tại, hạn chế').fill('Nhiều hộ chưa có điện thoại thông minh.');
	await page.getByRole('button', { name: 'Lưu phần viết' }).click();
	await expect(page.getByLabel('Cơ quan ban hành')).toHaveAttribute('aria-invalid', 'true');
	await expect(page.getByLabel('Tồn tại, hạn chế')).toHaveValue(/điện thoại thông minh/);
	await expectNoAxeViolations(page);
	await page.getByLabel('Cơ quan ban hành').fill('Ủy ban nhân dân tỉnh');
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: 'Lưu và tải dự thảo' }).click(),
	]);
	expect(download.suggestedFilename()).toMatch(/^bao-cao-.+\.docx$/);
	const text = await docxText(await readFile(await download.path()));
	expect(text).toContain('Nhiều hộ chưa có điện thoại thông minh.');
	expect(text).toContain('2. Tồn tại, hạn chế');
	expect(text.some((line) => line.includes('có người biết đủ năm kỹ năng số'))).toBe(true);
});
