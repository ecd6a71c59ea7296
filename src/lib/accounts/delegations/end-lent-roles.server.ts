import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import type { Actor } from '../../contracts/accounts';
import type { Database } from '../../server/db/client';
import { delegation } from '../../server/db/schema';
import { writeAudit } from '../audit/audit.server';
import { reachedUnits } from '../access/reach.server';

/** Takes back what is lent to an account for units that it works for no more, nor above them. */
export async function endLentRoles(
	database: Database,
	actor: Actor,
	deputy: Actor,
	now: Date,
): Promise<void> {
	const ended = await database
		.update(delegation)
		.set({ revokedAt: now })
		.where(
			and(
				eq(delegation.toAccountId, deputy.accountId),
				isNull(delegation.revokedAt),
				gt(delegation.endsAt, now),
				sql`${delegation.unitId} not in ${reachedUnits(deputy, 'viewer')}`,
			),
		)
		.returning({ id: delegation.id });
	for (const { id } of ended)
		await writeAudit(database, {
			actor,
			action: 'delegation.revoke',
			subject: `delegation:${id}`,
		});
}
