import { and, eq, isNull, lt, or } from 'drizzle-orm';
import { hashSecret, newSecret } from '../accounts/secret.server';
import type { Database } from '../server/db/client';
import { screenToken } from '../server/db/schema';
import { dayLength, hourLength } from '../contracts/local-time';

/**
 * A new token for a screen whose own is a day old, null for all others. The own one holds until a
 * minute after the new one was used: neither an answer that gets lost nor one on its way locks a screen out.
 */
export async function renewToken(
	database: Database,
	tokenHash: string,
	now: Date,
): Promise<string | null> {
	const [own] = await database
		.select({ screenId: screenToken.screenId, createdAt: screenToken.createdAt })
		.from(screenToken)
		.where(eq(screenToken.tokenHash, tokenHash));
	if (!own || now.getTime() - own.createdAt.getTime() < dayLength) return null;
	const token = newSecret();
	await database.transaction(async (transaction) => {
		// Those before it, and those whose answers got lost; one of this hour may be on its way.
		const lost = and(
			isNull(screenToken.usedAt),
			lt(screenToken.createdAt, new Date(now.getTime() - hourLength)),
		);
		await transaction
			.delete(screenToken)
			.where(
				and(
					eq(screenToken.screenId, own.screenId),
					or(lt(screenToken.createdAt, own.createdAt), lost),
				),
			);
		await transaction
			.insert(screenToken)
			.values({ tokenHash: hashSecret(token), screenId: own.screenId, createdAt: now });
	});
	return token;
}
