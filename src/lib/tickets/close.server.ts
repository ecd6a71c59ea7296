import type { Actor } from '../contracts/accounts';
import type { Database } from '../server/db/client';
import { parse } from '../server/parse';
import { SaidIfAnything } from './schemas';
import { stepTicket } from './step.server';

/**
 * Closes a ticket: it is settled, or withdrawn.
 * @throws InvalidError, NotFoundError, ForbiddenError, ConflictError
 */
export async function closeTicket(
	database: Database,
	actor: Actor,
	id: number,
	input: unknown,
	now: Date,
): Promise<void> {
	const { text } = parse(SaidIfAnything, input);
	await stepTicket(database, actor, id, { step: 'closed', text, now });
}
