import { sql, type SQL } from 'drizzle-orm';
import type { VerifiedShare } from '../../contracts/awards/checks';
import type { FoundSamples } from '../../contracts/awards/composite-index';
import { idList } from '../../server/db/among';
import { queryRows, type Database } from '../../server/db/client';

/** Sub-query `(item_id, finding, note, channel, visited_on, entered_at)`: what was found last. */
export const newestFindings = (): SQL => sql`(
	select distinct on (item_id) item_id, finding, note, channel, visited_on, entered_at
	from award_check_result order by item_id, id desc
)`;

/**
 * Tables `asked` and `told (unit_id, subject, finding, visited_on)`: what was found at households and of sessions
 * that somebody could be asked about, in rounds that weren't given up. A finding tells of the village in which the
 * household lives or the session was held and of that village's commune, whichever of both it was drawn for; of a
 * session of the commune's own it tells of the commune. A session stays told of though it is cancelled afterwards:
 * whoever takes back what was found missing hasn't shown that the rest was held.
 */
const toldBy = (rounds: SQL): SQL => sql`asked as materialized (
		select item.unit_id, item.place_id, case when place.level = 'village' then place.parent_id end as commune_id,
			round.frame ->> 'subject' as subject, newest.finding, newest.visited_on
		from award_check_round round
		join award_check_item item on item.round_id = round.id
		join admin_unit place on place.id = item.place_id
		join ${newestFindings()} newest on newest.item_id = item.id
		where ${rounds} and round.abandoned_at is null and newest.finding <> 'notReached'
	), told as (
		select place_id as unit_id, subject, finding, visited_on from asked
		union all select commune_id, subject, finding, visited_on from asked where commune_id is not null
		-- A commune for which it was drawn, though the village has come to another since.
		union all select unit_id, subject, finding, visited_on from asked
			where unit_id <> place_id and unit_id is distinct from commune_id
	)`;

/**
 * Of the households, and of the sessions, that a season's rounds drew in a unit and that could be asked about
 * (`n`), how many were found as reported (`k`). Units where nobody was asked are left out.
 */
export function verifiedShares(database: Database, seasonId: number): Promise<VerifiedShare[]> {
	return queryRows<VerifiedShare & Record<string, unknown>>(
		database,
		sql`with ${toldBy(sql`round.season_id = ${seasonId}`)}
			select unit_id as "unitId", subject, count(*)::int as n,
				count(*) filter (where finding = 'asReported')::int as k
			from told group by unit_id, subject order by unit_id, subject`,
	);
}

/** What was looked into in a season, by unit. */
export async function readSamples(
	database: Database,
	seasonId: number,
): Promise<Map<number, FoundSamples>> {
	const found = new Map<number, FoundSamples>();
	for (const { unitId, subject, n, k } of await verifiedShares(database, seasonId)) {
		const samples = found.get(unitId) ?? { households: null, sessions: null };
		found.set(unitId, { ...samples, [subject]: { checked: n, confirmed: k } });
	}
	return found;
}

/**
 * At how many households of each unit somebody looked whether what is reported is so, in the twelve months
 * until a local day: for everybody, since it tells of no finding. What a round drew in a unit counts once all of
 * it is found, so that nobody reads which villages are still to be visited. Units where nobody was asked are left out.
 * Sessions aren't counted: the map says of a unit's households how many were asked, and a session is none of them.
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
			where subject = 'households' and visited_on <= ${until}::date and visited_on > ${until}::date - interval '12 months'
				and unit_id in ${idList(unitIds)}
			group by unit_id order by unit_id`,
	);
}
