import { writeCsv } from './csv';
import { columnName } from './grid';
import { openWorkbook } from './open-workbook.server';
import { readGrids } from './read-grids.server';

/** Heading of the column that a marked CSV gets; readers pass over it. */
export const problemsColumn = 'problems';

export interface CellMark {
	/** Empty for CSV, which has no sheets. */
	sheet: string;
	/** `F12`. */
	address: string;
	text: string;
}

/**
 * The very file that was sent, with each marked cell filled and commented; a CSV, which can't hold
 * either, gets one more column.
 * @throws RefusedFile
 */
export async function markCells(
	content: Uint8Array,
	marks: readonly CellMark[],
): Promise<{ content: Uint8Array; extension: 'xlsx' | 'csv' }> {
	if (content[0] === 0x50 && content[1] === 0x4b)
		return { content: await markWorkbook(content, marks), extension: 'xlsx' };
	const { grids } = await readGrids(content);
	const rows = (grids[0]?.rows ?? []).map(({ number, cells }, index) => {
		const kept = cells
			.filter((_, column) => grids[0]?.rows[0]?.cells[column]?.content !== problemsColumn)
			.map(({ content: value }) => value);
		const own = marks.filter(({ address }) => rowOf(address) === number);
		const said = own.map(({ address, text }) => `${address}: ${text}`).join(' ');
		return [...kept, index === 0 ? problemsColumn : said];
	});
	return { content: new TextEncoder().encode(writeCsv(rows)), extension: 'csv' };
}

async function markWorkbook(content: Uint8Array, marks: readonly CellMark[]): Promise<Uint8Array> {
	const workbook = await openWorkbook(content);
	const byCell = new Map<string, CellMark & { texts: string[] }>();
	for (const mark of marks) {
		const key = `${mark.sheet}!${mark.address}`;
		const known = byCell.get(key);
		if (known) known.texts.push(mark.text);
		else byCell.set(key, { ...mark, texts: [mark.text] });
	}
	for (const { sheet, address, texts } of byCell.values()) {
		const cell = workbook.getWorksheet(sheet)?.getCell(address);
		if (!cell) continue;
		// Styles are shared between cells: this one gets its own.
		cell.style = {
			...cell.style,
			fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFC7CE' } },
		};
		cell.note = { texts: [{ text: texts.join('\n') }] };
	}
	return new Uint8Array(await workbook.xlsx.writeBuffer());
}

const rowOf = (address: string): number => Number(/\d+$/.exec(address)?.[0] ?? 0);

/** The address of a whole row's mark: its first cell. */
export const rowAddress = (row: number): string => `${columnName(1)}${row}`;
