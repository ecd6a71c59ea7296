import { sql, type SQL } from 'drizzle-orm';
import { localDay } from '../contracts/local-time';
import { queryRows, type Database } from '../server/db/client';
import { isValidOn, unitsAbove } from '../server/db/unit-tree';
import { instant, isoInstant } from '../server/db/instant';

/**
 * Query for where each ticket stands: `ticket_id`, `unit_ids` (the levels that answer, lowest first),
 * `at_unit_id`, `rises_at`. An open ticket has risen one level for every span of `rises_after_days`
 * since `waiting_since`; levels that no longer exist are passed over, and the province is the last.
 */
export const standings = (now: Date): SQL => standingsOf(sql`ticket`, now);

/** The same of tickets as they were at an instant. @param tickets what has the columns of `ticket` that it reads. */
export function standingsOf(tickets: SQL, now: Date): SQL {
	const today = localDay(now);
	return sql`(
		select ticket.id as ticket_id, levels.unit_ids,
			case when ticket.state = 'open' then levels.unit_ids[place.number]
				else coalesce(ticket.from_unit_id, levels.unit_ids[1]) end as at_unit_id,
			case when ticket.state = 'open' and place.number < cardinality(levels.unit_ids)
				then ticket.waiting_since + make_interval(days => ticket.rises_after_days * (waited.spans + 1))
				end as rises_at
		from ${tickets} ticket
		cross join lateral (
			select coalesce(
				array_agg(unit.id order by line.depth) filter (where line.depth > 0
					and unit.level <> 'country' and ${isValidOn('unit', today)}),
				array[ticket.unit_id]
			) as unit_ids
			from ${unitsAbove(sql`(ticket.unit_id)`)} line join admin_unit unit on unit.id = line.id
		) levels
		cross join lateral (
			select greatest(0, floor(extract(epoch from ${instant(now)} - ticket.waiting_since)
				/ (ticket.rises_after_days * 86400)))::int as spans
		) waited
		cross join lateral (
			select least(cardinality(levels.unit_ids),
				coalesce(array_position(levels.unit_ids, ticket.from_unit_id), 1) + waited.spans) as number
		) place
	)`;
}

export interface Standing extends Record<string, unknown> {
	/** The levels that answer, lowest first; the first of them and all above it may. */
	unitIds: number[];
	atUnitId: number;
	/** ISO instant; null when it is answered, or at the top. */
	risesAt: string | null;
}

/** Where one ticket stands. */
export async function readStanding(database: Database, id: number, now: Date): Promise<Standing> {
	const [standing] = await queryRows<Standing>(
		database,
		sql`select to_jsonb(unit_ids) as "unitIds", at_unit_id as "atUnitId", ${isoInstant(sql`rises_at`)} as "risesAt"
			from ${standings(now)} standing where ticket_id = ${id}`,
	);
	if (!standing) throw new Error(`There is no ticket ${id}.`);
	return standing;
}
