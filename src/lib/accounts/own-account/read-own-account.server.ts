import { eq, sql } from 'drizzle-orm';
import type { Actor } from '../../contracts/accounts';
import type { Database } from '../../server/db/client';
import { account, session } from '../../server/db/schema';
import { listAccounts } from '../administration/list-accounts.server';
import { listSessions } from '../sessions/list-sessions.server';
import { listTokens } from '../tokens/list-tokens.server';
import { countRecoveryCodes } from '../second-factor/recovery-codes.server';
import { secondFactorSince } from '../second-factor/second-factor.server';

/** What the actor's own page shows, besides who they are. */
export async function readOwnAccount(database: Database, actor: Actor, sessionHash: string | null) {
	const { accountId } = actor;
	const [own] = await database
		.select({
			email: account.email,
			hasPassword: sql<boolean>`${account.passwordHash} is not null`,
		})
		.from(account)
		.where(eq(account.id, accountId));
	const [begun] =
		sessionHash === null
			? []
			: await database
					.select({ byLink: session.byLink })
					.from(session)
					.where(eq(session.tokenHash, sessionHash));
	const [listed] = await listAccounts(database, accountId);
	return {
		email: own?.email ?? null,
		hasPassword: own?.hasPassword ?? true,
		grants: listed?.grants ?? [],
		sessions: await listSessions(database, accountId, sessionHash),
		tokens: await listTokens(database, accountId),
		secondFactor: {
			mayEnrol: begun?.byLink === false,
			since: await secondFactorSince(database, accountId),
			codesLeft: await countRecoveryCodes(database, accountId),
		},
	};
}
