import { sql, type SQL } from 'drizzle-orm';
import { localDay } from '../contracts/local-time';
import { queryRows, type Database } from '../server/db/client';

/**
 * Query for where each ticket stands: `ticket_id`, `unit_ids` (the levels that answer, lowest first),
 * `at_unit_id`, `rises_at`. An open ticket has risen one level for every span of `rises_after_days`
 * since `waiting_since`; levels that no longer exist are passed over, and the province is the last.
 */
export function standings(now: Date): SQL {
	const instant = sql`${now.toISOString()}::timestamptz`;
	const today = localDay(now);
	return sql`(
		select ticket.id as ticket_id, levels.unit_ids,
			case when ticket.state = 'open' then levels.unit_ids[place.number]
				else coalesce(ticket.from_unit_id, levels.unit_ids[1]) end as at_unit_id,
			case when ticket.state = 'open' and place.number < cardinality(levels.unit_ids)
				then ticket.waiting_since + make_interval(days => ticket.rises_after_days * (waited.spans + 1))
				end as rises_at
		from ticket
		cross join lateral (
			with recursive upwards as (
				select id, parent_id, level, valid_to, 0 as depth from admin_unit where id = ticket.unit_id
				union all
				select above.id, above.parent_id, above.level, above.valid_to, upwards.depth + 1
				from admin_unit above join upwards on above.id = upwards.parent_id
			)
			select coalesce(
				array_agg(id order by depth) filter (where depth > 0 and level <> 'country'
					and (valid_to is null or valid_to > ${today})),
				array[ticket.unit_id]
			) as unit_ids
			from upwards
		) levels
		cross join lateral (
			select greatest(0, floor(extract(epoch from ${instant} - ticket.waiting_since)
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

export const isoInstant = (column: SQL): SQL =>
	sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;
