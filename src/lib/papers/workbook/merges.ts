import { cellAddress, parseAddress, type Grid } from './grid';

export interface Range {
	top: number;
	left: number;
	bottom: number;
	right: number;
}

/** `A2:B7`, whichever corner comes first; undefined for what is none. */
export function parseRange(text: string): Range | undefined {
	const [first = '', second = first] = text.split(':');
	const [one, other] = [parseAddress(first), parseAddress(second)];
	if (!one || !other) return undefined;
	return {
		top: Math.min(one.row, other.row),
		left: Math.min(one.column, other.column),
		bottom: Math.max(one.row, other.row),
		right: Math.max(one.column, other.column),
	};
}

/**
 * A merged cell counts once, where it begins; those below in its column point to it. Only cells that
 * are there are looked at, however large a range says it is, and each belongs to one range.
 * @param grow is called for each range and for each cell that is added, to stop what takes too long.
 */
export function mergeCells(
	{ rows }: Grid,
	ranges: readonly Range[],
	grow: (cells: number) => void,
): void {
	for (const { top, left, bottom, right } of ranges) {
		grow(0);
		const first = firstAtLeast(rows, top);
		const begin = rows[first];
		const master = begin?.number === top ? begin.cells[left - 1] : undefined;
		for (let index = first; index < rows.length; index += 1) {
			const row = rows[index];
			if (!row || row.number > bottom) break;
			while (master && row.cells.length < left) {
				grow(1);
				row.cells.push({ address: cellAddress(row.cells.length + 1, row.number), content: null });
			}
			for (let column = left; column <= Math.min(right, row.cells.length); column += 1) {
				const cell = row.cells[column - 1];
				if (!cell || cell === master || cell.mergedInto) continue;
				row.cells[column - 1] = {
					address: cellAddress(column, row.number),
					content: null,
					...(master && column === left ? { mergedInto: master } : {}),
				};
			}
		}
	}
}

/** Index of the first row from a number on. */
function firstAtLeast(rows: Grid['rows'], number: number): number {
	let [low, high] = [0, rows.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((rows[middle]?.number ?? 0) < number) low = middle + 1;
		else high = middle;
	}
	return low;
}
