import { compareNames } from '../../../contracts/text/name-order';
import { shareOf, type UnitRow } from '../rows';

export type Column =
	| 'name'
	| 'district'
	| 'share'
	| 'growth'
	| 'coloured'
	| 'reported'
	| 'received';
export interface Order {
	by: Column;
	descending: boolean;
}

/** Sorted by a column, then by name; rows without a value come last, whichever the direction. */
export function sortRows<Row>(
	rows: readonly Row[],
	{ by, descending }: Order,
	nameOf: (row: Row) => string,
	valueOf: (row: Row, by: Exclude<Column, 'name'>) => number | null,
): Row[] {
	const sign = descending ? -1 : 1;
	return [...rows].sort((one, other) => {
		const name = compareNames(nameOf(one), nameOf(other));
		if (by === 'name') return sign * name;
		const [a, b] = [valueOf(one, by), valueOf(other, by)];
		if (a === null || b === null) return a === b ? name : a === null ? 1 : -1;
		return a === b ? name : sign * (a - b);
	});
}

/** Unless another one is asked for. */
export const firstOrder = (grouped: boolean): Order => ({
	by: grouped ? 'district' : 'name',
	descending: false,
});

/** The next order, once a column's heading is pressed. */
export const orderBy = (by: Column, before: Order): Order => ({
	by,
	descending: before.by === by ? !before.descending : by !== 'name' && by !== 'district',
});

/** What a commune has in a column of its own. */
export function columnValue(
	row: UnitRow,
	by: Exclude<Column, 'name' | 'district' | 'coloured'>,
): number | null {
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
