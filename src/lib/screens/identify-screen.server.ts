import { and, eq, gt, isNull, lte, notExists } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { ScreenViewer } from '../contracts/screens';
import type { Database } from '../server/db/client';
import { screen, screenToken } from '../server/db/schema';
import { longestCookie } from './screen-cookie.server';
import { minuteLength } from '../contracts/local-time';

/** Of the same screen, and used before. */
const newer = alias(screenToken, 'newer');

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
			usedAt: screenToken.usedAt,
		})
		.from(screenToken)
		.innerJoin(screen, eq(screen.id, screenToken.screenId))
		.where(
			and(
				eq(screenToken.tokenHash, tokenHash),
				isNull(screen.revokedAt),
				gt(screenToken.createdAt, new Date(now.getTime() - longestCookie * 1000)),
				// What was on its way with the former token when the new one came is answered.
				notExists(
					database
						.select({ tokenHash: newer.tokenHash })
						.from(newer)
						.where(
							and(
								eq(newer.screenId, screenToken.screenId),
								gt(newer.createdAt, screenToken.createdAt),
								lte(newer.usedAt, new Date(now.getTime() - minuteLength)),
							),
						),
				),
			),
		);
	if (!found) return null;
	const { screenId, unitId } = found;
	// The screen has this token for sure: a minute later those before it are over.
	if (found.usedAt === null)
		await database
			.update(screenToken)
			.set({ usedAt: now })
			.where(eq(screenToken.tokenHash, tokenHash));
	if (now.getTime() - found.lastSeenAt.getTime() >= minuteLength)
		await database.update(screen).set({ lastSeenAt: now }).where(eq(screen.id, screenId));
	return { screenId, grants: [{ role: 'viewer', unitId }] };
}
