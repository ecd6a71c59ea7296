import { expect, it } from 'vitest';
import { rawWorkbook, textCell } from '../../../../tests/fixtures/papers/raw-workbook';
import { readGrids } from '../workbook/read-grids.server';
import { readRosterSheet } from './read-roster';

const heading = ['Mã đơn vị', 'Tên tổ', 'Họ và tên', 'Vai trò'];

async function rosterOf(rows: string[][], after = '', hidden: number[] = []) {
	const text = [heading, ...rows]
		.map((cells, index) => {
			const row = index + 1;
			const written = cells.map((cell, column) =>
				cell === '' ? '' : textCell(`${'ABCD'.charAt(column)}${row}`, cell),
			);
			return `<row r="${row}"${hidden.includes(row) ? ' hidden="1"' : ''}>${written.join('')}</row>`;
		})
		.join('');
	const { grids } = await readGrids(rawWorkbook([{ name: 'Hai', rows: text, after }]));
	return grids.flatMap((grid) => readRosterSheet('a', grid) ?? []);
}

it('units and teams that are merged over their members hold for all of them', async () => {
	const rows = await rosterOf(
		[
			['98000-01', 'Tổ Ðông', 'Ðỗ Văn An', 'Tổ trưởng'],
			['', '', 'Lê Thị Bình', 'Thành viên'],
			['', '', 'Lê Thị Cúc', 'Thành viên'],
		],
		'<mergeCells><mergeCell ref="A2:A4"/><mergeCell ref="B2:B4"/></mergeCells>',
	);
	expect(rows.map(({ cells }) => [cells['code']?.text, cells['team']?.text])).toEqual(
		Array(3).fill(['98000-01', 'Tổ Đông']),
	);
	expect(rows[0]?.cells['fullName']?.text).toBe('Đỗ Văn An');
});

it('nobody is left out without a word, but those who sign below the list', async () => {
	const rows = await rosterOf([
		['98000-01', 'Tổ Đông', 'Đỗ Văn An', 'Tổ trưởng'],
		['', '', 'Lê Thị Bình', ''],
		['98000-01', 'Tổ Đông', 'Lê Thị Cúc', 'Thành viên'],
		['', '', 'Lê Thị Dung', 'Thành viên'],
		['', '', 'CHỦ TỊCH', ''],
	]);
	expect(rows.map(({ row }) => row)).toEqual([2, 3, 4, 5]);
});

it('rows that are hidden or filtered out are known as such', async () => {
	const people = ['An', 'Bình'].map((name) => ['98000-01', '', `Đỗ Thị ${name}`, '']);
	const rows = await rosterOf(people, '', [3]);
	expect(rows.map(({ hidden }) => hidden ?? false)).toEqual([false, true]);
});
