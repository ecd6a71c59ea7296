import { asc, eq, gt, lt, sql, type SQL } from 'drizzle-orm';
import type { Change, ChangePayload } from '../contracts/events';
import { queryRows, type Database } from './db/client';
import { changeCounter, changeLog } from './db/schema';

/** The channel on which the newest number is notified at commit. */
export const changesChannel = 'changes';

/**
 * Makes this transaction the only one that recomputes and logs, until it ends. Insert the rows
 * first, then call this, and only then read what others may have written: two villages of one
 * commune that submit together see each other, and numbers follow commit order.
 */
export async function lockChanges(transaction: Database): Promise<void> {
	await transaction.execute(sql`select 1 from change_counter for update`);
}

/**
 * Numbers and stores the changes, in order, inside the caller's transaction. What the public is shown
 * is kept for ever, under the last number. @returns it.
 */
export async function appendChanges(
	transaction: Database,
	payloads: readonly ChangePayload[],
): Promise<number> {
	const [row] = await queryRows<{ number: number }>(
		transaction,
		sql`with counter as (
			update change_counter set last_number = last_number + ${payloads.length}
			returning last_number
		), entry as (
			insert into change_log (number, payload)
			select counter.last_number - ${payloads.length} + item.position, item.payload
			from counter, jsonb_array_elements(${JSON.stringify(payloads)}::jsonb)
				with ordinality as item (payload, position)
		), published as (
			insert into published_figures (period_id, unit_id, number, kind, name, figures, correction)
			select (item ->> 'periodId')::int, unit.id, counter.last_number, unit.kind, unit.name,
				nullif(item -> 'figures', 'null'), item ->> 'correction'
			from counter, jsonb_array_elements(${JSON.stringify(payloads)}::jsonb) item
			join admin_unit unit on unit.id = (item ->> 'unitId')::int
			where item ->> 'type' = 'figures' and item ->> 'audience' = 'public'
			on conflict do nothing
		)
		select last_number::float8 as number, pg_notify(${changesChannel}, last_number::text) from counter`,
	);
	if (!row) throw new Error('change_counter has no row.');
	return row.number;
}

export interface ChangesSince {
	/** The number up to which `changes` is complete. */
	upTo: number;
	changes: Change[];
	/** Entries up to here are gone: a client behind it needs a new snapshot. */
	prunedTo: number;
	/** There is more than `limit` allowed. */
	more: boolean;
}

/** What came after a number, oldest first. */
export async function readChanges(
	database: Database,
	after: number,
	limit: number,
): Promise<ChangesSince> {
	const rows = await database
		.select()
		.from(changeLog)
		.where(gt(changeLog.number, after))
		.orderBy(asc(changeLog.number))
		.limit(limit);
	const { prunedTo } = await changePosition(database);
	const changes = rows.map((row) => ({
		...row.payload,
		number: row.number,
		at: row.at.toISOString(),
	}));
	return {
		upTo: rows.at(-1)?.number ?? after,
		changes,
		prunedTo,
		more: rows.length === limit,
	};
}

/** The newest number, and the one up to which entries were pruned. */
export async function changePosition(
	database: Database,
): Promise<{ lastNumber: number; prunedTo: number }> {
	const [row] = await database.select().from(changeCounter).where(eq(changeCounter.id, 1));
	if (!row) throw new Error('change_counter has no row.');
	return { lastNumber: row.lastNumber, prunedTo: row.prunedTo };
}

/** Forgets entries older than an instant; screens that were away for longer start from a snapshot. */
export async function pruneChanges(database: Database, before: Date): Promise<void> {
	await database.transaction(async (transaction) => {
		await lockChanges(transaction);
		await forget(transaction, lt(changeLog.at, before));
	});
}

/** Forgets all entries, so that nobody is told any more what was taken down. The caller holds the lock. */
export const forgetChanges = (transaction: Database): Promise<void> =>
	forget(transaction, sql`true`);

async function forget(transaction: Database, which: SQL): Promise<void> {
	const pruned = await transaction
		.delete(changeLog)
		.where(which)
		.returning({ number: changeLog.number });
	if (pruned.length === 0) return;
	const last = pruned.reduce((highest, { number }) => Math.max(highest, number), 0);
	await transaction
		.update(changeCounter)
		.set({ prunedTo: sql`greatest(${changeCounter.prunedTo}, ${last})` });
}
