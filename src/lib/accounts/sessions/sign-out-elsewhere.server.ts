import type { Actor } from '../../contracts/accounts';
import type { Database } from '../../server/db/client';
import { writeAudit } from '../audit/audit.server';
import { endSessions } from './end-sessions.server';

/** Ends every session of the actor but the one they are using; answers how many. */
export async function signOutElsewhere(
	database: Database,
	actor: Actor,
	sessionHash: string | null,
): Promise<number> {
	return database.transaction(async (transaction) => {
		const ended = await endSessions(transaction, actor.accountId, sessionHash);
		await writeAudit(transaction, {
			actor,
			action: 'account.signOutElsewhere',
			subject: `account:${actor.name}`,
			details: { ended },
		});
		return ended;
	});
}
