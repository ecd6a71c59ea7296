import { pageNumber } from '../../contracts/text/address';
import { isDay } from '../../contracts/local-time';
import { teamKinds, teamLevels, type TeamKind, type TeamLevel } from '../../contracts/teams/teams';

/** What a reader chose, all of it in the address. */
export interface TeamsQuery {
	/** As typed: the name of a unit, of the one above it, or of a team. */
	search: string;
	level: TeamLevel | null;
	kind: TeamKind | null;
	show: 'all' | 'breaking' | 'incomplete' | 'silent' | 'without' | 'withoutBoard';
	/** Whether members are counted by where they come from. */
	kinds: boolean;
	/** `YYYY-MM-DD`; null = today. */
	day: string | null;
	/** From 1. */
	page: number;
}

const levelNames: Record<TeamLevel, string> = { village: 'thon', commune: 'xa', district: 'huyen' };
const showNames = {
	all: '',
	breaking: 'chua-dung',
	incomplete: 'chua-du-danh-sach',
	silent: 'im-ang',
	without: 'chua-co-to',
	withoutBoard: 'chua-co-ban-chi-dao',
} as const;

/** In the order in which they are offered. */
export const shows = [
	'all',
	'breaking',
	'incomplete',
	'silent',
	'without',
	'withoutBoard',
] as const satisfies readonly TeamsQuery['show'][];

export function parseTeamsQuery(parameters: URLSearchParams): TeamsQuery {
	const day = parameters.get('ngay') ?? '';
	return {
		search: (parameters.get('tim') ?? '').trim().slice(0, 100),
		level: teamLevels.find((level) => levelNames[level] === parameters.get('cap')) ?? null,
		kind: teamKinds.find((kind) => kind === parameters.get('loai')) ?? null,
		show: shows.find((show) => showNames[show] === parameters.get('xem')) ?? 'all',
		kinds: parameters.get('thanh-phan') === 'co',
		day: isDay(day) ? day : null,
		page: pageNumber(parameters),
	};
}

export const levelName = (level: TeamLevel): string => levelNames[level];
export const showName = (show: TeamsQuery['show']): string => showNames[show];

/** The address of the same list with something changed. */
export function teamsLink(query: TeamsQuery, change: Partial<TeamsQuery>): string {
	const { search, level, kind, show, kinds, day, page } = { ...query, page: 1, ...change };
	const parameters = new URLSearchParams({
		...(search ? { tim: search } : {}),
		...(level ? { cap: levelNames[level] } : {}),
		...(kind ? { loai: kind } : {}),
		...(show === 'all' ? {} : { xem: showNames[show] }),
		...(kinds ? { 'thanh-phan': 'co' } : {}),
		...(day ? { ngay: day } : {}),
		...(page > 1 ? { trang: String(page) } : {}),
	});
	return `?${parameters.toString()}`;
}
