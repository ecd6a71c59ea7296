import type { Unit } from '../../contracts/admin-units';
import { compareNames } from '../../contracts/text/name-order';
import { Places } from '../roster/places';
import { byTeam, servesOn, sizeOf, type Register, type RegisterTeam } from '../roster/register';
import type { CoveringLetter, ListedTeam, TeamList } from './team-list';
import { communeName } from './wording';

/** Teams as the form lists them: by commune, its own team first, then its villages'. */
export function teamsInOrder(
	register: Register,
	places: Places,
	day: string,
): { team: RegisterTeam; commune: string }[] {
	return register.teams
		.filter(({ foundedOn }) => foundedOn <= day)
		.flatMap((team) => {
			const own = places.byId(team.unitId);
			const commune = own && places.communeOf(own);
			return commune ? [{ team, own, commune }] : [];
		})
		.sort(
			(a, b) =>
				compareNames(a.commune.name, b.commune.name) ||
				a.commune.id - b.commune.id ||
				Number(a.own.level === 'village') - Number(b.own.level === 'village') ||
				compareNames(a.own.name, b.own.name) ||
				a.team.id - b.team.id,
		)
		.map(({ team, commune }) => ({ team, commune: communeName(commune) }));
}

/** The teams of a register as the form lists them. */
export function listTeams(
	register: Register,
	unit: Unit,
	day: string,
	letter: CoveringLetter,
): TeamList {
	const rosters = byTeam(register.members);
	const teams = teamsInOrder(register, new Places(register.units), day).map(
		({ team, commune }): ListedTeam => {
			const serving = (rosters.get(team.id) ?? []).filter(servesOn(day));
			const leader = serving.find(({ role }) => role === 'leader');
			return {
				commune,
				name: team.name,
				members: sizeOf(team.size, serving.length, day),
				leader: leader?.fullName ?? '',
				position: leader?.position ?? '',
				phone: leader?.phone ?? '',
			};
		},
	);
	return { unit, day, letter, teams };
}
