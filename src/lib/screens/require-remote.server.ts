import type { Actor } from '../contracts/accounts';
import type { Database } from '../server/db/client';
import type { screen } from '../server/db/schema';
import { ConflictError } from '../server/errors';
import { requireScreen } from './require-screen.server';

/**
 * A screen whose remote control the actor holds, and until when.
 * @throws NotFoundError; ConflictError when somebody else has taken it, or its time is over.
 */
export async function requireRemote(
	transaction: Database,
	actor: Actor,
	screenId: number,
	now: Date,
): Promise<typeof screen.$inferSelect & { remoteUntil: Date }> {
	const found = await requireScreen(transaction, actor, 'viewer', screenId);
	const { remoteAccountId, remoteUntil } = found;
	if (remoteAccountId !== actor.accountId || remoteUntil === null || remoteUntil <= now)
		throw new ConflictError('This account holds no remote control of the screen.');
	return { ...found, remoteUntil };
}
