import { pageNumber } from '../../contracts/text/address';
import { boards, type Board } from '../../contracts/awards/composite-index';

export const shortlistSorts = ['place', 'name', 'households', 'score', 'top'] as const;
export type ShortlistSort = (typeof shortlistSorts)[number];

/** What a reader chose, all of it in the address: a list can be linked, reloaded and printed. */
export interface ShortlistQuery {
	/** Null: the season's first. */
	category: number | null;
	board: Board;
	sort: ShortlistSort;
	reversed: boolean;
	/** Null: all. */
	band: number | null;
	/** The unit whose peers are shown with it; null: all. */
	peersOf: number | null;
	/** As typed. */
	search: string;
	/** All that was found, as it is printed, instead of a page of it. */
	whole: boolean;
	/** From 1. */
	page: number;
}

const sortNames: Record<ShortlistSort, string> = {
	place: 'hang',
	name: 'ten',
	households: 'so-ho',
	score: 'diem',
	top: 'xac-suat',
};
const boardNames: Record<Board, string> = { level: 'muc', growth: 'tien-bo' };

const whole = (text: string | null): number | null =>
	text !== null && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;

export function parseShortlistQuery(parameters: URLSearchParams): ShortlistQuery {
	const sort = parameters.get('sap-xep') ?? '';
	const name = sort.replace(/^-/, '');
	return {
		category: whole(parameters.get('hang-muc')),
		board: boards.find((board) => boardNames[board] === parameters.get('bang')) ?? 'level',
		sort: shortlistSorts.find((key) => sortNames[key] === name) ?? 'place',
		reversed: sort.startsWith('-'),
		band: whole(parameters.get('nhom')),
		peersOf: whole(parameters.get('tuong-dong')),
		search: (parameters.get('tim') ?? '').trim().slice(0, 100),
		whole: parameters.get('ca-danh-sach') === '1',
		page: pageNumber(parameters),
	};
}

/** The query as `name → value`, without what is as it would be anyway: for hidden form fields. */
export function shortlistParameters(query: ShortlistQuery): Record<string, string> {
	const sort = `${query.reversed ? '-' : ''}${sortNames[query.sort]}`;
	return {
		...(query.category === null ? {} : { 'hang-muc': String(query.category) }),
		...(query.board === 'level' ? {} : { bang: boardNames[query.board] }),
		...(sort === sortNames.place ? {} : { 'sap-xep': sort }),
		...(query.band === null ? {} : { nhom: String(query.band) }),
		...(query.peersOf === null ? {} : { 'tuong-dong': String(query.peersOf) }),
		...(query.search ? { tim: query.search } : {}),
		...(query.whole ? { 'ca-danh-sach': '1' } : {}),
		...(query.page > 1 ? { trang: String(query.page) } : {}),
	};
}

/** The address of the same list with something changed; any change but of the page starts at page 1. */
export function shortlistLink(query: ShortlistQuery, change: Partial<ShortlistQuery>): string {
	const parameters = new URLSearchParams(shortlistParameters({ ...query, page: 1, ...change }));
	const text = parameters.toString();
	return text === '' ? '?' : `?${text}`;
}
