import { eq, lte } from 'drizzle-orm';
import type { Database } from '../server/db/client';
import { session } from '../server/db/schema';
import { hashSecret, newSecret } from './secret.server';
import { sessionExpiry } from './session-lifetime';

interface NewSession {
	accountId: number;
	userAgent: string;
	/** Whether a second factor was asked and shown. */
	secondStep: boolean;
	/** The session that the browser had before: it ends, so that nobody can have planted it. */
	replaces: string | null;
	now: Date;
}

/** Answers with the token for the cookie, which is kept nowhere else. Clears away what has expired. */
export async function startSession(database: Database, given: NewSession): Promise<string> {
	const token = newSecret();
	if (given.replaces) await database.delete(session).where(eq(session.tokenHash, given.replaces));
	await database.delete(session).where(lte(session.expiresAt, given.now));
	await database.insert(session).values({
		tokenHash: hashSecret(token),
		accountId: given.accountId,
		createdAt: given.now,
		expiresAt: sessionExpiry(given.now, given.now),
		userAgent: given.userAgent.slice(0, 300),
		secondStep: given.secondStep,
	});
	return token;
}
