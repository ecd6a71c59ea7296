import { searchKey } from '../../contracts/text/search-key';
import { cleanText } from '../../contracts/text/typed-text';
import type { ReadCell } from '../../contracts/teams/files';
import type { Grid, GridCell, GridRow } from '../workbook/grid';

export interface TableRow<Column extends string> {
	/** From 1. */
	number: number;
	/** By the headings above; a column that has none there is left out. */
	cells: Partial<Record<Column, ReadCell>>;
	/** Every text of the row, from the left. */
	texts: string[];
	/** Hidden by hand or by a filter. */
	hidden: boolean;
}

export interface Table<Column extends string> {
	/** The texts above the first heading, row by row. */
	above: string[][];
	rows: TableRow<Column>[];
}

export interface Headings<Column extends string> {
	/** What a heading, given as a search key, stands over; undefined for anything else. */
	columnOf: (key: string) => Column | undefined;
	/** Whether these columns are enough to take a row for a heading. */
	isHeading: (columns: ReadonlySet<Column>) => boolean;
	/** Columns whose cell holds for every row that it is merged over. */
	spanning?: ReadonlySet<Column>;
}

/**
 * The table of a sheet that people made: its heading may take two rows, come again on each printed
 * page and be followed by a row of column numbers. Undefined without a heading.
 */
export function readTable<Column extends string>(
	{ rows }: Grid,
	{ columnOf, isHeading, spanning }: Headings<Column>,
): Table<Column> | undefined {
	const table: Table<Column> = { above: [], rows: [] };
	let columns: Map<number, Column> | undefined;
	const remembered = remembering(columnOf);
	const headed = rows.map(({ cells }) => columnsOf(cells, remembered));
	for (let index = 0; index < rows.length; index++) {
		const row = rows[index];
		const own = headed[index];
		if (!row || !own) continue;
		const below = rows[index + 1];
		const next = headed[index + 1] ?? new Map<number, Column>();
		const second =
			below && !isHeading(new Set(next.values())) && isSecondHeading(below.cells, next);
		const both = new Map([...own, ...(second ? next : [])]);
		if (own.size > 0 && !hasNumber(row.cells) && isHeading(new Set(both.values()))) {
			columns = both;
			if (second) index += 1;
		} else if (!columns) table.above.push(textsOf(row.cells));
		else if (!isNumbering(row.cells)) table.rows.push(readRow(row, columns, spanning));
	}
	return columns && table;
}

/** Most cells of a long list say what many others say. */
function remembering<Column extends string>(
	columnOf: Headings<Column>['columnOf'],
): (text: string) => Column | undefined {
	const columnsByText = new Map<string, Column | undefined>();
	return (text) => {
		if (!columnsByText.has(text)) columnsByText.set(text, columnOf(searchKey(text)));
		return columnsByText.get(text);
	};
}

function columnsOf<Column extends string>(
	cells: readonly GridCell[],
	columnOf: (text: string) => Column | undefined,
): Map<number, Column> {
	const found = new Map<number, Column>();
	const taken = new Set<Column>();
	cells.forEach(({ content }, index) => {
		const column = typeof content === 'string' ? columnOf(content) : undefined;
		if (column === undefined || taken.has(column)) return;
		found.set(index, column);
		taken.add(column);
	});
	return found;
}

/** The lower row of a heading holds headings and nothing else; a row of the list has numbers and names. */
function isSecondHeading(
	cells: readonly GridCell[],
	columns: ReadonlyMap<number, string>,
): boolean {
	const filled = cells.filter(({ content }) => content !== null).length;
	return filled > 0 && columns.size === filled;
}

/** `Xã A`, `Thôn Một`, `Tổ trưởng: …` could head columns: what counts something is a row of the list. */
const hasNumber = (cells: readonly GridCell[]): boolean =>
	cells.some(({ content }) => typeof content === 'number' || /^\s*\d+\s*$/.test(content ?? ''));

/** `(1) (2) (3) …` under a heading. */
function isNumbering(cells: readonly GridCell[]): boolean {
	const texts = textsOf(cells);
	return (
		texts.length >= 4 &&
		texts.every((text, index) => text.replace(/^\((\d+)\)$/, '$1') === String(index + 1))
	);
}

function readRow<Column extends string>(
	{ number, cells, hidden = false }: GridRow,
	columns: ReadonlyMap<number, Column>,
	spanning: ReadonlySet<Column> = new Set(),
): TableRow<Column> {
	const read: Partial<Record<Column, ReadCell>> = {};
	for (const [index, column] of columns) {
		const own = cells[index];
		const cell = spanning.has(column) ? (own?.mergedInto ?? own) : own;
		if (!cell) continue;
		const { address, fault, day } = cell;
		const text = textOf(cell);
		if (text !== '' || fault !== undefined)
			read[column] = {
				address,
				text,
				...(fault === undefined ? {} : { fault }),
				...(day === undefined ? {} : { day }),
			};
	}
	return { number, cells: read, texts: textsOf(cells), hidden };
}

/** Dots that a form holds the place with, and dashes for "none", say nothing. */
function textOf({ content }: GridCell): string {
	const text = cleanText(String(content ?? ''));
	return /^[.…\-–—_\s]*$/u.test(text) ? '' : text;
}

const textsOf = (cells: readonly GridCell[]): string[] =>
	cells.map(textOf).filter((text) => text !== '');
