import { and, eq, gt, isNull, lt } from 'drizzle-orm';
import type { ScreenViewer } from '../contracts/screens';
import type { Database } from '../server/db/client';
import { screen, screenToken } from '../server/db/schema';
import { longestCookie } from './screen-cookie.server';

const minute = 60_000;

/** Which screen this is, by the hash of its token, and notes that it was here, once a minute. */
export async function identifyScreen(
	database: Database,
	tokenHash: string,
	now: Date,
): Promise<ScreenViewer | null> {
	const [found] = await database
		.select({
			screenId: screen.id,
			unitId: screen.unitId,
			lastSeenAt: screen.lastSeenAt,
			createdAt: screenToken.createdAt,
			usedAt: screenToken.usedAt,
		})
		.from(screenToken)
		.innerJoin(screen, eq(screen.id, screenToken.screenId))
		.where(
			and(
				eq(screenToken.tokenHash, tokenHash),
				isNull(screen.revokedAt),
				gt(screenToken.createdAt, new Date(now.getTime() - longestCookie * 1000)),
			),
		);
	if (!found) return null;
	const { screenId, unitId, createdAt } = found;
	if (found.usedAt === null) await noteFirstUse(database, { tokenHash, screenId, createdAt }, now);
	if (now.getTime() - found.lastSeenAt.getTime() >= minute)
		await database.update(screen).set({ lastSeenAt: now }).where(eq(screen.id, screenId));
	return { screenId, grants: [{ role: 'viewer', unitId }] };
}

/** The screen has its new token for sure: those before it end. */
async function noteFirstUse(
	database: Database,
	{ tokenHash, screenId, createdAt }: { tokenHash: string; screenId: number; createdAt: Date },
	now: Date,
): Promise<void> {
	await database
		.update(screenToken)
		.set({ usedAt: now })
		.where(eq(screenToken.tokenHash, tokenHash));
	await database
		.delete(screenToken)
		.where(and(eq(screenToken.screenId, screenId), lt(screenToken.createdAt, createdAt)));
}
