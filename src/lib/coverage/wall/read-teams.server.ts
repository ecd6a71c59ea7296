import { sql } from 'drizzle-orm';
import { localDay } from '../../contracts/local-time';
import type { Period } from '../../contracts/reports';
import { queryRows, type Database } from '../../server/db/client';
import { unitsBelow } from '../../server/db/unit-tree';

/** How many villages of a scope have a team on the day that the period's reports are due. */
export async function readTeamCount(
	database: Database,
	scopeUnitId: number,
	period: Period,
): Promise<number> {
	const day = localDay(new Date(period.due.village));
	const [row] = await queryRows<{ teams: number }>(
		database,
		sql`select count(distinct team.unit_id)::int as teams from ${unitsBelow(scopeUnitId, { on: period.endsOn })} tree join team on team.unit_id = tree.id
		where tree.level = 'village' and team.founded_on <= ${day} and (team.closed_on is null or team.closed_on > ${day})`,
	);
	return row?.teams ?? 0;
}
