import { sql } from 'drizzle-orm';
import { localDay } from '../../contracts/local-time';
import type { Period } from '../../contracts/reports';
import { queryRows, type Database } from '../../server/db/client';

/** How many villages of a scope have a team on the day that the period's reports are due. */
export async function readTeamCount(
	database: Database,
	scopeUnitId: number,
	period: Period,
): Promise<number> {
	const day = localDay(new Date(period.due.village));
	const [row] = await queryRows<{ teams: number }>(
		database,
		sql`with recursive tree as (
			select id, level from admin_unit where id = ${scopeUnitId}
			union all
			select child.id, child.level from tree join admin_unit child on child.parent_id = tree.id
			where child.valid_from <= ${period.endsOn}
				and (child.valid_to is null or child.valid_to > ${period.endsOn})
		)
		select count(distinct team.unit_id)::int as teams from tree join team on team.unit_id = tree.id
		where tree.level = 'village' and team.founded_on <= ${day} and (team.closed_on is null or team.closed_on > ${day})`,
	);
	return row?.teams ?? 0;
}
