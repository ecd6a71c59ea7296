import { lt } from 'drizzle-orm';
import type { App } from './app';
import { pruneChanges } from './change-log';
import type { Database } from './db/client';
import { idempotentAnswer, session } from './db/schema';

const hour = 3_600_000;
const day = 24 * hour;

/** Forgets what nobody can ask for any more: old change-log entries, answers and ended sessions. */
export async function tidyUp(database: Database, now: Date): Promise<void> {
	await pruneChanges(database, new Date(now.getTime() - 3 * day));
	await database
		.delete(idempotentAnswer)
		.where(lt(idempotentAnswer.createdAt, new Date(now.getTime() - 7 * day)));
	await database.delete(session).where(lt(session.expiresAt, now));
}

/** What a domain wants done every hour; doing it again changes nothing. */
export type Chore = (database: Database, now: Date) => Promise<unknown>;

/**
 * Tidies up and does the chores now and every hour until the application stops. A hot reload
 * replaces the timer.
 */
export async function startHousekeeping(
	{ handle, beforeStop }: App,
	chores: readonly Chore[],
): Promise<void> {
	const tidy = async () => {
		for (const chore of [tidyUp, ...chores]) await chore(handle.database, new Date());
	};
	await beforeStop.get('housekeeping')?.();
	const timer = setInterval(() => {
		tidy().catch((error: unknown) =>
			console.error(JSON.stringify({ level: 'error', task: 'housekeeping', error: String(error) })),
		);
	}, hour);
	timer.unref();
	beforeStop.set('housekeeping', () => clearInterval(timer));
	await tidy();
}
