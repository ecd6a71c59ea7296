import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReportContents, ReportedUnit } from '../../reports/reported.server';
import { householdFields } from '../../reports/reported.server';
import { readGrids } from '../workbook/read-grids.server';
import { reportColumns } from './columns.server';
import { readRows } from './read-rows.server';
import { writeReportsCsv } from './write-csv.server';
import { figureAddress, formVersion, hiddenKeys, writeForm } from './write-form.server';

const count = fc.nat({ max: 100_000_000 });
const value = (indicator: string) =>
	fc.oneof(
		fc.constant(null),
		fc.record({
			indicator: fc.constant(indicator),
			status: fc.constant('value' as const),
			value: count,
			qualifier: fc.constantFrom('=' as const, '>' as const, '~' as const),
		}),
		fc.record({
			indicator: fc.constant(indicator),
			status: fc.constantFrom('notAvailable' as const, 'notApplicable' as const),
			value: fc.constant(null),
			qualifier: fc.constant('=' as const),
		}),
	);
const codes = reportColumns.filter(({ kind }) => kind === 'indicator').map(({ key }) => key);
const text = fc.string({ unit: 'grapheme', minLength: 5 }).map((given) => given.trim());

const contents: fc.Arbitrary<ReportContents> = fc.record({
	householdSkills: fc.record({
		households: fc.option(count),
		skill1: fc.option(count),
		skill2: fc.option(count),
		skill3: fc.option(count),
		skill4: fc.option(count),
		skill5: fc.option(count),
		allFive: fc.option(count),
		assisted: fc.option(count),
		vneid: fc.option(count),
		serviceAccount: fc.option(count),
	}),
	values: fc
		.tuple(...codes.map(value))
		.map((values) => values.flatMap((given) => (given === null ? [] : [given]))),
	// Lines end as XML and CSV both keep them, and no file keeps control characters.
	reason: fc.oneof(
		fc.constant(null),
		text.filter((given) => given !== '' && !/\p{Cc}|\p{Cn}|\p{Cs}/u.test(given)),
		fc.constantFrom('=1+1 là lý do', '-do chuyển đi', "'=đã có dấu", '; , " dòng\nhai'),
	),
});
const units: fc.Arbitrary<ReportedUnit[]> = fc
	.array(contents, { minLength: 1, maxLength: 4 })
	.map((reports) =>
		reports.map((report, index) => ({
			id: index,
			code: `0729${index}`,
			kind: 'xa',
			name: `=Xã ${index}`,
			level: 'commune',
			parentName: '-Tỉnh',
			revision: 1,
			contents: report,
		})),
	);

/** What an import of the export should hold: reports without a figure are none. */
function expectedInputs(reported: readonly ReportedUnit[], period: string) {
	return reported.flatMap(({ code, contents: report }) => {
		if (!report) return [];
		const skills = Object.entries(report.householdSkills).filter(([, number]) => number !== null);
		if (skills.length === 0 && report.values.length === 0) return [];
		return [
			{
				unit: code,
				period,
				...(skills.length > 0 ? { householdSkills: Object.fromEntries(skills) } : {}),
				values: report.values,
				...(report.reason === null ? {} : { reason: report.reason }),
			},
		];
	});
}

const hasFigures = (reported: readonly ReportedUnit[]) =>
	expectedInputs(reported, '2026-10').length > 0;

describe('files of reports', () => {
	it(
		'give back exactly what was exported, as a workbook',
		() =>
			fc.assert(
				fc.asyncProperty(
					units.filter(hasFigures),
					fc.constantFrom('2026-10', '2026-02', '2026-Q4', '2025-Q1'),
					async (reported, period) => {
						const rows = readRows(await readGrids(await writeForm(period, reported)));
						expect(rows.flatMap(({ problems }) => problems)).toEqual([]);
						expect(rows.map(({ input }) => input)).toEqual(expectedInputs(reported, period));
					},
				),
				{ numRuns: 25 },
			),
		60_000,
	);

	it(
		'give back exactly what was exported, as CSV',
		() =>
			fc.assert(
				fc.asyncProperty(units.filter(hasFigures), async (reported) => {
					const csv = new TextEncoder().encode(writeReportsCsv('2026-10', reported));
					const rows = readRows(await readGrids(csv));
					expect(rows.flatMap(({ problems }) => problems)).toEqual([]);
					expect(rows.map(({ input }) => input)).toEqual(expectedInputs(reported, '2026-10'));
				}),
				{ numRuns: 100 },
			),
		60_000,
	);
});

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
		await workbook.xlsx.load((await writeForm('2026-10', [unit])).slice().buffer);
		const sheet = workbook.worksheets[0];
		if (!sheet) throw new Error('The form has a sheet.');
		change(sheet, workbook);
		return readRows(await readGrids(new Uint8Array(await workbook.xlsx.writeBuffer())));
	};

	it('locks headings, opens figures, explains each column and offers the words', async () => {
		const workbook = new ExcelJS.Workbook();
		await workbook.xlsx.load((await writeForm('2026-10', [unit])).slice().buffer);
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
		expect(() => readRows(file)).toThrow('wrongSheet');
	});
});
