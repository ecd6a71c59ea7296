import { createHash } from 'node:crypto';
import { and, eq, lt } from 'drizzle-orm';
import type { Database } from './db/client';
import { idempotentAnswer } from './db/schema';
import { ConflictError } from './errors';
import { dayLength } from '../contracts/local-time';

export interface Answer {
	status: number;
	body: unknown;
}

/** Keys are remembered for at least this long. */
const keptFor = 7 * dayLength;

/**
 * Runs `run` once for an account's key; a repetition gets the first answer and changes nothing.
 * The answer is stored in the same transaction as what it reports, and a repetition that arrives
 * meanwhile waits for it.
 * @throws ConflictError when the key came with another request before.
 */
export async function onlyOnce(
	database: Database,
	{ accountId, key, request, now }: { accountId: number; key: string; request: string; now: Date },
	run: (transaction: Database) => Promise<Answer>,
): Promise<Answer> {
	const requestHash = createHash('sha256').update(request).digest('hex');
	return database.transaction(async (transaction) => {
		const own = and(eq(idempotentAnswer.accountId, accountId), eq(idempotentAnswer.key, key));
		await transaction
			.delete(idempotentAnswer)
			.where(and(own, lt(idempotentAnswer.createdAt, new Date(now.getTime() - keptFor))));
		const taken = await transaction
			.insert(idempotentAnswer)
			.values({ accountId, key, requestHash, status: 0, body: null, createdAt: now })
			.onConflictDoNothing()
			.returning({ key: idempotentAnswer.key });
		if (taken.length === 0) {
			const [first] = await transaction.select().from(idempotentAnswer).where(own);
			if (first?.requestHash !== requestHash)
				throw new ConflictError('This Idempotency-Key was used for another request.');
			return { status: first.status, body: first.body };
		}
		const answer = await run(transaction);
		await transaction.update(idempotentAnswer).set(answer).where(own);
		return answer;
	});
}
