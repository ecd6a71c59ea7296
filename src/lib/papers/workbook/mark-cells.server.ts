import { isArchive } from './archive.server';
import { writeCsv } from './csv';
import { parseAddress } from './grid';
import { markWorkbook } from './mark-workbook.server';
import { problemsColumn } from './problems-column';
import { readGrids } from './read-grids.server';

export interface CellMark {
	/** Empty for CSV, which has no sheets. */
	sheet: string;
	/** `F12`. */
	address: string;
	text: string;
}

/**
 * The very file that was sent, with each marked cell filled and commented; a CSV, which can't hold
 * either, gets one more column. To run in a worker, like all that reads what was sent.
 * @throws RefusedFile
 */
export async function markCells(
	content: Uint8Array,
	marks: readonly CellMark[],
): Promise<{ content: Uint8Array; extension: 'xlsx' | 'csv' }> {
	return isArchive(content)
		? { content: await markWorkbook(content, bySheet(marks)), extension: 'xlsx' }
		: { content: await markCsv(content, marks), extension: 'csv' };
}

function bySheet(marks: readonly CellMark[]): Map<string, Map<string, string>> {
	const sheets = new Map<string, Map<string, string>>();
	for (const { sheet, address, text } of marks) {
		const comments = sheets.get(sheet) ?? new Map<string, string>();
		const earlier = comments.get(address);
		comments.set(address, earlier === undefined ? text : `${earlier}\n${text}`);
		sheets.set(sheet, comments);
	}
	return sheets;
}

async function markCsv(content: Uint8Array, marks: readonly CellMark[]): Promise<Uint8Array> {
	const { grids } = await readGrids(content);
	const rows = grids[0]?.rows ?? [];
	const said = new Map<number, string[]>();
	for (const { address, text } of marks) {
		const row = parseAddress(address)?.row ?? 0;
		said.set(row, [...(said.get(row) ?? []), `${address}: ${text}`]);
	}
	const marked: (string | number | null)[][] = [];
	for (const [index, { number, cells }] of rows.entries()) {
		// Empty lines stay, or the rows below would bear other numbers.
		while (marked.length < number - 1) marked.push([]);
		const kept = cells
			.filter((_, column) => rows[0]?.cells[column]?.content !== problemsColumn)
			.map(({ content: value }) => value);
		marked.push([...kept, index === 0 ? problemsColumn : (said.get(number) ?? []).join(' ')]);
	}
	return new TextEncoder().encode(writeCsv(marked));
}
