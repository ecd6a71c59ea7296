import { shareOf, type UnitRow } from './rows';

export type Column = 'name' | 'share' | 'growth' | 'coloured' | 'reported' | 'received';
export interface Order {
	by: Column;
	descending: boolean;
}

const collator = new Intl.Collator('vi');

/** Sorted by a column, then by name; rows without a value come last, whichever the direction. */
export function sortRows(
	rows: readonly UnitRow[],
	{ by, descending }: Order,
	colouredOf: (row: UnitRow) => number | null,
): UnitRow[] {
	const sign = descending ? -1 : 1;
	return rows.toSorted((one, other) => {
		const name = collator.compare(one.unit.name, other.unit.name);
		if (by === 'name') return sign * name;
		const [a, b] =
			by === 'coloured'
				? [colouredOf(one), colouredOf(other)]
				: [valueOf(one, by), valueOf(other, by)];
		if (a === null || b === null) return a === b ? name : a === null ? 1 : -1;
		return a === b ? name : sign * (a - b);
	});
}

function valueOf(row: UnitRow, by: Exclude<Column, 'name' | 'coloured'>): number | null {
	switch (by) {
		case 'share':
			return shareOf(row);
		case 'growth':
			return row.growth;
		case 'reported':
			return 'reportedShare' in row.reading ? row.reading.reportedShare : null;
		case 'received':
			return row.receivedAt === null ? null : Date.parse(row.receivedAt);
	}
}
