import { and, desc, eq, gt } from 'drizzle-orm';
import type { Database } from '../../server/db/client';
import { session } from '../../server/db/schema';

export interface ListedSession {
	createdAt: Date;
	expiresAt: Date;
	userAgent: string;
	/** The session that is asking. */
	current: boolean;
}

/** The account's sessions that still hold, newest first. */
export async function listSessions(
	database: Database,
	accountId: number,
	currentHash: string | null,
	now = new Date(),
): Promise<ListedSession[]> {
	const rows = await database
		.select()
		.from(session)
		.where(and(eq(session.accountId, accountId), gt(session.expiresAt, now)))
		.orderBy(desc(session.createdAt));
	return rows.map(({ tokenHash, createdAt, expiresAt, userAgent }) => ({
		createdAt,
		expiresAt,
		userAgent,
		current: tokenHash === currentHash,
	}));
}
