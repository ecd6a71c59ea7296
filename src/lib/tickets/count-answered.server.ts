import { sql } from 'drizzle-orm';
import { queryRows, type Database } from '../server/db/client';
import { instant } from '../server/db/instant';
import { liesIn } from '../server/db/unit-tree';

/** How many tickets of a place, under all units that it was, were answered since an instant, whenever they were raised. */
export async function countAnswered(
	database: Database,
	scopeUnitIds: readonly number[],
	since: Date,
): Promise<number> {
	const [counted] = await queryRows<{ answered: number }>(
		database,
		sql`select count(distinct ticket.id)::int as answered
			from ticket join admin_unit unit on unit.id = ticket.unit_id and ${liesIn('unit', scopeUnitIds)}
			join ticket_event event on event.ticket_id = ticket.id
			where event.step = 'answered' and event.at >= ${instant(since)}`,
	);
	return counted?.answered ?? 0;
}
