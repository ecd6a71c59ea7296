import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { readGrids } from '../workbook/read-grids.server';
import { joinTotals, readAppendixSheet } from './read-appendix';

type Rows = (string | number | null)[][];

const heading = [
	'TT',
	'Tê xã/phường/thị trấn',
	'Tên Tổ công nghệ số cộng đồng',
	'Số lượng thành viên của Tổ',
	'Họ tên, chức vụ Tổ trưởng',
	'Điện thoại',
];

async function read(sheets: Record<string, Rows>, merged: string[] = []) {
	const workbook = new ExcelJS.Workbook();
	for (const [name, rows] of Object.entries(sheets)) {
		const sheet = workbook.addWorksheet(name);
		sheet.addRows(rows);
		for (const range of merged) sheet.mergeCells(range);
	}
	const { grids } = await readGrids(new Uint8Array(await workbook.xlsx.writeBuffer()));
	const found = grids.flatMap((grid) => readAppendixSheet('a', grid) ?? []);
	return {
		rows: found.flatMap(({ rows }) =>
			rows.map(({ cells }) => `${cells['commune']?.text ?? ''}: ${cells['team']?.text ?? ''}`),
		),
		cells: found.flatMap(({ rows }) => rows.map(({ cells }) => cells)),
		totals: joinTotals(found.flatMap(({ totals }) => totals)),
		districts: found.flatMap(({ rows }) => rows.map(({ district }) => district)),
	};
}

describe('the form as it comes from the field', () => {
	it('is read with its head, repeated headings, totals and signature', async () => {
		const { rows, totals, districts, cells } = await read(
			{
				Sheet1: [
					['UBND HUYỆN TỨ KỲ', null, null, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
					['Danh sách Tổ công nghệ số cộng đồng của huyện Tứ Kỳ'],
					['Tổng số Tổ công nghệ số trên địa bàn: 1.004'],
					['Tổng số thành viên các tổ: hơn 16.000'],
					heading,
					['(1)', '(2)', '(3)', '(4)', '(5)', '(6)'],
					[1, 'xã A', 'Thôn Một', 5, 'Nguyễn Văn An', 912345678],
					[2, null, 'Thôn Hai', '05 người', null, '-'],
					heading,
					[3, null, 'Thôn Cộng Hòa 2', null, null, '0912 345 678'],
					[null, 'Cộng', null, 10],
					[1, 'Phường B', 'Phố Mới', 4, null, null],
					['Tổng cộng', null, null, 14],
					[null, null, null, null, 'Thủ trưởng đơn vị'],
				],
			},
			['B7:B8'],
		);
		expect(rows).toEqual([
			'xã A: Thôn Một',
			'xã A: Thôn Hai',
			'xã A: Thôn Cộng Hòa 2',
			'Phường B: Phố Mới',
		]);
		expect(totals).toEqual([
			{ sheet: '', teams: 4, members: 14, statedTeams: 1004, statedMembers: 16_000 },
		]);
		expect(new Set(districts)).toEqual(new Set(['huyện Tứ Kỳ']));
		expect(cells[0]?.['phone']).toEqual({ address: 'F7', text: '912345678' });
		expect(cells[1]?.['phone']).toBeUndefined();
	});

	it('takes a commune from a row of its own, or from the name of its sheet', async () => {
		const list = [1, null, 'Thôn Một', 5, 'Nguyễn Văn An', null];
		const { rows } = await read({
			'Trang tính1': [
				heading,
				['I', 'Xã A'],
				list,
				['II. Thị trấn B'],
				[1, null, 'Tổ dân phố 1', 4, null, null],
			],
			'Xã Hòa Thịnh': [heading, list],
		});
		expect(rows).toEqual(['Xã A: Thôn Một', 'Thị trấn B: Tổ dân phố 1', 'Xã Hòa Thịnh: Thôn Một']);
	});

	it('names no commune where the numbers begin anew without one', async () => {
		const { rows } = await read({
			Sheet1: [
				heading,
				[1, 'xã A', 'Thôn Một', 5, null, null],
				[2, null, 'Thôn Hai', 5, null, null],
				[1, null, 'Thôn Một', 5, null, null],
				[2, null, 'Thôn Hai', 5, null, null],
				[1, 'xã C', 'Thôn Một', 5, 'Tổ trưởng: Nguyễn Văn An', null],
			],
		});
		expect(rows).toEqual([
			'xã A: Thôn Một',
			'xã A: Thôn Hai',
			': Thôn Một',
			': Thôn Hai',
			'xã C: Thôn Một',
		]);
	});

	it('understands headings in two rows and other wordings', async () => {
		const { cells } = await read(
			{
				Sheet1: [
					['STT', 'Đơn vị', 'Tên tổ', 'Số thành viên', 'Tổ trưởng', null, null],
					[null, null, null, null, 'Họ và tên', 'Chức vụ', 'SĐT'],
					[1, 'xã A', 'Thôn Một', 5, 'Nguyễn Văn An', 'Trưởng thôn', '0912345678'],
				],
			},
			['E1:G1', 'A1:A2', 'B1:B2', 'C1:C2', 'D1:D2'],
		);
		expect(cells).toHaveLength(1);
		expect(cells[0]?.['leader']?.text).toBe('Nguyễn Văn An');
		expect(cells[0]?.['position']?.text).toBe('Trưởng thôn');
		expect(cells[0]?.['phone']?.text).toBe('0912345678');
	});
});
