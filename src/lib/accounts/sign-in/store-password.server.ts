import { eq } from 'drizzle-orm';
import type { Database } from '../../server/db/client';
import { account } from '../../server/db/schema';
import { endKnowledge } from '../access/credential-knowledge.server';
import { needsSecondFactor } from '../second-factor/second-factor.server';

/**
 * Stores a password that the owner chose: what others knew of the account's credentials is over. Not
 * so in a session that a link began: whoever issued the link could have chosen it. A second factor
 * that was taken away is theirs again only when they set another one up, where one is asked for.
 */
export async function storeOwnPassword(
	transaction: Database,
	accountId: number,
	{ passwordHash, byLink }: { passwordHash: string; byLink: boolean },
	now: Date,
): Promise<void> {
	await transaction
		.update(account)
		.set({ passwordHash, passwordTemporary: false })
		.where(eq(account.id, accountId));
	if (byLink) return;
	const factor = (await needsSecondFactor(transaction, accountId, now))
		? []
		: (['secondFactor'] as const);
	await endKnowledge(transaction, { accountId, kinds: ['password', 'link', ...factor] }, now);
}
