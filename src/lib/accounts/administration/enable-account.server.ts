import { eq } from 'drizzle-orm';
import type { Actor } from '../../contracts/accounts';
import type { Database } from '../../server/db/client';
import { account } from '../../server/db/schema';
import { ConflictError } from '../../server/errors';
import { requireAdministered } from './administered.server';
import { writeAudit } from '../audit/audit.server';

/** @throws NotFoundError; ConflictError for an account whose person was erased. */
export async function enableAccount(database: Database, actor: Actor, name: string): Promise<void> {
	await database.transaction(async (transaction) => {
		const found = await requireAdministered(transaction, actor, name);
		if (found.erasedAt !== null) throw new ConflictError('An erased account stays disabled.');
		await transaction.update(account).set({ disabledAt: null }).where(eq(account.id, found.id));
		await writeAudit(transaction, {
			actor,
			action: 'account.enable',
			subject: `account:${found.name}`,
		});
	});
}
