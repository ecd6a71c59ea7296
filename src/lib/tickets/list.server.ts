import { sql } from 'drizzle-orm';
import { reachedUnits } from '../accounts/access/reach.server';
import type { Actor } from '../contracts/accounts';
import type { UnitKind, UnitLevel } from '../contracts/admin-units';
import type { TicketCategory, TicketKind, TicketState } from '../contracts/tickets';
import { queryRows, type Database } from '../server/db/client';
import { isoInstant } from '../server/db/instant';
import { standings } from './standing.server';
import type { PageRequest } from '../contracts/pages';
import { onePage } from '../server/db/page';

export interface ListedTicket extends Record<string, unknown> {
	id: number;
	kind: TicketKind;
	category: TicketCategory;
	state: TicketState;
	/** The beginning of it. */
	text: string;
	unitKind: UnitKind;
	unitName: string;
	parentName: string;
	atKind: UnitKind;
	atName: string;
	/** ISO instants. */
	raisedAt: string;
	risesAt: string | null;
}

export interface CategoryCount extends Record<string, unknown> {
	category: TicketCategory;
	open: number;
	answered: number;
	closed: number;
}

export interface TicketList {
	/** Those that wait longest first among open ones, else the newest first. */
	tickets: ListedTicket[];
	total: number;
	/** Of everything that the actor sees, whatever is selected; categories without any are left out. */
	counts: CategoryCount[];
}

export interface TicketSelection extends PageRequest {
	state: TicketState | null;
	category: TicketCategory | null;
	kind: TicketKind | null;
	/** At which level it stands. */
	level: UnitLevel | null;
}

/** Tickets of the units that the actor's roles reach. */
export async function listTickets(
	database: Database,
	actor: Actor,
	{ state, category, kind, level, ...page }: TicketSelection,
	now: Date,
): Promise<TicketList> {
	const seen = sql`ticket.unit_id in ${reachedUnits(actor, 'viewer')}`;
	const rows = await queryRows<ListedTicket & { total: number }>(
		database,
		sql`select ticket.id, ticket.kind, ticket.category, ticket.state, left(ticket.text, 160) as text,
				unit.kind as "unitKind", unit.name as "unitName", coalesce(parent.name, '') as "parentName",
				at_unit.kind as "atKind", at_unit.name as "atName",
				${isoInstant(sql`ticket.raised_at`)} as "raisedAt",
				${isoInstant(sql`standing.rises_at`)} as "risesAt",
				count(*) over ()::int as total
			from ticket
			join ${standings(now)} standing on standing.ticket_id = ticket.id
			join admin_unit unit on unit.id = ticket.unit_id
			join admin_unit at_unit on at_unit.id = standing.at_unit_id
			left join admin_unit parent on parent.id = unit.parent_id and parent.level <> 'country'
			where ${seen}
				${state === null ? sql`` : sql`and ticket.state = ${state}`}
				${category === null ? sql`` : sql`and ticket.category = ${category}`}
				${kind === null ? sql`` : sql`and ticket.kind = ${kind}`}
				${level === null ? sql`` : sql`and at_unit.level = ${level}`}
			order by case when ticket.state = 'open' then ticket.waiting_since end, ticket.raised_at desc, ticket.id
			${onePage(page)}`,
	);
	const counts = await queryRows<CategoryCount>(
		database,
		sql`select category, count(*) filter (where state = 'open')::int as open,
				count(*) filter (where state = 'answered')::int as answered,
				count(*) filter (where state = 'closed')::int as closed
			from ticket where ${seen} group by category`,
	);
	return {
		tickets: rows.map(({ total: _, ...listed }) => listed),
		total: rows[0]?.total ?? 0,
		counts,
	};
}
