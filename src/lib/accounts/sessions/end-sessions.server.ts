import { and, eq, ne } from 'drizzle-orm';
import type { Database } from '../../server/db/client';
import { session } from '../../server/db/schema';

/** Ends the account's sessions, all of them or all but one; answers how many. */
export async function endSessions(
	database: Database,
	accountId: number,
	except: string | null,
): Promise<number> {
	const ended = await database
		.delete(session)
		.where(
			and(
				eq(session.accountId, accountId),
				except === null ? undefined : ne(session.tokenHash, except),
			),
		)
		.returning({ hash: session.tokenHash });
	return ended.length;
}
