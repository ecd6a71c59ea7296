import { describe, expect, it } from 'vitest';
import { rawWorkbook, textCell } from '../../../../tests/fixtures/papers/raw-workbook';
import { columnName } from './grid';
import { readGrids } from './read-grids.server';

const one = `<row r="1">${textCell('A1', 'x')}</row>`;
const sheet = (rows: string, after = '', name = 'Một') => ({ name, rows, after });
const encode = (text: string) => new TextEncoder().encode(text);

/** Each of these took all memory or minutes when its ranges were expanded. */
describe('a file that says more than it holds', () => {
	it.each([
		[
			'merges a whole sheet',
			sheet(one, '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
		],
		[
			'merges it a thousand times',
			sheet(one, `<mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(1000)}</mergeCells>`),
		],
		[
			'has rules for whole columns',
			sheet(
				one,
				'<dataValidations><dataValidation sqref="A1:XFD1048576" type="whole"><formula1>0</formula1></dataValidation></dataValidations><conditionalFormatting sqref="A1:XFD1048576"/>',
			),
		],
		[
			'has styled blanks',
			sheet(
				`${one}${Array.from({ length: 2000 }, (_, index) => `<row r="${index + 2}">${'<c s="1"/>'.repeat(300)}</row>`).join('')}`,
			),
		],
	])('is read when it %s', async (_, given) => {
		// On the second sheet as on the first.
		const { grids } = await readGrids(rawWorkbook([sheet(one), { ...given, name: 'Hai' }]));
		expect(grids.map(({ rows }) => rows.length)).toEqual([1, 1]);
	});

	it('is read when it names ranges and columns that are the whole sheet', async () => {
		const { grids } = await readGrids(
			rawWorkbook([sheet(one)], {
				after:
					'<definedNames><definedName name="a">Một!$A$1:$XFD$1048576</definedName></definedNames>',
			}),
		);
		expect(grids[0]?.rows).toHaveLength(1);
	});
});

describe('a file that holds too much', () => {
	const lines = (count: number, line: string) => encode(line.repeat(count));

	it('is refused at the row where it becomes too much', async () => {
		const rows = Array.from(
			{ length: 12 },
			(_, index) => `<row r="${2 * index + 1}"><c><v>1</v></c></row>`,
		);
		await expect(
			readGrids(rawWorkbook([sheet(one), sheet(rows.join(''), '', 'Hai')]), 10),
		).rejects.toMatchObject({ refusal: 'tooManyRows', place: { sheet: 'Hai', address: 'A21' } });
		await expect(readGrids(lines(3_500_000, 'a\n'))).rejects.toMatchObject({
			refusal: 'tooManyRows',
			place: { sheet: '', address: 'A5001' },
		});
	});

	it('is refused at the cell where it becomes too much', async () => {
		const last = columnName(300);
		const rows = Array.from(
			{ length: 4000 },
			(_, index) => `<row r="${index + 1}"><c r="${last}${index + 1}"><v>1</v></c></row>`,
		);
		await expect(readGrids(rawWorkbook([sheet(rows.join(''))]))).rejects.toMatchObject({
			refusal: 'tooManyCells',
			place: { sheet: 'Một', address: `${last}3334` },
		});
		for (const row of ['a,', ','])
			await expect(readGrids(encode(`b,c\n${row.repeat(3_500_000)}`))).rejects.toMatchObject({
				refusal: 'tooManyCells',
				place: { sheet: '', address: 'A2' },
			});
	});

	it('is refused when its XML declares entities, and the sheet is named where it breaks', async () => {
		const bomb = rawWorkbook([sheet(one)], {
			strings: '<si/>',
			more: [{ name: 'xl/x.xml', content: '' }],
		});
		expect((await readGrids(bomb)).grids).toHaveLength(1);
		await expect(
			readGrids(rawWorkbook([sheet(one)], { doctype: '<!DOCTYPE x [<!ENTITY lol "lol">]>' })),
		).rejects.toMatchObject({ refusal: 'damagedFile' });
		await expect(
			readGrids(rawWorkbook([sheet('<row r="3"><c r="B3"><v>&lol;</v></c></row>')])),
		).rejects.toMatchObject({ refusal: 'damagedFile', place: { sheet: 'Một', address: 'B3' } });
	});
});

describe('a CSV file', () => {
	const cells = async (content: Uint8Array) =>
		(await readGrids(content)).grids[0]?.rows.map(({ number, cells: row }) => [
			number,
			...row.map((cell) => cell.content ?? cell.fault ?? null),
		]);

	it('keeps the numbers of its rows over empty lines and line breaks in cells', async () => {
		expect(await cells(encode('a;b\n\n\n1;"x\ny"\n\n2;z\n'))).toEqual([
			[1, 'a', 'b'],
			[4, '1', 'x\ny'],
			[6, '2', 'z'],
		]);
	});

	it('names the cell that holds what no text holds, wherever in the file', async () => {
		expect(
			await cells(encode(`a;b\n${'x;y\n'.repeat(2000)}\0;z\n`)).then((rows) => rows?.at(-1)),
		).toEqual([2002, 'unsoundText', 'z']);
		expect(await cells(encode('a\0;b\n1;2\n'))).toEqual([
			[1, 'unsoundText', 'b'],
			[2, '1', '2'],
		]);
	});

	it('may be UTF-16 with its mark, have quotes inside, a title above, or say its separator', async () => {
		const expected = [
			[1, 'mã', 'tên'],
			[2, '01', 'Tổ "Một"'],
		];
		expect(await cells(Buffer.from('\ufeffmã;tên\r\n01;Tổ "Một"\r\n', 'utf16le'))).toEqual(
			expected,
		);
		expect(await cells(encode('sep=|\nmã|tên\n01|Tổ "Một"\n'))).toEqual(expected);
		expect(await cells(encode('Danh sách\nmã,tên\n01,"Tổ ""Một"""\n'))).toEqual([
			[1, 'Danh sách'],
			[2, 'mã', 'tên'],
			[3, '01', 'Tổ "Một"'],
		]);
	});

	it('is refused with the line where it is in another encoding or a quote stays open', async () => {
		await expect(readGrids(Buffer.from('a;b\nx;y\nTh\xf4n;1\n', 'latin1'))).rejects.toMatchObject({
			refusal: 'wrongEncoding',
			place: { sheet: '', address: 'A3' },
		});
		for (const end of ['', 'x;y\n'.repeat(200_000)])
			await expect(readGrids(encode(`a;b\n1;"Thôn\n${end}`))).rejects.toMatchObject({
				refusal: 'unclosedQuote',
				place: { sheet: '', address: 'A2' },
			});
	});
});
