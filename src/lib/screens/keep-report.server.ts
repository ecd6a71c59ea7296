import { and, eq, isNull } from 'drizzle-orm';
import type { ScreenReport } from '../contracts/screens';
import type { Database } from '../server/db/client';
import { screen } from '../server/db/schema';

/** What a screen says of itself, in place of what it said before. */
export async function keepReport(
	database: Database,
	screenId: number,
	report: ScreenReport,
	now: Date,
): Promise<void> {
	await database
		.update(screen)
		.set({ report, reportedAt: now, lastSeenAt: now })
		.where(and(eq(screen.id, screenId), isNull(screen.revokedAt)));
}
