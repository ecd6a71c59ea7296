import { sql, type SQL } from 'drizzle-orm';
import type { VerifiedShare } from '../../contracts/award-checks';
import type { Sample } from '../../contracts/award-index';
import { idList } from '../../server/db/among';
import { queryRows, type Database } from '../../server/db/client';

/** Sub-query `(item_id, finding, note, channel, visited_on, entered_at)`: what was found last. */
export const newestFindings = (): SQL => sql`(
	select distinct on (item_id) item_id, finding, note, channel, visited_on, entered_at
	from award_check_result order by item_id, id desc
)`;

/**
 * Tables `asked` and `told (unit_id, finding, visited_on)`: what was found at households that could be asked,
 * in rounds that weren't given up. A visit tells of the village in which the household lives and of that
 * village's commune, whichever of both it was drawn for.
 */
const toldBy = (rounds: SQL): SQL => sql`asked as materialized (
		select item.unit_id, item.place_id, place.parent_id, newest.finding, newest.visited_on
		from award_check_round round
		join award_check_item item on item.round_id = round.id
		join admin_unit place on place.id = item.place_id and place.level = 'village'
		join ${newestFindings()} newest on newest.item_id = item.id
		where ${rounds} and round.abandoned_at is null
			and round.frame ->> 'subject' = 'households' and newest.finding <> 'notReached'
	), told as (
		select place_id as unit_id, finding, visited_on from asked
		union all select parent_id, finding, visited_on from asked
		-- A commune for which it was drawn, though the village has come to another since.
		union all select unit_id, finding, visited_on from asked where unit_id not in (place_id, parent_id)
	)`;

/**
 * Of the households that a season's rounds drew in a unit and that could be asked (`n`), how many were found
 * as reported (`k`). Units where nobody was asked are left out.
 */
export function verifiedShares(database: Database, seasonId: number): Promise<VerifiedShare[]> {
	return queryRows<VerifiedShare & Record<string, unknown>>(
		database,
		sql`with ${toldBy(sql`round.season_id = ${seasonId}`)}
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

/**
 * At how many households of each unit somebody looked whether what is reported is so, in the twelve months
 * until a local day: for everybody, since it tells of no finding. What a round drew in a unit counts once all of
 * it is found, so that nobody reads which villages are still to be visited. Units where nobody was asked are left out.
 */
export function readCheckedHouseholds(
	database: Database,
	unitIds: readonly number[],
	until: string,
): Promise<{ unitId: number; households: number }[]> {
	const isFound = sql`round.drawn_at is not null and not exists (
		select from award_check_item open
		where open.round_id = round.id and open.unit_id = item.unit_id
			and not exists (select from award_check_result result where result.item_id = open.id)
	)`;
	return queryRows<{ unitId: number; households: number }>(
		database,
		sql`with ${toldBy(isFound)}
			select unit_id as "unitId", count(*)::int as households
			from told
			where visited_on <= ${until}::date and visited_on > ${until}::date - interval '12 months'
				and unit_id in ${idList(unitIds)}
			group by unit_id order by unit_id`,
	);
}
