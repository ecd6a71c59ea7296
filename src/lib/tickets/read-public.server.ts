import { sql, type SQL } from 'drizzle-orm';
import { queryRows, type Database } from '../server/db/client';
import { instant, isoInstant } from '../server/db/instant';
import { liesIn, placeOf } from '../server/db/unit-tree';
import type { PublicTicket } from './ledger';
import { standings } from './standing.server';

/** What was withdrawn unanswered is nobody's business. */
const isPublic = sql`(ticket.state <> 'closed' or exists (
	select 1 from ticket_event event where event.ticket_id = ticket.id and event.step = 'answered'))`;

/** What an answer released, `(ticket_id, question, answer)`: the last words of each ticket. */
const released = sql`(
	select distinct on (ticket_id) ticket_id, public_question as question, public_answer as answer
	from ticket_event where public_answer is not null order by ticket_id, id desc
)`;

const fromOrigin = sql`jsonb_build_object('kind', origin.kind, 'name', origin.name)`;
const origins = (scopeUnitIds: readonly number[]) => sql`
	join admin_unit own on own.id = ticket.unit_id
		and ${liesIn('own', scopeUnitIds)}
	join admin_unit origin on origin.id = ${placeOf('own')}`;

/**
 * Query for what everybody may know of tickets, by commune, with the words that answers released.
 * What was withdrawn unanswered is left out. Neither who raised or answered them, nor the village, nor a text of theirs.
 */
export const publicTickets = (scopeUnitIds: readonly number[], now: Date): SQL => sql`
	select ticket.id, ticket.kind, ticket.category, ticket.state, ${fromOrigin} as from,
		jsonb_build_object('id', at_unit.id, 'kind', at_unit.kind, 'name', at_unit.name) as at,
		${isoInstant(sql`ticket.raised_at`)} as "raisedAt", ${isoInstant(sql`said.at`)} as "answeredAt",
		greatest(0, floor(extract(epoch from
			case when ticket.state = 'open' then ${instant(now)} - ticket.waiting_since
				else coalesce(said.at, ${instant(now)}) - ticket.raised_at end) / 86400))::int as days,
		released.question, released.answer
	from ticket ${origins(scopeUnitIds)}
	join ${standings(now)} standing on standing.ticket_id = ticket.id
	join admin_unit at_unit on at_unit.id = standing.at_unit_id
	left join lateral (
		select event.at from ticket_event event
		where event.ticket_id = ticket.id and event.step = 'answered' order by event.id desc limit 1
	) said on true
	left join ${released} released on released.ticket_id = ticket.id
	where ${isPublic}`;

export interface PublicTicketsRequest {
	/** Only of this unit and what lies below it. */
	scopeUnitId: number;
	now: Date;
	limit: number;
	/** Only this one. */
	ticketId?: number;
}

/** Those that are asked for, those raised last first. */
export function readPublicTickets(
	database: Database,
	{ scopeUnitId, now, limit, ticketId }: PublicTicketsRequest,
): Promise<PublicTicket[]> {
	return queryRows<PublicTicket & Record<string, unknown>>(
		database,
		sql`${publicTickets([scopeUnitId], now)}
			${ticketId === undefined ? sql`` : sql`and ticket.id = ${ticketId}`}
			order by ticket.raised_at desc, ticket.id desc limit ${limit}`,
	);
}

/** What was asked and what is done, in the words that whoever answered released. */
export interface ReleasedAnswer extends Pick<PublicTicket, 'id' | 'from'>, Record<string, unknown> {
	question: string;
	answer: string;
}

/** Those of a place, under all units that it was, that were answered last, the newest first. */
export function readReleasedAnswers(
	database: Database,
	scopeUnitIds: readonly number[],
	limit: number,
): Promise<ReleasedAnswer[]> {
	return queryRows<ReleasedAnswer>(
		database,
		sql`select ticket.id, ${fromOrigin} as from, released.question, released.answer
			from ${released} released join ticket on ticket.id = released.ticket_id ${origins(scopeUnitIds)}
			order by (select max(event.at) from ticket_event event
				where event.ticket_id = ticket.id and event.step = 'answered') desc, ticket.id desc
			limit ${limit}`,
	);
}

/** How many a place asked, and how many of them have their answer and were not opened again. */
export async function countPublicTickets(
	database: Database,
	scopeUnitId: number,
): Promise<{ asked: number; answered: number }> {
	const [counted] = await queryRows<{ asked: number; answered: number }>(
		database,
		sql`select count(*)::int as asked, (count(*) filter (where ticket.state <> 'open'))::int as answered
			from ticket ${origins([scopeUnitId])} where ${isPublic}`,
	);
	return counted ?? { asked: 0, answered: 0 };
}
