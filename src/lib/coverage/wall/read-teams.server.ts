import { sql } from 'drizzle-orm';
import { localDay } from '../../contracts/local-time';
import type { Period } from '../../contracts/reports';
import { queryRows, type Database } from '../../server/db/client';
import { rowsAsOf } from '../../server/db/rows-as-of';
import { unitsBelow } from '../../server/db/unit-tree';

/**
 * How many villages of a scope have a team on the day that the period's reports are due.
 * @param at what had been recorded by this instant; null: all that is.
 */
export async function readTeamCount(
	database: Database,
	scopeUnitId: number,
	period: Period,
	at: Date | null,
): Promise<number> {
	const day = localDay(new Date(period.due.village));
	const [row] = await queryRows<{ teams: number }>(
		database,
		sql`select count(distinct team.unit_id)::int as teams from ${unitsBelow(scopeUnitId, { on: period.endsOn })} tree join ${rowsAsOf('team', at)} team on team.unit_id = tree.id
		where tree.level = 'village' and team.founded_on <= ${day} and (team.closed_on is null or team.closed_on > ${day})`,
	);
	return row?.teams ?? 0;
}
