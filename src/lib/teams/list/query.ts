import { teamKinds, teamLevels, type TeamKind, type TeamLevel } from '../../contracts/teams';

/** What a reader chose, all of it in the address. */
export interface TeamsQuery {
	/** As typed: the name of a unit, of the one above it, or of a team. */
	search: string;
	level: TeamLevel | null;
	kind: TeamKind | null;
	show: 'all' | 'breaking' | 'without';
	/** `YYYY-MM-DD`; null = today. */
	day: string | null;
	/** From 1. */
	page: number;
}

const levelNames: Record<TeamLevel, string> = { village: 'thon', commune: 'xa', district: 'huyen' };
const showNames = { all: '', breaking: 'chua-dung', without: 'chua-co-to' } as const;

export function parseTeamsQuery(parameters: URLSearchParams): TeamsQuery {
	const page = Number(parameters.get('trang') ?? 1);
	const show = parameters.get('xem');
	const day = parameters.get('ngay') ?? '';
	return {
		search: (parameters.get('tim') ?? '').trim().slice(0, 100),
		level: teamLevels.find((level) => levelNames[level] === parameters.get('cap')) ?? null,
		kind: teamKinds.find((kind) => kind === parameters.get('loai')) ?? null,
		show: show === showNames.breaking ? 'breaking' : show === showNames.without ? 'without' : 'all',
		day: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(day) ? day : null,
		page: Number.isInteger(page) && page > 0 ? page : 1,
	};
}

export const levelName = (level: TeamLevel): string => levelNames[level];
export const showName = (show: TeamsQuery['show']): string => showNames[show];

/** The address of the same list with something changed. */
export function teamsLink(query: TeamsQuery, change: Partial<TeamsQuery>): string {
	const { search, level, kind, show, day, page } = { ...query, page: 1, ...change };
	const parameters = new URLSearchParams({
		...(search ? { tim: search } : {}),
		...(level ? { cap: levelNames[level] } : {}),
		...(kind ? { loai: kind } : {}),
		...(show === 'all' ? {} : { xem: showNames[show] }),
		...(day ? { ngay: day } : {}),
		...(page > 1 ? { trang: String(page) } : {}),
	});
	return `?${parameters.toString()}`;
}
