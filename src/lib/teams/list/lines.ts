import type { UnitKind } from '../../contracts/admin-units';
import { compareNames } from '../../contracts/text/name-order';
import { searchKey } from '../../contracts/text/search-key';
import { boardKind, type TeamKind, type TeamLevel } from '../../contracts/teams/teams';
import type { TeamSize } from '../../contracts/teams/size';
import type { TeamsQuery } from './query';

interface Place {
	kind: UnitKind;
	name: string;
}

/** One team, or a unit without any. */
export interface TeamLine {
	unit: Place & { id: number; code: string; level: TeamLevel };
	above: Place | null;
	/** The unit and everything above it. */
	unitIds: number[];
	team:
		| (TeamSize & {
				id: number;
				name: string;
				kind: TeamKind;
				youths: number;
				reestablishedOn: string | null;
		  })
		| null;
}

export interface TeamCounts {
	villages: number;
	villagesWithTeam: number;
	communes: number;
	communesWithTeam: number;
	communesWithBoard: number;
	teams: number;
	members: number;
	/** Of them named on rosters. */
	named: number;
	/** Teams whose roster doesn't name everybody yet. */
	withoutRoster: number;
	youths: number;
}

/** A steering board steers teams and is none. */
export const isTeam = (team: { kind: TeamKind } | null): boolean =>
	team !== null && team.kind !== boardKind;

const isBoard = (team: { kind: TeamKind } | null): boolean => team?.kind === boardKind;

/** Communes without a steering board, once each, whatever teams they have. */
function withoutBoard(lines: readonly TeamLine[]): TeamLine[] {
	const seen = new Set(lines.filter(({ team }) => isBoard(team)).map(({ unit }) => unit.id));
	return lines.flatMap((line) => {
		if (line.unit.level !== 'commune' || seen.has(line.unit.id)) return [];
		seen.add(line.unit.id);
		return [{ ...line, team: null }];
	});
}

/** A unit with two teams counts once; members are those of every team. */
export function countTeams(lines: readonly TeamLine[]): TeamCounts {
	const units = (level: TeamLevel, withTeam: boolean) =>
		new Set(
			lines
				.filter(({ unit, team }) => unit.level === level && (isTeam(team) || !withTeam))
				.map(({ unit }) => unit.id),
		).size;
	const teams = lines.flatMap(({ team }) => (team && isTeam(team) ? team : []));
	return {
		villages: units('village', false),
		villagesWithTeam: units('village', true),
		communes: units('commune', false),
		communesWithTeam: units('commune', true),
		communesWithBoard: new Set(
			lines
				.filter(({ unit, team }) => unit.level === 'commune' && isBoard(team))
				.map(({ unit }) => unit.id),
		).size,
		teams: teams.length,
		members: teams.reduce((sum, { members }) => sum + members, 0),
		named: teams.reduce((sum, { roster }) => sum + roster, 0),
		withoutRoster: teams.filter(({ complete }) => !complete).length,
		youths: teams.reduce((sum, { youths }) => sum + youths, 0),
	};
}

export const teamIdsOf = (lines: readonly TeamLine[]): number[] =>
	lines.flatMap(({ team }) => (team && isTeam(team) ? team.id : []));

/** The lines that a query asks for; which of them break a rule is for the caller to look up. */
export function filterLines(lines: readonly TeamLine[], query: TeamsQuery): TeamLine[] {
	const words = searchKey(query.search).split(' ').filter(Boolean);
	const lacksBoard = query.show === 'withoutBoard';
	const asked = lacksBoard ? withoutBoard(lines) : lines;
	return asked.filter(({ unit, above, team }) => {
		if (query.level !== null && unit.level !== query.level) return false;
		if (query.kind !== null && !lacksBoard && team?.kind !== query.kind) return false;
		if ((lacksBoard || query.show === 'without') !== (team === null)) return false;
		if (query.show === 'incomplete' && team?.complete !== false) return false;
		const key = ` ${searchKey(`${unit.name} ${above?.name ?? ''} ${team?.name ?? ''}`)} ${unit.code}`;
		return words.every((word) => key.includes(` ${word}`));
	});
}

/** Whether a level has a line in the list at all: districts ended. */
export const levelsOf = (lines: readonly TeamLine[]): TeamLevel[] => [
	...new Set(lines.map(({ unit }) => unit.level)),
];

const order: Record<TeamLevel, number> = { district: 0, commune: 1, village: 2 };

/** What the order of a list of teams goes by. */
type PlacedTeam = Pick<TeamLine, 'unit' | 'above'> & { team: { id: number } | null };

/** By commune, its own team first, then its villages. */
export function sortLines<Line extends PlacedTeam>(lines: readonly Line[]): Line[] {
	const group = ({ unit, above }: PlacedTeam) =>
		unit.level === 'village' ? (above?.name ?? '') : unit.name;
	return [...lines].sort(
		(a, b) =>
			compareNames(group(a), group(b)) ||
			order[a.unit.level] - order[b.unit.level] ||
			compareNames(a.unit.name, b.unit.name) ||
			(a.team?.id ?? 0) - (b.team?.id ?? 0),
	);
}
