import { and, eq, isNull } from 'drizzle-orm';
import type { Actor } from '../../contracts/accounts';
import type { Database } from '../../server/db/client';
import { delegation } from '../../server/db/schema';
import { NotFoundError } from '../../server/errors';
import { writeAudit } from '../audit/audit.server';

/** Takes a role back that the actor has handed on. @throws NotFoundError for any other one. */
export async function revokeDelegation(
	database: Database,
	actor: Actor,
	id: number,
	now: Date,
): Promise<void> {
	await database.transaction(async (transaction) => {
		const [revoked] = await transaction
			.update(delegation)
			.set({ revokedAt: now })
			.where(
				and(
					eq(delegation.id, id),
					eq(delegation.fromAccountId, actor.accountId),
					isNull(delegation.revokedAt),
				),
			)
			.returning({ id: delegation.id });
		if (!revoked) throw new NotFoundError(`There is no delegation ${id} to take back.`);
		await writeAudit(transaction, {
			actor,
			action: 'delegation.revoke',
			subject: `delegation:${id}`,
		});
	});
}
