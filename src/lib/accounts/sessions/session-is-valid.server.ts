import { and, eq, gt, inArray, isNull } from 'drizzle-orm';
import type { Actor } from '../../contracts/accounts';
import type { Database } from '../../server/db/client';
import { account, session } from '../../server/db/schema';
import { effectiveGrants } from '../access/effective-grants.server';
import { gatherActors } from '../access/gather-actors';
import { askSecondFactor } from '../second-factor/second-factor.server';

/**
 * Which of these sessions still hold, by token hash, each with its account and grants of this
 * moment. A hash that is missing from the answer has ended, expired or belongs to a disabled account,
 * or to one that came by a role (if only lent) that asks for a second factor after it signed in. A
 * session that a link began never holds with such a role.
 */
export async function sessionIsValid(
	database: Database,
	hashes: readonly string[],
	{ now = new Date(), requireSecondFactor = true } = {},
): Promise<Map<string, Actor>> {
	if (hashes.length === 0) return new Map();
	const grant = effectiveGrants(database, now);
	const rows = await database
		.select({
			key: session.tokenHash,
			accountId: account.id,
			name: account.name,
			displayName: account.displayName,
			role: grant.role,
			unitId: grant.unitId,
			onBehalfOf: grant.onBehalfOf,
			secondStep: session.secondStep,
			byLink: session.byLink,
		})
		.from(session)
		.innerJoin(account, eq(account.id, session.accountId))
		.leftJoin(grant, eq(grant.accountId, account.id))
		.where(
			and(
				inArray(session.tokenHash, [...new Set(hashes)]),
				gt(session.expiresAt, now),
				isNull(account.disabledAt),
			),
		);
	const actors = gatherActors(rows);
	for (const { key, secondStep, byLink } of rows)
		if (byLink || (requireSecondFactor && !secondStep))
			if (askSecondFactor(actors.get(key)?.grants ?? [])) actors.delete(key);
	return actors;
}
