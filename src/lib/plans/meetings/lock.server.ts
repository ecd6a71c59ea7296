import { eq } from 'drizzle-orm';
import type { Actor } from '../../contracts/accounts';
import type { Database } from '../../server/db/client';
import { meeting } from '../../server/db/schema';
import { ConflictError, NotFoundError } from '../../server/errors';
import { requireKeeping } from '../keeper.server';

/**
 * A meeting that wasn't called off, locked until the transaction ends, for whoever called it.
 * @throws NotFoundError, ForbiddenError; ConflictError when it was called off.
 */
export async function lockMeeting(
	transaction: Database,
	actor: Actor,
	id: number,
): Promise<typeof meeting.$inferSelect> {
	const missing = `There is no meeting ${id}.`;
	const [found] = await transaction.select().from(meeting).where(eq(meeting.id, id)).for('update');
	if (!found) throw new NotFoundError(missing);
	await requireKeeping(transaction, actor, { unitId: found.unitId, missing });
	if (found.cancelledAt) throw new ConflictError('The meeting was called off.');
	return found;
}
