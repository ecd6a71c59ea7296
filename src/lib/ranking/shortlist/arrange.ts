import { pageOf } from '../../contracts/pages';
import type { ShortlistQuery } from './query';
import type { NamedUnit } from './view';

export const shortlistPageSize = 100;

/** What is arranged: a unit with its standing. */
interface Placed {
	place: number;
	score: number;
	band: number;
	both: { top: number };
	unit: NamedUnit;
}

/** Those that a query asks for, in its order and on its page. */
export function arrange<Row extends Placed>(
	rows: readonly Row[],
	query: ShortlistQuery,
	{ search, peers }: { search: string; peers: ReadonlySet<number> | null },
) {
	const found = rows
		.filter(({ band }) => query.band === null || band === query.band)
		.filter(({ unit }) => peers === null || peers.has(unit.unitId))
		.filter(({ unit }) => unit.searchName.includes(search))
		.toSorted((one, other) => (query.reversed ? -1 : 1) * compare(one, other, query.sort));
	return {
		found: found.length,
		...pageOf(found, { page: query.page, pageSize: shortlistPageSize }),
	};
}

const collator = new Intl.Collator('vi', { numeric: true });

function compare(one: Placed, other: Placed, sort: ShortlistQuery['sort']): number {
	switch (sort) {
		case 'name':
			return collator.compare(one.unit.name, other.unit.name) || one.place - other.place;
		case 'households':
			return (other.unit.households ?? -1) - (one.unit.households ?? -1) || one.place - other.place;
		case 'top':
			return other.both.top - one.both.top || one.place - other.place;
		case 'score':
			return other.score - one.score || one.place - other.place;
		case 'place':
			return one.place - other.place || collator.compare(one.unit.name, other.unit.name);
	}
}
