import { eq } from 'drizzle-orm';
import type { Database } from '../../server/db/client';
import { isDiskFull } from '../../server/db/outage';
import { session } from '../../server/db/schema';
import { isWorthRenewing, sessionExpiry } from './session-lifetime';

/** Lets a session that is in use live on, up to its longest life. */
export async function renewSession(
	database: Database,
	tokenHash: string,
	now = new Date(),
): Promise<void> {
	const rows = await database
		.select({ createdAt: session.createdAt, expiresAt: session.expiresAt })
		.from(session)
		.where(eq(session.tokenHash, tokenHash));
	const [found] = rows;
	if (!found) return;
	const renewed = sessionExpiry(found.createdAt, now);
	if (!isWorthRenewing(found.expiresAt, renewed)) return;
	try {
		await database
			.update(session)
			.set({ expiresAt: renewed })
			.where(eq(session.tokenHash, tokenHash));
	} catch (error) {
		// Pages are read though nothing can be written; the session lasts as long as it was to last before.
		if (!isDiskFull(error)) throw error;
	}
}
