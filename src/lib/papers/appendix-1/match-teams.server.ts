import type { ReadTeamRow } from '../../contracts/teams/files';
import { addProblem, blankRow, type PlannedRow } from '../roster/planned.server';
import { Places, placeKey, type Match, type PlaceUnit } from '../roster/places';
import { byUnit, type Register, type RegisterTeam } from '../roster/register';

/** A row with the unit that it speaks of, and the team there; null: a team that isn't there yet. */
export interface MatchedRow {
	read: ReadTeamRow;
	planned: PlannedRow;
	unit: PlaceUnit | null;
	team: RegisterTeam | null;
}

/**
 * Finds the team of every row: first by its own name, so that a team bears off no row that names
 * another one exactly, then by the village that the name holds.
 */
export function matchTeams(
	register: Register,
	rows: readonly ReadTeamRow[],
	day: string,
): MatchedRow[] {
	const places = new Places(register.units);
	const teams = byUnit(register.teams);
	const takenBy = new Map<number, number>();
	const newNames = new Map<string, number>();
	const matched = rows.map((read): MatchedRow & { commune: PlaceUnit | null } => {
		const row = { read, planned: blankRow(read), unit: null, team: null };
		return { ...row, commune: findCommune(places, row) };
	});
	for (const row of matched) {
		if (!row.commune) continue;
		const key = placeKey(nameIn(row.read));
		const named = places
			.inside(row.commune)
			.flatMap(({ id }) => teams.get(id) ?? [])
			.filter(({ name, foundedOn }) => foundedOn <= day && placeKey(name) === key);
		const [team] = named;
		if (team && named.length === 1) take(row, team);
	}
	for (const row of matched) if (row.commune && !row.team) matchByPlace(row, row.commune);
	return matched;

	function take(row: MatchedRow, team: RegisterTeam): void {
		const earlier = takenBy.get(team.id);
		if (earlier !== undefined)
			addProblem(row.planned, row.read.cells['team'], 'duplicateInFile', {
				numbers: { row: earlier },
			});
		else takenBy.set(team.id, row.read.row);
		row.team = team;
		row.unit = places.byId(team.unitId) ?? null;
	}

	function matchByPlace(row: MatchedRow, commune: PlaceUnit): void {
		const { cells } = row.read;
		const name = nameIn(row.read);
		const match = places.teamUnit(name, commune);
		if (!('unit' in match)) {
			const rule = match.candidates.length > 0 ? 'ambiguousVillage' : 'unknownVillage';
			addProblem(row.planned, cells['team'], rule, candidatesOf(match));
			return;
		}
		const { unit } = match;
		row.unit = unit;
		if (!unit.keeps) {
			addProblem(row.planned, cells['team'], 'notYourUnit');
			return;
		}
		const own = teams.get(unit.id) ?? [];
		const free = own.filter(({ id, foundedOn }) => foundedOn <= day && !takenBy.has(id));
		const isBare = places.isBareName(name, unit);
		const alike = isBare ? free.filter((team) => places.isBareName(team.name, unit)) : [];
		const [team, ...others] = free.length > 1 ? alike : free;
		if (free.length > 1 && (!team || others.length > 0)) {
			const candidates = free.map((each) => each.name);
			addProblem(row.planned, cells['team'], 'ambiguousTeam', { candidates });
			return;
		}
		if (team) {
			take(row, team);
			return;
		}
		const bearer = own.find(({ id }) => takenBy.has(id));
		if (bearer && isBare) {
			take(row, bearer);
			return;
		}
		if (own.some(({ foundedOn }) => foundedOn > day)) {
			addProblem(row.planned, cells['team'], 'foundedLater');
			return;
		}
		if (!places.communeOf(unit)?.keeps) {
			addProblem(row.planned, cells['team'], 'notYoursToDecide');
			return;
		}
		const key = `${unit.id} ${isBare ? '' : placeKey(name)}`;
		const earlier = newNames.get(key);
		if (earlier === undefined) newNames.set(key, row.read.row);
		else addProblem(row.planned, cells['team'], 'duplicateInFile', { numbers: { row: earlier } });
	}
}

function findCommune(places: Places, { read, planned }: MatchedRow): PlaceUnit | null {
	const { commune: cell, team } = read.cells;
	planned.view.commune = cell?.text ?? '';
	planned.view.team = nameIn(read);
	if (!team?.text) addProblem(planned, team, 'noTeamName');
	if (!cell?.text) {
		addProblem(planned, cell, 'noCommune');
		return null;
	}
	const match = places.commune(cell.text, read.district);
	if ('unit' in match) return team?.text ? match.unit : null;
	const rule = match.candidates.length > 0 ? 'ambiguousCommune' : 'unknownCommune';
	addProblem(planned, cell, rule, candidatesOf(match));
	return null;
}

export const nameIn = ({ cells }: ReadTeamRow): string =>
	(cells['team']?.text ?? '').replace(/\s+/gu, ' ');

/** By name, district and code: names alone don't tell them apart. */
function candidatesOf(match: Match): { candidates?: string[] } {
	if ('unit' in match || match.candidates.length === 0) return {};
	return {
		candidates: match.candidates.map(({ name, district, code }) =>
			[name, ...(district === null ? [] : [district]), code].join(' – '),
		),
	};
}
