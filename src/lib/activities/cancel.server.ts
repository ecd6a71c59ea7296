import type { Actor } from '../contracts/accounts';
import type { Database } from '../server/db/client';
import { parse } from '../server/parse';
import { changeActivity } from './change.server';
import { Cancellation } from './schemas';

/**
 * Cancels an activity for good: it stays in the log, but counts no more.
 * @throws InvalidError, NotFoundError, ForbiddenError; ConflictError when it is cancelled already.
 */
export async function cancelActivity(
	database: Database,
	actor: Actor,
	id: number,
	input: unknown,
	now: Date,
): Promise<void> {
	const { reason } = parse(Cancellation, input);
	const about = { change: 'cancelled', reason, now } as const;
	await changeActivity(database, actor, id, about, () => Promise.resolve({ cancelledAt: now }));
}
