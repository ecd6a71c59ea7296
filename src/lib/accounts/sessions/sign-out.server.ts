import { eq } from 'drizzle-orm';
import type { Actor } from '../../contracts/accounts';
import type { Database } from '../../server/db/client';
import { session } from '../../server/db/schema';
import { writeAudit } from '../audit/audit.server';

export async function signOut(
	database: Database,
	actor: Actor,
	sessionHash: string,
): Promise<void> {
	await database.transaction(async (transaction) => {
		await transaction.delete(session).where(eq(session.tokenHash, sessionHash));
		await writeAudit(transaction, {
			actor,
			action: 'account.signOut',
			subject: `account:${actor.name}`,
		});
	});
}
