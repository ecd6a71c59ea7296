import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { entryText } from '../../../../tests/fixtures/papers/docx-text';
import { codesOfForm } from '../../indicators/rules.server';
import { householdFields, type ReportedUnit } from '../../reports/status/reported.server';
import { readGrids } from '../workbook/read-grids.server';
import { columnsFor, figureColumns } from './columns.server';
import { formVersion, hiddenKeys } from './form-version';
import { periodToText, textToPeriod } from './period-text';
import { readRows } from './read-rows.server';
import { figureAddress, writeForm } from './write-form.server';

const october = { code: '2026-10', title: null };
const enterprise = { kind: 'doanhNghiep', level: 'organisation' } as const;
const enterpriseColumns = columnsFor([enterprise]);

describe('the form', () => {
	const unit: ReportedUnit = {
		id: 1,
		code: '07294',
		kind: 'xa',
		name: 'Đèo Gia',
		level: 'commune',
		parentName: 'Thử Nghiệm',
		revision: 0,
		contents: null,
	};
	const fill = async (change: (sheet: ExcelJS.Worksheet, workbook: ExcelJS.Workbook) => void) => {
		const workbook = new ExcelJS.Workbook();
		await workbook.xlsx.load((await writeForm(october, [unit])).slice().buffer);
		const sheet = workbook.worksheets[0];
		if (!sheet) throw new Error('The form has a sheet.');
		change(sheet, workbook);
		const content = new Uint8Array(await workbook.xlsx.writeBuffer());
		return readRows(await readGrids(content), figureColumns);
	};

	it('locks headings, opens figures, explains each column and offers the words', async () => {
		const workbook = new ExcelJS.Workbook();
		await workbook.xlsx.load((await writeForm(october, [unit])).slice().buffer);
		const sheet = workbook.worksheets[0];
		const leaflets = sheet?.getCell(figureAddress('leaflets', 7));
		expect(sheet?.getCell('A7').value).toBe('07294');
		// Cells are locked unless they say otherwise.
		expect(sheet?.getCell('A7').protection).toBeUndefined();
		expect(leaflets?.protection.locked).toBe(false);
		expect(leaflets?.dataValidation).toMatchObject({
			type: 'list',
			formulae: ['"không có số liệu,không áp dụng"'],
		});
		expect(sheet?.getCell(figureAddress('households', 7)).dataValidation).toMatchObject({
			type: 'whole',
			operator: 'greaterThanOrEqual',
		});
		expect(JSON.stringify(sheet?.getCell(figureAddress('leaflets', 4)).note)).toContain(
			'Số tờ rơi đã phát đến người dân.',
		);
		expect(sheet?.getCell(figureAddress('leaflets', 5)).value).toBe('số lượng');
		for (const key of householdFields)
			expect(sheet?.getCell(figureAddress(key, 6)).value).toBe(key);
	});

	it('has the parts of its sheet in the order that Excel asks for', async () => {
		const content = await writeForm(october, [unit]);
		const xml = await entryText(content, 'xl/worksheets/sheet1.xml');
		const parts = ['</sheetData>', '<sheetProtection ', '<mergeCells ', '<dataValidations '];
		const places = parts.map((part) => xml.indexOf(part));
		expect(places).not.toContain(-1);
		expect(places).toEqual([...places].sort((one, other) => one - other));
		expect(xml.split('<sheetProtection ')).toHaveLength(2);
	});

	it('of an organisation asks for its own few figures, and for no households', async () => {
		const workbook = new ExcelJS.Workbook();
		const post = { ...unit, ...enterprise, code: 'BD98' };
		await workbook.xlsx.load((await writeForm(october, [post])).slice().buffer);
		const sheet = workbook.worksheets[0];
		const keys = Array.from(
			{ length: sheet?.columnCount ?? 0 },
			(_, index) => sheet?.getCell(6, index + 1).text,
		);
		expect(keys.slice(4, -1).sort()).toEqual([...codesOfForm('doanhNghiep')].sort());
		const address = figureAddress('ocopProducts', 7, enterpriseColumns);
		expect(sheet?.getCell(address).dataValidation).toMatchObject({ type: 'list' });
	});

	it('is headed by its period, and by what an ad hoc report is about', async () => {
		const titleOf = async (code: string, title: string | null) => {
			const workbook = new ExcelJS.Workbook();
			await workbook.xlsx.load((await writeForm({ code, title }, [unit])).slice().buffer);
			return workbook.worksheets[0]?.getCell('A1').value;
		};
		expect(await titleOf('2026', null)).toMatch(/– NĂM 2026$/);
		expect(await titleOf('BAO-LU', 'Khắc phục bão')).toMatch(/– ĐỘT XUẤT BAO-LU: KHẮC PHỤC BÃO$/);
	});

	it('names its period so that no spreadsheet takes it for a date, and reads what people write', () => {
		for (const [text, code] of [
			['Tháng 10/2026', '2026-10'],
			['Quý IV/2026', '2026-Q4'],
			['Năm 2026', '2026'],
			['Đột xuất MAR-26', 'MAR-26'],
		] as const) {
			expect(periodToText(code)).toBe(text);
			expect(textToPeriod(text)).toBe(code);
		}
		for (const [text, code] of [
			[' thang 3/2026', '2026-03'],
			['QUY 2 / 2026', '2026-Q2'],
			['nam 2026', '2026'],
			['2026', '2026'],
			['đột xuất: bao-lu', 'BAO-LU'],
			['bừa', 'bừa'],
		] as const)
			expect(textToPeriod(text)).toBe(code);
	});

	it('reads what people write in a cell', async () => {
		const [row] = await fill((sheet) => {
			sheet.getCell(figureAddress('leaflets', 7)).value = '> 1.200';
			sheet.getCell(figureAddress('newsItems', 7)).value = 'Khoảng 40';
			sheet.getCell(figureAddress('devices', 7)).value = 'khong ap dung';
			sheet.getCell(figureAddress('members', 7)).value = '6';
		});
		expect(row?.input).toMatchObject({
			unit: '07294',
			period: '2026-10',
			values: [
				{ indicator: 'members', value: 6, qualifier: '=' },
				{ indicator: 'leaflets', value: 1200, qualifier: '>' },
				{ indicator: 'newsItems', value: 40, qualifier: '~' },
				{ indicator: 'devices', status: 'notApplicable' },
			],
		});
		expect(row?.problems).toEqual([]);
	});

	it('names the cell of each figure that it cannot take', async () => {
		const [row] = await fill((sheet) => {
			sheet.getCell(figureAddress('leaflets', 7)).value = { formula: 'A1', result: 3 };
			sheet.getCell(figureAddress('newsItems', 7)).value = 12.5;
			sheet.getCell(figureAddress('members', 7)).value = -1;
			sheet.getCell(figureAddress('devices', 7)).style = { numFmt: 'dd/mm/yyyy' };
			sheet.getCell(figureAddress('devices', 7)).value = new Date();
			sheet.getCell(figureAddress('households', 7)).value = 'hơn 12';
		});
		expect(row?.problems.map(({ address, rule }) => [address, rule])).toEqual([
			[figureAddress('households', 7), 'exactNumber'],
			[figureAddress('members', 7), 'wholeNumber'],
			[figureAddress('leaflets', 7), 'formula'],
			[figureAddress('newsItems', 7), 'wholeNumber'],
			[figureAddress('devices', 7), 'notTextOrNumber'],
		]);
	});

	it('gives a unit its leading zero back when a spreadsheet took it', async () => {
		const [row] = await fill((sheet) => {
			sheet.getCell('A7').value = 7294;
			sheet.getCell(figureAddress('leaflets', 7)).value = 5;
		});
		expect(row?.unit).toBe('07294');
	});

	it('is refused when it is empty, of another version, or no form at all', async () => {
		await expect(fill(() => {})).rejects.toMatchObject({ refusal: 'noRows' });
		await expect(
			fill((_, workbook) => {
				for (const sheet of workbook.worksheets)
					sheet.eachRow((row) => {
						if (row.getCell(1).value === hiddenKeys.version)
							row.getCell(2).value = `${formVersion}0`;
					});
			}),
		).rejects.toMatchObject({ refusal: 'otherVersion' });
		const csv = new TextEncoder().encode('Tên,Số\nA,1\n');
		const file = await readGrids(csv);
		expect(() => readRows(file, figureColumns)).toThrow('wrongSheet');
	});
});
