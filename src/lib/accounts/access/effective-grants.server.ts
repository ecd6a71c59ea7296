import { and, eq, gt, inArray, isNull, lte, sql } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/pg-core';
import type { Role } from '../../contracts/accounts';
import type { Database } from '../../server/db/client';
import { account, delegation, roleGrant } from '../../server/db/schema';

/**
 * What accounts may do now, to join: their own grants, and an approver's while that person is away.
 * A delegation lasts no longer than the role that it hands on.
 */
export function effectiveGrants(database: Database, now: Date) {
	const own = database
		.select({
			accountId: roleGrant.accountId,
			role: roleGrant.role,
			unitId: roleGrant.unitId,
			onBehalfOf: sql<number | null>`null::int`.as('on_behalf_of'),
		})
		.from(roleGrant);
	// Once, also where the giver holds both of the roles that approve.
	const lent = database
		.selectDistinct({
			accountId: delegation.toAccountId,
			role: sql<Role>`'approver'`.as('role'),
			unitId: delegation.unitId,
			onBehalfOf: sql<number | null>`${delegation.fromAccountId}`.as('on_behalf_of'),
		})
		.from(delegation)
		.innerJoin(
			roleGrant,
			and(
				eq(roleGrant.accountId, delegation.fromAccountId),
				eq(roleGrant.unitId, delegation.unitId),
				inArray(roleGrant.role, ['approver', 'administrator']),
			),
		)
		.innerJoin(account, eq(account.id, delegation.fromAccountId))
		.where(
			and(
				isNull(delegation.revokedAt),
				lte(delegation.startsAt, now),
				gt(delegation.endsAt, now),
				isNull(account.disabledAt),
			),
		);
	return unionAll(own, lent).as('effective_grant');
}
