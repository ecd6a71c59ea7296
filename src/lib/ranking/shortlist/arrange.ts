import { compareNames } from '../../contracts/text/name-order';
import { pageOf } from '../../contracts/pages';
import type { ShortlistQuery } from './query';

export const shortlistPageSize = 50;

/** What is arranged: a unit with its standing. */
interface Placed {
	unitId: number;
	place: number;
	score: number;
	band: number;
	both: { top: number };
	households: number | null;
	searchName: string;
	/** Where it stands by its name. */
	nameOrder: number;
}

/** Each with its order by name: it is asked for far more often than it changes, and dear to find. */
export function withNameOrder<Row extends { name: string }>(
	rows: readonly Row[],
): (Row & { nameOrder: number })[] {
	const inOrder = rows
		.map((row, index) => ({ row, index }))
		.sort((one, other) => compareNames(one.row.name, other.row.name));
	const ordered: (Row & { nameOrder: number })[] = [];
	let nameOrder = 0;
	let before: string | undefined;
	for (const { row, index } of inOrder) {
		if (before !== undefined && compareNames(before, row.name) !== 0) nameOrder += 1;
		before = row.name;
		ordered[index] = { ...row, nameOrder };
	}
	return ordered;
}

/** Those that a query asks for, in its order and on its page. */
export function arrange<Row extends Placed>(
	rows: readonly Row[],
	query: ShortlistQuery,
	{ search, peers }: { search: string; peers: ReadonlySet<number> | null },
) {
	const found = rows
		.filter(({ band }) => query.band === null || band === query.band)
		.filter(({ unitId }) => peers === null || peers.has(unitId))
		.filter(({ searchName }) => searchName.includes(search))
		.toSorted((one, other) => (query.reversed ? -1 : 1) * compare(one, other, query.sort));
	const pageSize = query.whole ? Math.max(1, found.length) : shortlistPageSize;
	return { found: found.length, ...pageOf(found, { page: query.page, pageSize }) };
}

function compare(one: Placed, other: Placed, sort: ShortlistQuery['sort']): number {
	switch (sort) {
		case 'name':
			return one.nameOrder - other.nameOrder || one.place - other.place;
		case 'households':
			return (other.households ?? -1) - (one.households ?? -1) || one.place - other.place;
		case 'top':
			return other.both.top - one.both.top || one.place - other.place;
		case 'score':
			return other.score - one.score || one.place - other.place;
		case 'place':
			return one.place - other.place || one.nameOrder - other.nameOrder;
	}
}
