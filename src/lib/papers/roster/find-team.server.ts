import type { ReadTeamRow } from '../../contracts/teams/files';
import { nameOfTeam, placeKey, type Places, type PlaceUnit } from './places';
import { addProblem, type PlannedRow } from './planned.server';
import type { RegisterTeam } from './register';

/** The team that a row of a list of members names; null, with the reason noted, where there is none. */
export function findTeam(
	places: Places,
	teamsOf: ReadonlyMap<number, RegisterTeam[]>,
	{ cells }: ReadTeamRow,
	planned: PlannedRow,
): RegisterTeam | null {
	const text = cells['team']?.text ?? '';
	const units = findUnits(places, cells, text);
	const where = cells['code'] ?? cells['unit'] ?? cells['commune'] ?? cells['team'];
	if (!where) addProblem(planned, undefined, 'noUnit');
	else if (units.length === 0) addProblem(planned, where, 'unknownUnit');
	else if (units.every(({ keeps }) => !keeps)) addProblem(planned, where, 'notYourUnit');
	if (planned.view.problems.length > 0) return null;
	const teams = units.flatMap(({ id }) => teamsOf.get(id) ?? []);
	const alike = [
		teams.filter(({ name }) => placeKey(name) === placeKey(text)),
		teams.filter(({ name }) => nameOfTeam(name) === nameOfTeam(text)),
		teams.filter(({ unitId, name }) => {
			const unit = places.byId(unitId);
			return unit && places.isBareName(name, unit) && places.isBareName(text, unit);
		}),
		text === '' ? teams : [],
	].find((found) => found.length > 0);
	const [team, ...others] = alike ?? [];
	if (team && others.length === 0) return team;
	addProblem(planned, cells['team'] ?? where, team ? 'ambiguousTeam' : 'unknownTeam', {
		candidates: teams
			.slice(0, 5)
			.map(({ name, unitId }) => `${name} – ${places.byId(unitId)?.code ?? ''}`),
	});
	return null;
}

/** By its code, else by name; a commune stands for all its villages where the team's name must tell. */
function findUnits(places: Places, cells: ReadTeamRow['cells'], team: string): PlaceUnit[] {
	const code = cells['code']?.text ?? '';
	if (code !== '') return [places.byWrittenCode(code) ?? []].flat();
	const [unitText = '', after = ''] = (cells['unit']?.text ?? '').split(/,(.*)/u);
	const communeText = cells['commune']?.text ?? after.trim();
	if (communeText !== '') {
		const communes = unitsOf(places.commune(communeText, ''));
		return communes.flatMap((commune) =>
			unitText === '' ? places.inside(commune) : unitsOf(places.teamUnit(unitText, commune)),
		);
	}
	const communes = unitsOf(places.commune(unitText, ''));
	if (communes.length > 0)
		return communes.flatMap((commune) =>
			team === '' || places.isBareName(team, commune) ? [commune] : places.inside(commune),
		);
	return places.communes.flatMap((commune) => unitsOf(places.teamUnit(unitText || team, commune)));
}

const unitsOf = (match: ReturnType<Places['commune']>): PlaceUnit[] =>
	'unit' in match ? [match.unit] : match.candidates;
