import { and, eq, isNull, lt, or } from 'drizzle-orm';
import type { Actor } from '../../contracts/accounts';
import type { Database } from '../../server/db/client';
import { account, apiToken } from '../../server/db/schema';
import { effectiveGrants } from '../access/effective-grants.server';
import { gatherActors } from '../access/gather-actors';
import { hashSecret } from '../secret.server';
import { minuteLength } from '../../contracts/local-time';

/**
 * Whose token this `Authorization` header carries, and notes its use, at most once a minute. What is
 * lent to a person isn't lent to their programs, which show no second factor.
 */
export async function actorOfBearer(
	database: Database,
	authorization: string,
	now = new Date(),
): Promise<Actor | null> {
	const token = /^Bearer (nhs_[\w-]{43})$/i.exec(authorization)?.[1];
	if (!token) return null;
	const tokenHash = hashSecret(token);
	const grant = effectiveGrants(database, now);
	const rows = await database
		.select({
			key: apiToken.tokenHash,
			accountId: account.id,
			name: account.name,
			displayName: account.displayName,
			role: grant.role,
			unitId: grant.unitId,
			onBehalfOf: grant.onBehalfOf,
			lastUsedAt: apiToken.lastUsedAt,
		})
		.from(apiToken)
		.innerJoin(account, eq(account.id, apiToken.accountId))
		.leftJoin(grant, and(eq(grant.accountId, account.id), isNull(grant.onBehalfOf)))
		.where(
			and(
				eq(apiToken.tokenHash, tokenHash),
				isNull(apiToken.revokedAt),
				isNull(account.disabledAt),
			),
		);
	const actor = gatherActors(rows).get(tokenHash) ?? null;
	const stale = new Date(now.getTime() - minuteLength);
	if (actor && (rows[0]?.lastUsedAt ?? new Date(0)) < stale)
		await database
			.update(apiToken)
			.set({ lastUsedAt: now })
			.where(
				and(
					eq(apiToken.tokenHash, tokenHash),
					or(isNull(apiToken.lastUsedAt), lt(apiToken.lastUsedAt, stale)),
				),
			);
	return actor;
}
