import { lt } from 'drizzle-orm';
import type { App } from './app';
import { pruneChanges } from './change-log';
import type { Database } from './db/client';
import { idempotentAnswer, session } from './db/schema';
import { describeError, log } from './log';
import { hourLength, minuteLength } from '../contracts/local-time';

const day = 24 * hourLength;

/** Forgets what nobody can ask for any more: old change-log entries, answers and ended sessions. */
export async function tidyUp(database: Database, now: Date): Promise<void> {
	await pruneChanges(database, new Date(now.getTime() - 3 * day));
	await database
		.delete(idempotentAnswer)
		.where(lt(idempotentAnswer.createdAt, new Date(now.getTime() - 7 * day)));
	await database.delete(session).where(lt(session.expiresAt, now));
}

/** What a domain wants done every hour or minute; doing it again changes nothing. */
export type Chore = (database: Database, now: Date) => Promise<unknown>;

/**
 * Tidies up and does the chores now and every hour, the quick ones every minute, until the application
 * stops. Nobody waits for them, and none for another: one that fails or hangs keeps nothing else from
 * being done. A hot reload replaces the timers.
 */
export async function startHousekeeping(
	{ handle, beforeStop }: Pick<App, 'handle' | 'beforeStop'>,
	chores: Readonly<Record<string, Chore>>,
	quick: Readonly<Record<string, Chore>>,
): Promise<void> {
	const running = new Set<string>();
	const run = async (name: string, chore: Chore) => {
		running.add(name);
		try {
			await chore(handle.database, new Date());
		} catch (error) {
			log('error', 'chore.failed', { chore: name, ...describeError(error) });
		} finally {
			running.delete(name);
		}
	};
	const runAll = (due: Readonly<Record<string, Chore>>) => {
		for (const [name, chore] of Object.entries(due)) if (!running.has(name)) void run(name, chore);
	};
	await beforeStop.get('housekeeping')?.();
	const hourly = { ...chores, tidyUp };
	const timers = [
		setInterval(runAll, hourLength, hourly),
		setInterval(runAll, minuteLength, quick),
	];
	for (const timer of timers) timer.unref();
	beforeStop.set('housekeeping', () => {
		timers.forEach(clearInterval);
	});
	runAll({ ...hourly, ...quick });
}
