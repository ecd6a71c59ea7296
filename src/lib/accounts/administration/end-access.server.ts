import { and, eq, isNull } from 'drizzle-orm';
import type { Database } from '../../server/db/client';
import { signInLink, signInStep } from '../../server/db/schema';
import { forgetDevices } from '../sessions/trusted-device.server';
import { endSessions } from '../sessions/end-sessions.server';

/** Closes every open way into an account but its tokens; answers how many sessions ended. */
export async function endAccess(database: Database, accountId: number, now: Date): Promise<number> {
	await forgetDevices(database, accountId);
	await database.delete(signInStep).where(eq(signInStep.accountId, accountId));
	await database
		.update(signInLink)
		.set({ revokedAt: now })
		.where(
			and(
				eq(signInLink.accountId, accountId),
				isNull(signInLink.usedAt),
				isNull(signInLink.revokedAt),
			),
		);
	return endSessions(database, accountId, null);
}
