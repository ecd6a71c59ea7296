import { desc, eq, or } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Actor } from '../../contracts/accounts';
import type { Database } from '../../server/db/client';
import { account, adminUnit, delegation } from '../../server/db/schema';

const from = alias(account, 'from_account');
const to = alias(account, 'to_account');

export type ListedDelegation = Awaited<ReturnType<typeof listDelegations>>[number];

/** What the actor handed on and was handed, newest first. */
export async function listDelegations(database: Database, actor: Actor, now: Date) {
	const rows = await database
		.select({
			id: delegation.id,
			from: from.displayName,
			to: to.displayName,
			mine: delegation.fromAccountId,
			unit: { kind: adminUnit.kind, name: adminUnit.name },
			startsAt: delegation.startsAt,
			endsAt: delegation.endsAt,
			reason: delegation.reason,
			revokedAt: delegation.revokedAt,
		})
		.from(delegation)
		.innerJoin(from, eq(from.id, delegation.fromAccountId))
		.innerJoin(to, eq(to.id, delegation.toAccountId))
		.innerJoin(adminUnit, eq(adminUnit.id, delegation.unitId))
		.where(
			or(
				eq(delegation.fromAccountId, actor.accountId),
				eq(delegation.toAccountId, actor.accountId),
			),
		)
		.orderBy(desc(delegation.startsAt), desc(delegation.id))
		.limit(100);
	return rows.map(({ mine, startsAt, endsAt, revokedAt, ...row }) => ({
		...row,
		mine: mine === actor.accountId,
		firstDay: startsAt,
		/** The last moment of its last day. */
		lastDay: new Date(endsAt.getTime() - 1),
		state: stateOf({ startsAt, endsAt, revokedAt }, now),
	}));
}

function stateOf(
	{ startsAt, endsAt, revokedAt }: { startsAt: Date; endsAt: Date; revokedAt: Date | null },
	now: Date,
): 'revoked' | 'coming' | 'running' | 'over' {
	if (revokedAt) return 'revoked';
	if (now < startsAt) return 'coming';
	return now < endsAt ? 'running' : 'over';
}
