import { eq } from 'drizzle-orm';
import type { Actor } from '../../contracts/accounts';
import type { Database } from '../../server/db/client';
import { account } from '../../server/db/schema';
import { ConflictError } from '../../server/errors';
import { requireAdministered } from './administered.server';
import { writeAudit } from '../audit/audit.server';
import { endAccess } from './end-access.server';

/**
 * From now on the account can't sign in, and its tokens are refused while it is disabled.
 * @returns how many sessions ended.
 * @throws NotFoundError; ConflictError when it is the actor's own.
 */
export async function disableAccount(
	database: Database,
	actor: Actor | null,
	name: string,
	now = new Date(),
): Promise<number> {
	return database.transaction(async (transaction) => {
		const found = await requireAdministered(transaction, actor, name);
		if (found.id === actor?.accountId)
			throw new ConflictError('Nobody disables the account that they are using.');
		await transaction
			.update(account)
			.set({ disabledAt: found.disabledAt ?? now })
			.where(eq(account.id, found.id));
		const endedSessions = await endAccess(transaction, found.id, now);
		await writeAudit(transaction, {
			actor,
			action: 'account.disable',
			subject: `account:${found.name}`,
			details: { endedSessions },
		});
		return endedSessions;
	});
}
