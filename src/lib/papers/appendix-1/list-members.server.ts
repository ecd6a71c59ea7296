import type { Unit } from '../../contracts/admin-units';
import { compareNames } from '../../contracts/text/name-order';
import { memberRoles } from '../../contracts/teams/teams';
import { Places } from '../roster/places';
import { byTeam, servesOn, type Register } from '../roster/register';
import { teamsInOrder } from './list-teams.server';
import type { MemberList } from './team-list';

/** Who serves in the teams of a register on a day, team by team: leaders, deputies, then the others. */
export function listMembers(register: Register, unit: Unit, day: string): MemberList {
	const rosters = byTeam(register.members);
	const teams = teamsInOrder(register, new Places(register.units), day).map(
		({ team, commune }) => ({
			name: team.name,
			commune,
			members: (rosters.get(team.id) ?? [])
				.filter(servesOn(day))
				.sort(
					(one, other) =>
						memberRoles.indexOf(one.role) - memberRoles.indexOf(other.role) ||
						compareNames(one.fullName, other.fullName),
				)
				.map(({ fullName, role, position, organisation, phone }) => ({
					fullName,
					role,
					position: [position, organisation].filter((text) => text !== '').join(', '),
					phone: phone ?? '',
				})),
		}),
	);
	return { unit, day, teams: teams.filter(({ members }) => members.length > 0) };
}
