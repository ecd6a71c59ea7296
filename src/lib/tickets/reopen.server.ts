import type { Actor } from '../contracts/accounts';
import type { Database } from '../server/db/client';
import { parse } from '../server/parse';
import { Said } from './schemas';
import { stepTicket } from './step.server';

/**
 * Opens a ticket again, at the level that answered it; it waits anew.
 * @throws InvalidError, NotFoundError, ForbiddenError, ConflictError
 */
export async function reopenTicket(
	database: Database,
	actor: Actor,
	id: number,
	input: unknown,
	now: Date,
): Promise<void> {
	const { text } = parse(Said, input);
	await stepTicket(database, actor, id, { step: 'reopened', text, now });
}
