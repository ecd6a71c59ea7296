import type { TeamLevel, ZaloParty } from '../../contracts/teams/teams';
import { searchKey } from '../../contracts/text/search-key';
import type { TeamLine } from '../list/lines';
import type { GroupsQuery } from './query';

/** A team and its groups on Zalo. */
export interface GroupLine extends Pick<TeamLine, 'unit' | 'above'> {
	team: { id: number; name: string };
	/** What the team's group should be called. */
	expected: string;
	/** Empty when there is none, likewise the households'. */
	groupName: string;
	standing: 'none' | 'same' | 'other';
	householdGroup: string;
	parties: ZaloParty[];
	/** How many members link the group with those above, and who; null for those who read counts only. */
	contacts: number;
	contactNames: string[] | null;
}

export interface GroupCounts {
	teams: number;
	withGroup: number;
	named: number;
	villageTeams: number;
	withHouseholdGroup: number;
	withContact: number;
}

export function countGroups(lines: readonly GroupLine[]): GroupCounts {
	const count = (holds: (line: GroupLine) => boolean) => lines.filter(holds).length;
	return {
		teams: lines.length,
		withGroup: count(({ standing }) => standing !== 'none'),
		named: count(({ standing }) => standing === 'same'),
		villageTeams: count(({ unit }) => unit.level === 'village'),
		withHouseholdGroup: count(({ householdGroup }) => householdGroup !== ''),
		withContact: count(({ contacts }) => contacts > 0),
	};
}

const shown: Record<GroupsQuery['show'], (line: GroupLine) => boolean> = {
	all: () => true,
	withoutGroup: ({ standing }) => standing === 'none',
	otherName: ({ standing }) => standing === 'other',
	withoutHouseholdGroup: ({ unit, householdGroup }) =>
		unit.level === 'village' && householdGroup === '',
	withoutContact: ({ contacts }) => contacts === 0,
};

export function filterGroups(lines: readonly GroupLine[], query: GroupsQuery): GroupLine[] {
	const words = searchKey(query.search).split(' ').filter(Boolean);
	return lines.filter((line) => {
		const { unit, above, team, groupName } = line;
		if (query.level !== null && unit.level !== query.level) return false;
		if (!shown[query.show](line)) return false;
		const key = ` ${searchKey(`${unit.name} ${above?.name ?? ''} ${team.name} ${groupName}`)} ${unit.code}`;
		return words.every((word) => key.includes(` ${word}`));
	});
}

export const levelsOfGroups = (lines: readonly GroupLine[]): TeamLevel[] => [
	...new Set(lines.map(({ unit }) => unit.level)),
];
