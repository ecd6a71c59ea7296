import { and, count, eq, isNull } from 'drizzle-orm';
import type { Actor } from '../../contracts/accounts';
import type { Database } from '../../server/db/client';
import { account, apiToken } from '../../server/db/schema';
import { ConflictError } from '../../server/errors';
import { requireGoodPassword } from './add-account.server';
import { requireAdministered } from './administered.server';
import { noteKnowledge } from '../access/credential-knowledge.server';
import { writeAudit } from '../audit/audit.server';
import { endAccess } from './end-access.server';
import { hashPassword } from '../sign-in/password.server';

export interface ResetResult {
	endedSessions: number;
	/** Those go on working: only `revokeToken` ends them. */
	tokensInUse: number;
	/** The account was disabled and can be used again. */
	enabled: boolean;
}

/**
 * Gives the account another password and lets it be used again. The password opens nothing but the
 * choice of one's own, unless it is said that its owner chose it.
 * @throws NotFoundError; InvalidError for a bad password; ConflictError when it was erased.
 */
export async function resetAccount(
	database: Database,
	actor: Actor | null,
	name: string,
	password: string,
	{ now = new Date(), temporary = true } = {},
): Promise<ResetResult> {
	const found = await requireAdministered(database, actor, name);
	requireGoodPassword(password, found.name);
	if (found.erasedAt !== null) throw new ConflictError('An erased account stays disabled.');
	const passwordHash = await hashPassword(password);
	const enabled = found.disabledAt !== null;
	return database.transaction(async (transaction) => {
		await transaction
			.update(account)
			.set({ passwordHash, passwordTemporary: temporary, disabledAt: null })
			.where(eq(account.id, found.id));
		await noteKnowledge(transaction, actor, { accountId: found.id, kind: 'password' }, now);
		const endedSessions = await endAccess(transaction, found.id, now);
		const [tokens] = await transaction
			.select({ inUse: count() })
			.from(apiToken)
			.where(and(eq(apiToken.accountId, found.id), isNull(apiToken.revokedAt)));
		await writeAudit(transaction, {
			actor,
			action: 'account.reset',
			subject: `account:${found.name}`,
			details: { endedSessions, enabled },
		});
		return { endedSessions, enabled, tokensInUse: tokens?.inUse ?? 0 };
	});
}
