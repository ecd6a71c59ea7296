import { lte } from 'drizzle-orm';
import { RateLimiterDrizzle, RateLimiterMemory } from 'rate-limiter-flexible';
import type { Database } from '../../server/db/client';
import { attempt } from '../../server/db/schema';

export type Counter = RateLimiterMemory | RateLimiterDrizzle;

/** Makes counters of one kind: each forgets a key's points so many seconds after the first. */
export type AttemptStore = (keyPrefix: string, duration: number) => Counter;

/** For all nodes. What has expired is cleared away by housekeeping. */
export const sharedAttempts =
	(database: Database): AttemptStore =>
	(keyPrefix, duration) =>
		new RateLimiterDrizzle({
			storeClient: database,
			schema: attempt,
			clearExpiredByTimeout: false,
			points: 1,
			...{ keyPrefix, duration },
		});

/** For this process alone. */
export const ownAttempts = (): AttemptStore => (keyPrefix, duration) =>
	new RateLimiterMemory({ points: 1, keyPrefix, duration });

/** Idempotent, for housekeeping. */
export async function forgetAttempts(database: Database, now: Date): Promise<void> {
	await database.delete(attempt).where(lte(attempt.expire, now));
}
