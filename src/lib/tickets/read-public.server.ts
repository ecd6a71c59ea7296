import { sql, type SQL } from 'drizzle-orm';
import { queryRows, type Database } from '../server/db/client';
import { instant, isoInstant } from '../server/db/instant';
import { liesIn, unitsAbove } from '../server/db/unit-tree';
import type { PublicTicket } from './ledger';
import { standings } from './standing.server';

export interface PublicTicketsRequest {
	/** Only of this unit and what lies below it. */
	scopeUnitId: number;
	now: Date;
	/** Those raised last, or those answered last of which the words were released. */
	newest: 'raised' | 'released';
	limit: number;
	/** Only this one. */
	ticketId?: number;
}

/**
 * Query for what everybody may know of tickets, by commune, with the words that answers released.
 * What was withdrawn unanswered is left out. Neither who raised or answered them, nor the village, nor a text of theirs.
 * @param isReleased whether those are left out of which no words were.
 */
export const publicTickets = (scopeUnitId: number, now: Date, isReleased: boolean): SQL => sql`
	select ticket.id, ticket.kind, ticket.category, ticket.state,
		jsonb_build_object('kind', origin.kind, 'name', origin.name) as from,
		jsonb_build_object('id', at_unit.id, 'kind', at_unit.kind, 'name', at_unit.name) as at,
		${isoInstant(sql`ticket.raised_at`)} as "raisedAt", ${isoInstant(sql`said.at`)} as "answeredAt",
		greatest(0, floor(extract(epoch from
			case when ticket.state = 'open' then ${instant(now)} - ticket.waiting_since
				else coalesce(said.at, ${instant(now)}) - ticket.raised_at end) / 86400))::int as days,
		released.public_question as question, released.public_answer as answer
	from ticket
	join admin_unit own on own.id = ticket.unit_id and ${liesIn('own', scopeUnitId)}
	join ${standings(now)} standing on standing.ticket_id = ticket.id
	join admin_unit at_unit on at_unit.id = standing.at_unit_id
	join lateral (
		select unit.kind, unit.name from ${unitsAbove(sql`(ticket.unit_id)`)} line
		join admin_unit unit on unit.id = line.id
		where unit.level not in ('village', 'organisation') order by line.depth limit 1
	) origin on true
	left join lateral (
		select event.at from ticket_event event
		where event.ticket_id = ticket.id and event.step = 'answered' order by event.id desc limit 1
	) said on true
	${isReleased ? sql`join` : sql`left join`} lateral (
		select event.public_question, event.public_answer from ticket_event event
		where event.ticket_id = ticket.id and event.public_answer is not null
		order by event.id desc limit 1
	) released on true
	where (ticket.state <> 'closed' or said.at is not null)`;

/** Those that are asked for, the newest first. */
export function readPublicTickets(
	database: Database,
	{ scopeUnitId, now, newest, limit, ticketId }: PublicTicketsRequest,
): Promise<PublicTicket[]> {
	return queryRows<PublicTicket & Record<string, unknown>>(
		database,
		sql`${publicTickets(scopeUnitId, now, newest === 'released')}
			${ticketId === undefined ? sql`` : sql`and ticket.id = ${ticketId}`}
			order by ${newest === 'released' ? sql`said.at` : sql`ticket.raised_at`} desc, ticket.id desc
			limit ${limit}`,
	);
}

/** How many a place asked, and how many of them have their answer and were not opened again. */
export async function countPublicTickets(
	database: Database,
	scopeUnitId: number,
	now: Date,
): Promise<{ asked: number; answered: number }> {
	const [counted] = await queryRows<{ asked: number; answered: number }>(
		database,
		sql`select count(*)::int as asked, (count(*) filter (where state <> 'open'))::int as answered
			from (${publicTickets(scopeUnitId, now, false)}) known`,
	);
	return counted ?? { asked: 0, answered: 0 };
}
