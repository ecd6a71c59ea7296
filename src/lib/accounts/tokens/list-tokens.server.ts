import { asc, eq } from 'drizzle-orm';
import type { Database } from '../../server/db/client';
import { account, apiToken } from '../../server/db/schema';

export interface ListedToken {
	id: number;
	accountName: string;
	label: string;
	createdAt: Date;
	lastUsedAt: Date | null;
	revokedAt: Date | null;
}

/** Oldest first, revoked ones included; of all accounts, or of one. Never the token itself. */
export async function listTokens(database: Database, accountId?: number): Promise<ListedToken[]> {
	return database
		.select({
			id: apiToken.id,
			accountName: account.name,
			label: apiToken.label,
			createdAt: apiToken.createdAt,
			lastUsedAt: apiToken.lastUsedAt,
			revokedAt: apiToken.revokedAt,
		})
		.from(apiToken)
		.innerJoin(account, eq(account.id, apiToken.accountId))
		.where(accountId === undefined ? undefined : eq(apiToken.accountId, accountId))
		.orderBy(asc(apiToken.id));
}
