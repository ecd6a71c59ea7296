import { eq } from 'drizzle-orm';
import type { Actor } from '../../contracts/accounts';
import type { Database } from '../../server/db/client';
import { account } from '../../server/db/schema';
import { requireAdministered } from './administered.server';
import { writeAudit } from '../audit/audit.server';
import { parseDisplayName, parseEmail } from '../person-details.server';

/**
 * Changes what others see of an account. The audit log says which of it changed, not to what: it
 * can't forget.
 * @throws NotFoundError; InvalidError with field `displayName` or `email`.
 */
export async function updateAccount(
	database: Database,
	actor: Actor,
	name: string,
	given: { displayName: string; email: string },
): Promise<void> {
	const displayName = parseDisplayName(given.displayName);
	const email = parseEmail(given.email);
	await database.transaction(async (transaction) => {
		const found = await requireAdministered(transaction, actor, name);
		const changed = [
			...(displayName === found.displayName ? [] : ['displayName']),
			...(email === found.email ? [] : ['email']),
		];
		if (changed.length === 0) return;
		await transaction.update(account).set({ displayName, email }).where(eq(account.id, found.id));
		await writeAudit(transaction, {
			actor,
			action: 'account.update',
			subject: `account:${found.name}`,
			details: { changed },
		});
	});
}
