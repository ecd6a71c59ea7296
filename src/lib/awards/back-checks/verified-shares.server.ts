import { sql, type SQL } from 'drizzle-orm';
import type { VerifiedShare } from '../../contracts/award-checks';
import type { Sample } from '../../contracts/award-index';
import { queryRows, type Database } from '../../server/db/client';

/** Sub-query `(item_id, finding, note, channel, visited_on, entered_at)`: what was found last. */
export const newestFindings = (): SQL => sql`(
	select distinct on (item_id) item_id, finding, note, channel, visited_on, entered_at
	from award_check_result order by item_id, id desc
)`;

/**
 * Of the households that a season's rounds drew in a unit and that could be asked (`n`), how many were found
 * as reported (`k`). A visit tells of the village in which the household lives and of that village's commune,
 * whichever of both it was drawn for. Rounds that were given up don't count; units where nobody was asked are
 * left out.
 */
export function verifiedShares(database: Database, seasonId: number): Promise<VerifiedShare[]> {
	return queryRows<VerifiedShare & Record<string, unknown>>(
		database,
		sql`with asked as materialized (
				select item.unit_id, item.place_id, place.parent_id, newest.finding
				from award_check_round round
				join award_check_item item on item.round_id = round.id
				join admin_unit place on place.id = item.place_id and place.level = 'village'
				join ${newestFindings()} newest on newest.item_id = item.id
				where round.season_id = ${seasonId} and round.abandoned_at is null
					and round.frame ->> 'subject' = 'households' and newest.finding <> 'notReached'
			), told as (
				select place_id as unit_id, finding from asked
				union all select parent_id, finding from asked
				-- A commune for which it was drawn, though the village has come to another since.
				union all select unit_id, finding from asked where unit_id not in (place_id, parent_id)
			)
			select unit_id as "unitId", count(*)::int as n,
				count(*) filter (where finding = 'asReported')::int as k
			from told group by unit_id order by unit_id`,
	);
}

/** What was visited in a season, by unit. */
export async function readSamples(
	database: Database,
	seasonId: number,
): Promise<Map<number, Sample>> {
	const shares = await verifiedShares(database, seasonId);
	return new Map(shares.map(({ unitId, n, k }) => [unitId, { checked: n, confirmed: k }]));
}
