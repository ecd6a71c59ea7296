import { sql } from 'drizzle-orm';
import { tellApartBelow } from '../admin-units/search/tell-apart.server';
import type { PlaceName } from '../contracts/admin-units';
import { addDays, localDay, startOfDay } from '../contracts/local-time';
import type { TicketCategory } from '../contracts/tickets';
import type { DifficultiesFigures } from '../contracts/wall';
import { queryRows, type Database } from '../server/db/client';
import { instant, isoInstant } from '../server/db/instant';
import { unitsBelow } from '../server/db/unit-tree';
import { standingsOf } from './standing.server';

const shownOldest = 6;
/** Today and the six days before it. */
const weekBefore = 6;

/** Difficulties and proposals below a unit as they stood at an instant, in numbers and places: no word of them. */
export async function readTicketSummary(
	database: Database,
	scopeUnitId: number,
	now: Date,
): Promise<DifficultiesFigures> {
	const week = instant(startOfDay(addDays(localDay(now), -weekBefore)));
	const at = instant(now);
	// Whatever happened after the instant is taken back: a ticket waits unless its last step then ended that.
	const known = sql`(
		select ticket.id, ticket.unit_id, ticket.category, ticket.raised_at, ticket.rises_after_days,
			case coalesce(last.step, 'reopened') when 'reopened' then 'open' else last.step end as state,
			coalesce(last.at, ticket.raised_at) as waiting_since, last.at_unit_id as from_unit_id
		from ticket
		left join lateral (
			select step, at, at_unit_id from ticket_event event
			where event.ticket_id = ticket.id and event.at <= ${at}
			order by event.at desc, event.id desc limit 1
		) last on true
		where ticket.raised_at <= ${at} and ticket.unit_id in (select id from ${unitsBelow(scopeUnitId)} below)
	)`;
	const waits = sql`known.state = 'open'`;
	const [counts] = await queryRows<{ open: number; raised: number; answered: number }>(
		database,
		sql`select (count(*) filter (where ${waits}))::int as open,
				(count(*) filter (where raised_at >= ${week}))::int as raised,
				(select count(distinct event.ticket_id)::int from ticket_event event
					where event.step = 'answered' and event.at >= ${week} and event.at <= ${at}
						and event.ticket_id in (select id from ${known} known)) as answered
			from ${known} known`,
	);
	const categories = await queryRows<{ category: TicketCategory; open: number }>(
		database,
		sql`select category, count(*)::int as open from ${known} known
			where ${waits} group by category order by open desc, category`,
	);
	const oldest = await queryRows<OldestRow>(
		database,
		sql`select known.id as "ticketId", known.category, ${isoInstant(sql`known.waiting_since`)} as since,
				unit.id, unit.kind, unit.name,
				jsonb_build_object('kind', at_unit.kind, 'name', at_unit.name) as at
			from ${known} known
			join admin_unit own on own.id = known.unit_id
			left join admin_unit above on above.id = own.parent_id and own.level = 'village'
			join admin_unit unit on unit.id = coalesce(above.id, own.id)
			join ${standingsOf(known, now)} standing on standing.ticket_id = known.id
			join admin_unit at_unit on at_unit.id = standing.at_unit_id
			where ${waits} order by known.waiting_since, known.id limit ${shownOldest}`,
	);
	const day = localDay(now);
	const named = await tellApartBelow(database, oldest, { scopeUnitId, day });
	return {
		...(counts ?? { open: 0, raised: 0, answered: 0 }),
		categories,
		oldest: named.map(({ ticketId, within, ...place }) => ({ ...place, within, id: ticketId })),
	};
}

type OldestRow = Record<string, unknown> &
	PlaceName & {
		ticketId: number;
		id: number;
		category: TicketCategory;
		since: string;
		at: PlaceName;
	};
