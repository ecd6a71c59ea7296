import { eq } from 'drizzle-orm';
import type { Actor } from '../contracts/accounts';
import type { Database } from '../server/db/client';
import { account } from '../server/db/schema';
import { writeAudit } from './audit.server';
import { endSessions } from './end-sessions.server';
import { findAccount } from './find-account.server';

/**
 * From now on the account can't sign in, and its tokens are refused while it is disabled.
 * @returns how many sessions ended.
 * @throws NotFoundError
 */
export async function disableAccount(
	database: Database,
	actor: Actor | null,
	name: string,
	now = new Date(),
): Promise<number> {
	return database.transaction(async (transaction) => {
		const found = await findAccount(transaction, name);
		await transaction
			.update(account)
			.set({ disabledAt: found.disabledAt ?? now })
			.where(eq(account.id, found.id));
		const endedSessions = await endSessions(transaction, found.id, null);
		await writeAudit(transaction, {
			actor,
			action: 'account.disable',
			subject: `account:${found.name}`,
			details: { endedSessions },
		});
		return endedSessions;
	});
}
