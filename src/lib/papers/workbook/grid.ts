/** One cell as every reader sees it, whatever file it came from. */
export interface GridCell {
	/** `F12`. */
	address: string;
	content: string | number | null;
	/** Why its content can't be taken: a formula, or something that is neither text nor number. */
	fault?: 'formula' | 'notTextOrNumber';
	/** `YYYY-MM-DD` of a cell that holds a date, for readers that expect one. */
	day?: string;
}

/** One sheet of a workbook, or a whole CSV file. */
export interface Grid {
	sheet: string;
	/** Rows by their number, from 1; empty ones are left out. */
	rows: { number: number; cells: GridCell[] }[];
}

/** 1 → `A`, 27 → `AA`. */
export function columnName(column: number): string {
	const rest = Math.floor((column - 1) / 26);
	return (rest > 0 ? columnName(rest) : '') + String.fromCharCode(65 + ((column - 1) % 26));
}

/** 1-based column and row → `A1`. */
export const cellAddress = (column: number, row: number): string => `${columnName(column)}${row}`;
