import { eq, lte } from 'drizzle-orm';
import type { Database } from '../../server/db/client';
import { session } from '../../server/db/schema';
import { hashSecret, newSecret } from '../secret.server';
import { sessionExpiry } from './session-lifetime';
import { trustDevice } from './trusted-device.server';

export interface NewSession {
	accountId: number;
	userAgent: string;
	/** Whether a second factor was asked and shown. */
	secondStep: boolean;
	/** Whether a one-time link began it. */
	byLink?: boolean;
	/** Hash of the browser's own token, to know it again. */
	device?: string | null;
	/** The session that the browser had before: it ends, so that nobody can have planted it. */
	replaces: string | null;
	now: Date;
}

/** Answers with the token for the cookie, which is kept nowhere else. Clears away what has expired. */
export async function startSession(database: Database, given: NewSession): Promise<string> {
	const { accountId, secondStep, byLink = false, device = null, replaces, now } = given;
	const token = newSecret();
	if (replaces) await database.delete(session).where(eq(session.tokenHash, replaces));
	await database.delete(session).where(lte(session.expiresAt, now));
	await database.insert(session).values({
		tokenHash: hashSecret(token),
		createdAt: now,
		expiresAt: sessionExpiry(now, now),
		userAgent: given.userAgent.slice(0, 300),
		...{ accountId, secondStep, byLink },
	});
	// A link may be in other hands than its owner's: it makes no browser known.
	if (device !== null && !byLink) await trustDevice(database, accountId, device, now);
	return token;
}
