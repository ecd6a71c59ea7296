import { sql } from 'drizzle-orm';
import { queryRows, type Database } from '../../server/db/client';
import { unitsAbove } from '../../server/db/unit-tree';
import type { Supporter } from './supporters';

/**
 * Who of the steering teams and boards above looks after a unit on a day: those named for the unit
 * itself first, then those named for what it lies in. Whether names may be read is for the caller to say.
 */
export function readSupporters(
	database: Database,
	unitId: number,
	day: string,
	{ names }: { names: boolean },
): Promise<Supporter[]> {
	return queryRows<Supporter & Record<string, unknown>>(
		database,
		sql`select member.id as "memberId", ${names ? sql`member.full_name` : sql`null`} as "fullName",
				member.position, member.role,
				jsonb_build_object('id', team.id, 'name', team.name) as team,
				jsonb_build_object('kind', unit.kind, 'name', unit.name) as unit
			from team_member member
			join team on team.id = member.team_id and team.unit_id <> ${unitId}
				and (team.closed_on is null or team.closed_on > ${day})
			join admin_unit unit on unit.id = team.unit_id
			join lateral (
				select min(line.depth) as depth from ${unitsAbove(unitId)} line
				where line.id = any(member.area_ids)
			) nearest on nearest.depth is not null
			where member.area_ids <> '{}' and member.from_on <= ${day}
				and (member.until_on is null or member.until_on > ${day})
			order by nearest.depth, member.id`,
	);
}
