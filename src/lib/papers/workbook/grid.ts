/** One cell as every reader sees it, whatever file it came from. */
export interface GridCell {
	/** `F12`. */
	address: string;
	content: string | number | null;
	/** Why its content can't be taken for what it says. */
	fault?: CellFault;
	/** `YYYY-MM-DD` of a cell that holds a date, for readers that expect one. */
	day?: string;
	/** The cell at the top of its column in the merged range that this one is hidden by. */
	mergedInto?: GridCell;
}

/** A formula; a percentage, a date or a truth value; text that holds what nothing can keep. */
export type CellFault = 'formula' | 'percentage' | 'notTextOrNumber' | 'unsoundText';

export interface GridRow {
	/** As the spreadsheet shows it, from 1. */
	number: number;
	cells: GridCell[];
	/** Hidden by hand or by a filter. */
	hidden?: boolean;
}

/** One sheet of a workbook, or a whole CSV file. */
export interface Grid {
	sheet: string;
	/** In order of their numbers; empty ones are left out. */
	rows: GridRow[];
	/** Columns that are hidden and hold something, `C`. */
	hiddenColumns?: string[];
}

/** Columns beyond this are nobody's list. */
export const mostColumns = 300;
/** Of a whole file, blank ones between others included. */
export const mostCells = 1_000_000;

/** 1 → `A`, 27 → `AA`. */
export function columnName(column: number): string {
	const rest = Math.floor((column - 1) / 26);
	return (rest > 0 ? columnName(rest) : '') + String.fromCharCode(65 + ((column - 1) % 26));
}

/** `A` → 1, `AA` → 27. */
export const columnNumber = (name: string): number =>
	Array.from(name).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

/** 1-based column and row → `A1`. */
export const cellAddress = (column: number, row: number): string => `${columnName(column)}${row}`;

/** The reverse; undefined for what no spreadsheet has. */
export function parseAddress(address: string): { column: number; row: number } | undefined {
	const [, letters = '', digits = ''] = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/.exec(address) ?? [];
	const [column, row] = [columnNumber(letters), Number(digits)];
	return column >= 1 && column <= 16_384 && row >= 1 && row <= 1_048_576
		? { column, row }
		: undefined;
}
