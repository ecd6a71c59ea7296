import { sql } from 'drizzle-orm';
import type { PageRequest } from '../contracts/pages';
import { queryRows, type Database } from '../server/db/client';
import { onePageAndNext, pageAndNext } from '../server/db/page';
import { byAnswering, type Answering, type LedgerRow } from './ledger';
import { publicTickets } from './read-public.server';

/**
 * One page of all tickets of these units and what lies below them, by who answers, the slowest first: what waits longest first, then what waited
 * longest for its answer. What is said of a level is said of all that lies with it, on whatever page.
 */
export async function readLedger(
	database: Database,
	{ scopeUnitIds, now, ...request }: PageRequest & { scopeUnitIds: readonly number[]; now: Date },
): Promise<{ ledger: Answering[]; page: number; hasMore: boolean }> {
	const rows = await queryRows<LedgerRow & Record<string, unknown>>(
		database,
		sql`with known as materialized (${publicTickets(scopeUnitIds, now)}),
			levels as (
				select at->>'id' as unit_id, (count(*) filter (where state = 'open'))::int as waiting,
					(count(*) filter (where state <> 'open'))::int as answered,
					percentile_disc(0.5) within group (order by days desc) as "usualDays"
				from known group by at->>'id'
			)
			select known.*, levels.waiting, levels.answered, levels."usualDays"
			from known join levels on levels.unit_id = known.at->>'id'
			order by levels."usualDays" desc, levels.waiting desc, levels.unit_id::int,
				(known.state = 'open') desc, known.days desc, known.id
			${onePageAndNext(request)}`,
	);
	const { entries, ...place } = pageAndNext(rows, request);
	return { ledger: byAnswering(entries), ...place };
}
