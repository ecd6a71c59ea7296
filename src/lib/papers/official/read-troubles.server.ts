import { sql } from 'drizzle-orm';
import { boardKind } from '../../contracts/teams/teams';
import { queryRows, type Database } from '../../server/db/client';
import { unitsBelow } from '../../server/db/unit-tree';
import { readSilentTeams } from '../../teams/silence/read-silent.server';
import type { TeamTroubles } from './narrative/causes';
import type { Span } from './span';

/** What the registry knows of why the work of a unit's teams, its own and those below, was hard. */
export async function readTroubles(
	database: Database,
	unitId: number,
	{ startsOn, endsOn: day }: Pick<Span, 'startsOn' | 'endsOn'>,
): Promise<TeamTroubles> {
	const teams = await queryRows<{ id: number; withoutSmartphone: number; left: number }>(
		database,
		sql`select team.id, count(member.id) filter (where member.smartphone is false
					and (member.until_on is null or member.until_on > ${day}))::int as "withoutSmartphone",
				count(member.id) filter (where member.until_on between ${startsOn} and ${day}
					and member.until_on > member.from_on and member.ended_by_merger_id is null
					and not exists (select from team_member next where next.continues_id = member.id))::int as left
			from team join ${unitsBelow(unitId)} tree on tree.id = team.unit_id
			left join team_member member on member.team_id = team.id and member.from_on <= ${day}
			where team.kind <> ${boardKind} and team.founded_on <= ${day}
				and (team.closed_on is null or team.closed_on > ${day})
			group by team.id`,
	);
	const sum = (field: 'withoutSmartphone' | 'left') =>
		teams.reduce((total, each) => total + each[field], 0);
	const silent = await readSilentTeams(
		database,
		teams.map(({ id }) => id),
		day,
		null,
	);
	return {
		withoutSmartphone: sum('withoutSmartphone'),
		left: sum('left'),
		// Where most don't report here themselves, silence says nothing of the teams.
		silent: silent.size * 2 > teams.length ? 0 : silent.size,
	};
}
