import { describe, expect, it } from 'vitest';
import {
	rawWorkbook,
	textCell,
	type RawWorkbook,
} from '../../../../tests/fixtures/papers/raw-workbook';
import { readGrids } from './read-grids.server';

const read = async (rows: string, options: RawWorkbook & { after?: string } = {}) =>
	(await readGrids(rawWorkbook([{ name: 'Một', rows }], options))).grids[0]?.rows ?? [];
const contents = async (rows: string, options?: RawWorkbook) =>
	(await read(rows, options)).map(({ cells }) =>
		cells.map(({ content, day, fault }) => day ?? content ?? fault ?? null),
	);
const withBehind = (rows: string, after: string) =>
	readGrids(rawWorkbook([{ name: 'Một', rows, after }]));

describe('workbooks of other writers', () => {
	const row = `<row r="2">${textCell('A2', 'Ấp Đông')}<c r="C2"><v>12</v></c></row>`;

	it.each<[string, string, RawWorkbook]>([
		['with a prefix', row.replace(/<(\/?)(?=[a-z])/g, '<$1x:'), { prefix: 'x:' }],
		['with a long prefix for relations', row, { relationPrefix: 'relationships:' }],
		['with parts named from the root', row, { root: '/' }],
	])('are read %s', async (_, rows, options) => {
		const [found] = await read(rows, options);
		expect(found?.number).toBe(2);
		expect(found?.cells).toEqual([
			{ address: 'A2', content: 'Ấp Đông' },
			{ address: 'B2', content: null },
			{ address: 'C2', content: 12 },
		]);
	});

	it('are read where cells and rows don’t say where they are', async () => {
		const found = await read(
			'<row><c><v>1</v></c><c r="D1"><v>4</v></c><c><v>5</v></c></row><row r="9"><c><v>9</v></c></row><row><c><v>10</v></c></row>',
		);
		const places = found.flatMap(({ cells }) =>
			cells
				.filter(({ content }) => content !== null)
				.map(({ address, content }) => [address, content]),
		);
		expect(places).toEqual([
			['A1', 1],
			['D1', 4],
			['E1', 5],
			['A9', 9],
			['A10', 10],
		]);
	});

	it('are read on the second sheet as on the first, and not where a sheet is hidden', async () => {
		const sheet = (name: string) => ({ name, rows: `<row r="1">${textCell('A1', name)}</row>` });
		const { grids, hidden, concealed } = await readGrids(
			rawWorkbook([sheet('Một'), { ...sheet('khóa'), hidden: true }, sheet('Đặc biệt')], {
				prefix: '',
			}),
		);
		expect(grids.map((grid) => [grid.sheet, grid.rows[0]?.cells[0]?.content])).toEqual([
			['Một', 'Một'],
			['Đặc biệt', 'Đặc biệt'],
		]);
		expect([...hidden.keys()]).toEqual(['khóa']);
		expect(concealed).toEqual({ sheets: ['khóa'], columns: [] });
	});

	it('may hold texts in runs, with readings above them and with escaped characters', async () => {
		const strings =
			'<si><r><t>Thôn </t></r><r><t>Đông</t></r><rPh sb="0" eb="1"><t>no</t></rPh></si><si><t>a_x000A_b</t></si>';
		const rows =
			'<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>7</v></c><c r="D1" t="str"><v>chữ</v></c><c r="E1" t="inlineStr"><is><r><t>x</t></r><r><t>y</t></r></is></c></row>';
		expect(await contents(rows, { strings })).toEqual([
			['Thôn Đông', 'a\nb', 'notTextOrNumber', 'chữ', 'xy'],
		]);
	});

	it('say so where a cell holds what nothing can keep', async () => {
		const rows = `<row r="1">${textCell('A1', 'a_x0000_b')}${textCell('B1', '_xD800_')}${textCell('C1', '_xFFFE_')}</row>`;
		expect(await contents(rows)).toEqual([Array<string>(3).fill('unsoundText')]);
	});
});

describe('numbers in cells', () => {
	const styles =
		'<numFmts count="4"><numFmt numFmtId="164" formatCode="0.0%"/><numFmt numFmtId="165" formatCode="dd/mm/yyyy"/><numFmt numFmtId="166" formatCode="0&quot;%&quot;"/><numFmt numFmtId="167" formatCode="[Red]#,##0\\ &quot;hộ&quot;"/></numFmts><cellXfs count="8"><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="164"/><xf numFmtId="14"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="167"/><xf numFmtId="46"/></cellXfs>';
	const rows = (values: [number, number][]) =>
		`<row r="1">${values.map(([style, value]) => `<c s="${style}"><v>${value}</v></c>`).join('')}</row>`;

	it('are counts, percentages or days by how they are shown', async () => {
		const values = rows([
			[0, 12],
			[1, 0.5],
			[2, 1],
			[3, 44725],
			[4, 44725],
			[5, 7],
			[6, 1300],
			[7, 1.5],
		]);
		expect(await contents(values, { styles })).toEqual([
			[12, 'percentage', 'percentage', '2022-06-13', '2022-06-13', 7, 1300, '1900-01-01'],
		]);
	});

	it('count days from 1904 where the workbook does, and know no 29 February 1900', async () => {
		const values = rows([
			[3, 43263],
			[3, 43465],
		]);
		expect(await contents(values, { styles, from1904: true })).toEqual([
			['2022-06-13', '2023-01-01'],
		]);
		expect(
			await contents(
				rows([
					[3, 59],
					[3, 60],
					[3, 61],
					[3, 0.5],
				]),
				{ styles },
			),
		).toEqual([['1900-02-28', 'notTextOrNumber', '1900-03-01', 'notTextOrNumber']]);
	});

	it('lose the noise of calculating and nothing else', async () => {
		const found =
			'<row r="1"><c><v>79.99999999999999</v></c><c><v>60.00000000000001</v></c><c><v>79.9999</v></c><c><v>9007199254740991</v></c></row>';
		expect(await contents(found)).toEqual([[80, 60, 79.9999, 9007199254740990]]);
	});
});

describe('rows and merged cells', () => {
	it('are known to be hidden', async () => {
		const found = await read(
			`<row r="1">${textCell('A1', 'a')}</row><row r="2" hidden="1">${textCell('A2', 'b')}</row><row r="3" hidden="true">${textCell('A3', 'c')}</row><row r="4" hidden="false">${textCell('A4', 'd')}</row>`,
		);
		expect(found.map(({ hidden }) => hidden ?? false)).toEqual([false, true, true, false]);
	});

	it('are known to stand in hidden columns, as far as those hold something', async () => {
		const rows = `<row r="2">${['A2', 'B2', 'C2', 'E2'].map((at) => textCell(at, at)).join('')}</row>`;
		const before =
			'<cols><col min="1" max="1" width="9"/><col min="2" max="2" hidden="1"/><col min="3" max="4" width="0"/><col min="6" max="16384" hidden="true"/></cols>';
		const { grids, concealed } = await readGrids(rawWorkbook([{ name: 'Một', rows, before }]));
		expect(concealed).toEqual({ sheets: [], columns: [{ sheet: 'Một', names: ['B', 'C'] }] });
		expect(grids[0]?.rows[0]?.cells[1]?.content).toBe('B2');
	});

	it('hold once, and point to where they begin from the column below', async () => {
		const { grids } = await withBehind(
			`<row r="1">${textCell('A1', 'chung')}${textCell('B1', 'x')}</row><row r="2">${textCell('A2', 'che')}${textCell('B2', 'y')}</row><row r="3">${textCell('B3', 'z')}</row>`,
			'<mergeCells><mergeCell ref="A1:A3"/></mergeCells>',
		);
		const first = grids[0]?.rows.map(({ cells }) => cells[0]);
		expect(first?.map((cell) => [cell?.content, cell?.mergedInto?.content])).toEqual([
			['chung', undefined],
			[null, 'chung'],
			[null, 'chung'],
		]);
	});
});
