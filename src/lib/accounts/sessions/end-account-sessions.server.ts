import type { Actor } from '../../contracts/accounts';
import type { Database } from '../../server/db/client';
import { requireAdministered } from '../administration/administered.server';
import { writeAudit } from '../audit/audit.server';
import { endAccess } from '../administration/end-access.server';

/** Signs somebody out everywhere, and takes open links back; answers how many sessions ended. */
export async function endAccountSessions(
	database: Database,
	actor: Actor,
	name: string,
	now = new Date(),
): Promise<number> {
	return database.transaction(async (transaction) => {
		const found = await requireAdministered(transaction, actor, name);
		const endedSessions = await endAccess(transaction, found.id, now);
		await writeAudit(transaction, {
			actor,
			action: 'account.endSessions',
			subject: `account:${found.name}`,
			details: { endedSessions },
		});
		return endedSessions;
	});
}
