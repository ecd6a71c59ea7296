import type { UnitKind } from '../../contracts/admin-units';
import { searchKey } from '../../contracts/search-key';
import type { TeamKind, TeamLevel } from '../../contracts/teams';
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
	team: { id: number; name: string; kind: TeamKind; members: number; youths: number } | null;
}

export interface TeamCounts {
	villages: number;
	villagesWithTeam: number;
	communes: number;
	communesWithTeam: number;
	teams: number;
	members: number;
	youths: number;
}

/** A unit with two teams counts once; members are those of every team. */
export function countTeams(lines: readonly TeamLine[]): TeamCounts {
	const units = (level: TeamLevel, withTeam: boolean) =>
		new Set(
			lines
				.filter(({ unit, team }) => unit.level === level && (team !== null || !withTeam))
				.map(({ unit }) => unit.id),
		).size;
	const teams = lines.flatMap(({ team }) => team ?? []);
	return {
		villages: units('village', false),
		villagesWithTeam: units('village', true),
		communes: units('commune', false),
		communesWithTeam: units('commune', true),
		teams: teams.length,
		members: teams.reduce((sum, { members }) => sum + members, 0),
		youths: teams.reduce((sum, { youths }) => sum + youths, 0),
	};
}

/** The lines that a query asks for; which of them break a rule is for the caller to look up. */
export function filterLines(lines: readonly TeamLine[], query: TeamsQuery): TeamLine[] {
	const words = searchKey(query.search).split(' ').filter(Boolean);
	return lines.filter(({ unit, above, team }) => {
		if (query.level !== null && unit.level !== query.level) return false;
		if (query.kind !== null && team?.kind !== query.kind) return false;
		if ((query.show === 'without') !== (team === null)) return false;
		const key = ` ${searchKey(`${unit.name} ${above?.name ?? ''} ${team?.name ?? ''}`)} ${unit.code}`;
		return words.every((word) => key.includes(` ${word}`));
	});
}

/** Whether a level has a line in the list at all: districts ended. */
export const levelsOf = (lines: readonly TeamLine[]): TeamLevel[] => [
	...new Set(lines.map(({ unit }) => unit.level)),
];

const collator = new Intl.Collator('vi', { numeric: true });
const order: Record<TeamLevel, number> = { district: 0, commune: 1, village: 2 };

/** By commune, its own team first, then its villages. */
export function sortLines(lines: readonly TeamLine[]): TeamLine[] {
	const group = ({ unit, above }: TeamLine) =>
		unit.level === 'village' ? (above?.name ?? '') : unit.name;
	return [...lines].sort(
		(a, b) =>
			collator.compare(group(a), group(b)) ||
			order[a.unit.level] - order[b.unit.level] ||
			collator.compare(a.unit.name, b.unit.name) ||
			(a.team?.id ?? 0) - (b.team?.id ?? 0),
	);
}
