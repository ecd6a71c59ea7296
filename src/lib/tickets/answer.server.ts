import type { Actor } from '../contracts/accounts';
import type { Database } from '../server/db/client';
import { parse } from '../server/parse';
import { InvalidError } from '../server/errors';
import { Answer } from './schemas';
import { stepTicket } from './step.server';
import { isVisitorsCorrection } from './visitors-correction.server';

/**
 * Answers a ticket on behalf of a level that it reached or will reach. Everybody reads only what the
 * answer releases in words of its own: a visitor who asked for a correction reads nothing else.
 * @throws InvalidError, NotFoundError, ForbiddenError, ConflictError
 */
export async function answerTicket(
	database: Database,
	actor: Actor,
	id: number,
	input: unknown,
	now: Date,
): Promise<void> {
	const { text, publicQuestion, publicAnswer } = parse(Answer, input);
	if (publicAnswer === '' && (await isVisitorsCorrection(database, id)))
		throw new InvalidError([
			{ field: 'publicAnswer', rule: 'publicReason', message: 'is all that the visitor reads' },
		]);
	const released = publicQuestion === '' ? undefined : { publicQuestion, publicAnswer };
	await stepTicket(database, actor, id, { step: 'answered', text, now, released });
}
