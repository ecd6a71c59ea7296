import type { Cell, CellValue } from 'exceljs';
import { readCsv } from './csv';
import type { Grid, GridCell } from './grid';
import { openWorkbook, RefusedFile } from './open-workbook.server';

const largestCsv = 8 * 1024 * 1024;
const usualRows = 5000;
const mostColumns = 300;

/** The visible sheets of a workbook, and what its hidden ones say about where it came from. */
export interface ReadFile {
	grids: Grid[];
	/** First column → second column of the hidden sheets. */
	hidden: ReadonlyMap<string, string>;
}

/**
 * Reads a file that somebody sent: `.xlsx`, or CSV in UTF-8. What it is, its content tells, not its name.
 * @param mostRows of one sheet.
 * @throws RefusedFile
 */
export async function readGrids(content: Uint8Array, mostRows = usualRows): Promise<ReadFile> {
	return looksLikeText(content) ? readText(content, mostRows) : readWorkbook(content, mostRows);
}

/** A workbook is a zip archive, an old or encrypted one starts with D0 CF; text holds no zero bytes. */
function looksLikeText(content: Uint8Array): boolean {
	const isArchive = content[0] === 0x50 && content[1] === 0x4b;
	return content.byteLength > 0 && !isArchive && !content.subarray(0, 4096).includes(0);
}

function readText(content: Uint8Array, mostRows: number): ReadFile {
	if (content.byteLength > largestCsv) throw new RefusedFile('fileTooLarge');
	try {
		const grid = readCsv(new TextDecoder('utf-8', { fatal: true }).decode(content));
		if (grid.rows.length > mostRows) throw new RefusedFile('tooManyRows');
		return { grids: [grid], hidden: new Map() };
	} catch (cause) {
		if (cause instanceof RefusedFile) throw cause;
		throw Object.assign(new RefusedFile('notAWorkbook'), { cause });
	}
}

/** What a sheet holds beside its cells: the rules of a large form alone take seconds to read. */
const decorations = [
	'dataValidations',
	'conditionalFormatting',
	'hyperlinks',
	'drawing',
	'picture',
	'extLst',
];

async function readWorkbook(content: Uint8Array, mostRows: number): Promise<ReadFile> {
	const workbook = await openWorkbook(content, decorations);
	const grids: Grid[] = [];
	const hidden = new Map<string, string>();
	for (const sheet of workbook.worksheets) {
		if (sheet.actualRowCount > mostRows) throw new RefusedFile('tooManyRows');
		const grid: Grid = { sheet: sheet.name, rows: [] };
		sheet.eachRow((row, number) => {
			const cells: GridCell[] = [];
			for (let column = 1; column <= Math.min(row.cellCount, mostColumns); column++)
				cells.push(gridCell(row.getCell(column)));
			grid.rows.push({ number, cells });
		});
		if (sheet.state === 'visible') grids.push(grid);
		else
			for (const { cells } of grid.rows)
				hidden.set(String(cells[0]?.content ?? ''), String(cells[1]?.content ?? ''));
	}
	return { grids, hidden };
}

/** A merged cell counts once, where it begins. */
function gridCell(cell: Cell): GridCell {
	const { address } = cell;
	if (cell.isMerged && cell.master.address !== address) return { address, content: null };
	return { address, ...contentOf(cell.value) };
}

function contentOf(value: CellValue): Omit<GridCell, 'address'> {
	if (value === null || value === undefined) return { content: null };
	if (typeof value === 'number') return { content: value };
	if (typeof value === 'string') return textContent(value);
	if (value instanceof Date && !Number.isNaN(value.getTime()))
		return { content: null, fault: 'notTextOrNumber', day: value.toISOString().slice(0, 10) };
	if (typeof value === 'object') {
		if ('richText' in value) return textContent(value.richText.map(({ text }) => text).join(''));
		if ('hyperlink' in value) return textContent(value.text);
		if ('formula' in value || 'sharedFormula' in value) return { content: null, fault: 'formula' };
	}
	return { content: null, fault: 'notTextOrNumber' };
}

const textContent = (text: string) => ({ content: text === '' ? null : text });
