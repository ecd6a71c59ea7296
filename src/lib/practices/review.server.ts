import type { Actor } from '../contracts/accounts';
import type { Database } from '../server/db/client';
import { parse } from '../server/parse';
import { Review } from './schemas';
import { stepPractice } from './step.server';

const steps = { returned: 'return', published: 'publish', withdrawn: 'withdraw' } as const;

/**
 * Returns a practice with a comment, publishes it, or withdraws it.
 * @returns what it is now.
 * @throws InvalidError, NotFoundError, ForbiddenError, ConflictError
 */
export async function reviewPractice(
	database: Database,
	actor: Actor,
	id: number,
	input: unknown,
	now: Date,
): Promise<Review['decision']> {
	const { decision, comment } = parse(Review, input);
	await database.transaction((transaction) =>
		stepPractice(transaction, actor, id, {
			...{ step: steps[decision], state: decision, comment, now },
			change: { publishedAt: decision === 'published' ? now : null },
		}),
	);
	return decision;
}
