import { pageNumber } from '../../contracts/text/address';
import { teamLevels, type TeamLevel } from '../../contracts/teams/teams';
import { levelName } from '../list/query';

/** What a reader of the list of Zalo groups chose, all of it in the address. */
export interface GroupsQuery {
	/** As typed: the name of a unit, of the one above it, of a team or of a group. */
	search: string;
	level: TeamLevel | null;
	show: 'all' | 'withoutGroup' | 'otherName' | 'withoutHouseholdGroup' | 'withoutContact';
	/** From 1. */
	page: number;
}

export const groupShows = [
	'all',
	'withoutGroup',
	'otherName',
	'withoutHouseholdGroup',
	'withoutContact',
] as const satisfies readonly GroupsQuery['show'][];

export const groupShowNames: Record<GroupsQuery['show'], string> = {
	all: '',
	withoutGroup: 'chua-co-nhom',
	otherName: 'khac-ten',
	withoutHouseholdGroup: 'chua-co-nhom-ho',
	withoutContact: 'chua-co-dau-moi',
};

export const parseGroupsQuery = (parameters: URLSearchParams): GroupsQuery => ({
	search: (parameters.get('tim') ?? '').trim().slice(0, 100),
	level: teamLevels.find((level) => levelName(level) === parameters.get('cap')) ?? null,
	show: groupShows.find((show) => groupShowNames[show] === parameters.get('xem')) ?? 'all',
	page: pageNumber(parameters),
});

/** The choice as an address says it, the page aside. */
export const groupsSearch = ({ search, level, show }: GroupsQuery): string =>
	new URLSearchParams({
		...(search ? { tim: search } : {}),
		...(level ? { cap: levelName(level) } : {}),
		...(show === 'all' ? {} : { xem: groupShowNames[show] }),
	}).toString();
