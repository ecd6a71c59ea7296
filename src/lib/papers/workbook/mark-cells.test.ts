import ExcelJS from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import {
	rawWorkbook,
	textCell,
	type RawWorkbook,
} from '../../../../tests/fixtures/papers/raw-workbook';
import { markCells } from './mark-cells.server';
import { readGrids } from './read-grids.server';
import { readXml } from './xml.server';

const styles =
	'<fonts count="1"><font/></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/><xf numFmtId="9" fontId="0" fillId="1" borderId="0" applyFill="1"><protection locked="0"/></xf></cellXfs>';
const rows = `<row r="1">${textCell('A1', 'mã')}${textCell('C1', 'số')}</row><row r="2"><c r="A2" s="1"><v>0.5</v></c></row><row r="3"/>`;
const mark = (sheet: string, address: string, text = 'Sai.') => ({ sheet, address, text });

/** The typings say that every cell has a fill. */
const isRed = (cell: Partial<ExcelJS.Cell> | undefined) =>
	cell?.fill?.type === 'pattern' && cell.fill.fgColor?.argb === 'FFFFC7CE';
const noteOf = (cell: ExcelJS.Cell | undefined) =>
	typeof cell?.note === 'string'
		? cell.note
		: (cell?.note.texts ?? []).map(({ text }) => text).join('');

async function marked(content: Uint8Array, marks: Parameters<typeof markCells>[1]) {
	const copy = await markCells(content, marks);
	expect(copy.extension).toBe('xlsx');
	const parts = unzipSync(copy.content);
	for (const [name, bytes] of Object.entries(parts))
		if (/\.(xml|rels|vml)$/.test(name))
			await readXml(
				(async function* () {
					yield await Promise.resolve(bytes);
				})(),
				{},
			);
	return {
		content: copy.content,
		part: (name: string) => strFromU8(parts[name] ?? new Uint8Array()),
	};
}

describe('a marked copy of a workbook', () => {
	it('has every marked cell filled and commented, and keeps how cells are shown', async () => {
		const content = rawWorkbook(
			[
				{ name: 'Một', rows },
				{ name: 'Hai', rows },
			],
			{ styles },
		);
		const copy = await marked(content, [
			mark('Hai', 'A2', 'Phần trăm.'),
			mark('Hai', 'A2', 'Hai lần & "nữa".'),
			mark('Hai', 'B1'),
			mark('Hai', 'B3'),
			mark('Một', 'C1'),
		]);
		const workbook = new ExcelJS.Workbook();
		await workbook.xlsx.load(copy.content.slice().buffer);
		const [first, second] = workbook.worksheets;
		expect(noteOf(second?.getCell('A2'))).toBe('Phần trăm.\nHai lần & "nữa".');
		for (const cell of [
			second?.getCell('A2'),
			second?.getCell('B1'),
			second?.getCell('B3'),
			first?.getCell('C1'),
		])
			expect([isRed(cell), noteOf(cell) !== ''], cell?.address).toEqual([true, true]);
		expect(second?.getCell('A2').numFmt).toBe('0%');
		expect(isRed(second?.getCell('A1'))).toBe(false);
		expect(first?.getCell('A2').fill).not.toEqual(second?.getCell('A2').fill);
		expect((await readGrids(copy.content)).grids.map(({ rows: read }) => read)).toEqual(
			(await readGrids(content)).grids.map(({ rows: read }) => read),
		);
	});

	it('costs no more where rules cover whole columns, whoever wrote it', async () => {
		const after =
			'<x:dataValidations count="1"><x:dataValidation sqref="A1:XFD1048576" type="whole"><x:formula1>0</x:formula1></x:dataValidation></x:dataValidations>';
		const prefixed = rows.replace(/<(\/?)(?=[a-z])/g, '<$1x:');
		const options: RawWorkbook = { prefix: 'x:', relationPrefix: 'rel:', root: '/', styles };
		const copy = await marked(rawWorkbook([{ name: 'Một', rows: prefixed, after }], options), [
			mark('Một', 'A1'),
		]);
		expect(copy.part('xl/worksheets/sheet1.xml')).toContain('<x:c r="A1" t="inlineStr" s="2">');
		expect(copy.part('xl/worksheets/sheet1.xml')).toMatch(
			/<x:legacyDrawing [^>]*\/><\/x:worksheet>$/,
		);
		expect(copy.part('xl/comments1.xml')).toContain('Sai.');
	});

	it('adds to the comments that are there already', async () => {
		const content = rawWorkbook([{ name: 'Một', rows }], { styles });
		const once = await marked(content, [mark('Một', 'A1', 'Trước.')]);
		const twice = await marked(once.content, [mark('Một', 'A1', 'Sau.'), mark('Một', 'C1')]);
		const workbook = new ExcelJS.Workbook();
		await workbook.xlsx.load(twice.content.slice().buffer);
		expect(noteOf(workbook.worksheets[0]?.getCell('A1'))).toBe('Trước.\nSau.');
		expect(noteOf(workbook.worksheets[0]?.getCell('C1'))).toBe('Sai.');
		expect(twice.part('xl/worksheets/sheet1.xml').match(/legacyDrawing/g)).toHaveLength(1);
		expect(twice.part('xl/drawings/vmlDrawing1.vml').match(/<v:shape /g)).toHaveLength(2);
	});
});

it('a marked copy of a CSV keeps its empty lines, so that rows keep their numbers', async () => {
	const csv = new TextEncoder().encode('unit;households\n\n01;x\n');
	const { content } = await markCells(csv, [mark('', 'B3', 'Ghi số.')]);
	const lines = new TextDecoder().decode(content).split('\r\n');
	expect(lines.slice(0, 3)).toEqual(['unit;households;problems', '', '01;x;B3: Ghi số.']);
});
