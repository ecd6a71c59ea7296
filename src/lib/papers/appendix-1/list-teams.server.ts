import type { Unit } from '../../contracts/admin-units';
import { Places } from '../roster/places';
import { byTeam, servesOn, sizeOf, type Register } from '../roster/register.server';
import type { ListedTeam, TeamList } from './team-list';
import { communeName } from './wording';

const { compare } = new Intl.Collator('vi', { numeric: true });

/** The teams of a register as the form lists them: by commune, its own team first, then its villages'. */
export function listTeams(register: Register, unit: Unit, day: string): TeamList {
	const places = new Places(register.units);
	const rosters = byTeam(register.members);
	const lines = register.teams
		.filter(({ foundedOn }) => foundedOn <= day)
		.flatMap((team) => {
			const own = places.byId(team.unitId);
			const commune = own && places.communeOf(own);
			if (!commune) return [];
			const serving = (rosters.get(team.id) ?? []).filter(servesOn(day));
			const leader = serving.find(({ role }) => role === 'leader');
			const listed: ListedTeam = {
				commune: communeName(commune),
				name: team.name,
				members: sizeOf(team, serving.length),
				leader: leader?.fullName ?? '',
				position: leader?.position ?? '',
				phone: leader?.phone ?? '',
			};
			return [{ listed, commune, own, id: team.id }];
		})
		.sort(
			(a, b) =>
				compare(a.commune.name, b.commune.name) ||
				a.commune.id - b.commune.id ||
				Number(a.own.level === 'village') - Number(b.own.level === 'village') ||
				compare(a.own.name, b.own.name) ||
				a.id - b.id,
		);
	return { unit, day, teams: lines.map(({ listed }) => listed) };
}
