import type { Actor } from '../contracts/accounts';
import type { Database } from '../server/db/client';
import { parse } from '../server/parse';
import { Said } from './schemas';
import { stepTicket } from './step.server';

/**
 * Answers a ticket on behalf of a level that it reached or will reach.
 * @throws InvalidError, NotFoundError, ForbiddenError, ConflictError
 */
export async function answerTicket(
	database: Database,
	actor: Actor,
	id: number,
	input: unknown,
	now: Date,
): Promise<void> {
	const { text } = parse(Said, input);
	await stepTicket(database, actor, id, { step: 'answered', text, now });
}
