import { pageNumber } from '../contracts/text/address';
import type { Basis } from '../contracts/coverage';
import { sortKeys, type Order, type SortKey } from './rank';

/** What a reader chose, all of it in the address: a list can be linked, reloaded and printed. */
export interface RankingQuery {
	level: 'commune' | 'village';
	basis: Basis;
	order: Order;
	/** As typed. */
	search: string;
	/** From 1. */
	page: number;
	/** `2026-10`; null = the latest month whose deadline has passed. */
	month: string | null;
}

const sortNames: Record<SortKey, string> = {
	coverage: 'do-phu',
	monthGrowth: 'tang-thang',
	yearGrowth: 'tang-nam',
	punctuality: 'dung-han',
	name: 'ten',
	households: 'so-ho',
};

export function parseRankingQuery(parameters: URLSearchParams): RankingQuery {
	const sort = parameters.get('sap-xep') ?? '';
	const reversed = sort.startsWith('-');
	const name = reversed ? sort.slice(1) : sort;
	const key = sortKeys.find((candidate) => sortNames[candidate] === name);
	return {
		level: parameters.get('cap') === 'to' ? 'village' : 'commune',
		basis: parameters.get('so-lieu') === 'tam-tinh' ? 'provisional' : 'approved',
		order: key ? { key, reversed } : { key: 'coverage', reversed: false },
		search: (parameters.get('tim') ?? '').trim().slice(0, 100),
		page: pageNumber(parameters),
		month: parameters.get('thang') || null,
	};
}

/** The query as `name → value`, without what is as it would be anyway: for hidden form fields. */
export function rankingParameters(query: RankingQuery): Record<string, string> {
	const sort = `${query.order.reversed ? '-' : ''}${sortNames[query.order.key]}`;
	return {
		...(query.level === 'village' ? { cap: 'to' } : {}),
		...(query.basis === 'provisional' ? { 'so-lieu': 'tam-tinh' } : {}),
		...(query.month ? { thang: query.month } : {}),
		...(sort === sortNames.coverage ? {} : { 'sap-xep': sort }),
		...(query.search ? { tim: query.search } : {}),
		...(query.page > 1 ? { trang: String(query.page) } : {}),
	};
}

/** The address of the same list with something changed; any change but of the page starts at page 1. */
export function rankingLink(query: RankingQuery, change: Partial<RankingQuery>): string {
	const parameters = new URLSearchParams(rankingParameters({ ...query, page: 1, ...change }));
	const text = parameters.toString();
	return text === '' ? '?' : `?${text}`;
}
