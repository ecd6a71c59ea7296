import { and, eq, gt, isNull, lte, or, sql } from 'drizzle-orm';
import type { MemberRole } from '../contracts/teams/teams';
import type { Database } from '../server/db/client';
import { team, teamMember } from '../server/db/schema';
import { InvalidError } from '../server/errors';

/** @throws InvalidError when the unit has no such team on the day. */
export async function requireTeam(
	database: Database,
	{ unitId, teamId }: { unitId: number; teamId: number | null },
	day: string,
): Promise<void> {
	if (teamId === null) return;
	const [found] = await database
		.select({ id: team.id })
		.from(team)
		.where(
			and(
				...[eq(team.id, teamId), eq(team.unitId, unitId), lte(team.foundedOn, day)],
				or(isNull(team.closedOn), gt(team.closedOn, day)),
			),
		);
	if (!found)
		throw new InvalidError([
			{ field: 'holder', rule: 'choose', message: 'should be a team of the unit' },
		]);
}

export interface TeamPerson {
	id: number;
	name: string;
	role: MemberRole;
}

/** Who is in a team on a day, its leader first. Names are for whoever keeps the team. */
export function readTeamPeople(
	database: Database,
	teamId: number | null,
	day: string,
): Promise<TeamPerson[]> {
	if (teamId === null) return Promise.resolve([]);
	return database
		.select({ id: teamMember.id, name: teamMember.fullName, role: teamMember.role })
		.from(teamMember)
		.where(
			and(
				...[eq(teamMember.teamId, teamId), lte(teamMember.fromOn, day)],
				or(isNull(teamMember.untilOn), gt(teamMember.untilOn, day)),
			),
		)
		.orderBy(
			sql`array_position(array['leader', 'deputy', 'member'], ${teamMember.role})`,
			teamMember.id,
		);
}

/** @throws InvalidError when the team has no such member on the day. */
export async function requireTeamPerson(
	database: Database,
	{ teamId, memberId }: { teamId: number | null; memberId: number | null },
	day: string,
): Promise<void> {
	if (memberId === null) return;
	const people = await readTeamPeople(database, teamId, day);
	if (!people.some(({ id }) => id === memberId))
		throw new InvalidError([
			{ field: 'memberId', rule: 'choose', message: 'should be a member of the team' },
		]);
}
