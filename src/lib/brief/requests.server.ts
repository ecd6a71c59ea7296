import { sql } from 'drizzle-orm';
import type { TicketCategory } from '../contracts/tickets';
import { queryRows, type Database } from '../server/db/client';
import { isoInstant } from '../server/db/instant';
import { standings } from '../tickets/standing.server';

export interface OpenRequests {
	total: number;
	/** Most first. */
	categories: { category: TicketCategory; open: number }[];
	/** ISO instant since when the oldest waits; null without any. */
	oldestSince: string | null;
}

/** Open difficulties and proposals that stand at one unit and wait for its answer. */
export async function readOpenRequests(
	database: Database,
	unitId: number,
	now: Date,
): Promise<OpenRequests> {
	const rows = await queryRows<{ category: TicketCategory; open: number; since: string }>(
		database,
		sql`select ticket.category, count(*)::int as open,
				${isoInstant(sql`min(ticket.waiting_since)`)} as since
			from ticket join ${standings(now)} standing on standing.ticket_id = ticket.id
			where ticket.state = 'open' and standing.at_unit_id = ${unitId}
			group by ticket.category order by open desc, ticket.category`,
	);
	return {
		total: rows.reduce((sum, { open }) => sum + open, 0),
		categories: rows.map(({ category, open }) => ({ category, open })),
		oldestSince: rows.map(({ since }) => since).sort()[0] ?? null,
	};
}
