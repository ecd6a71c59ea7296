import { and, eq, isNull } from 'drizzle-orm';
import { writeAudit } from '../../accounts/audit/audit.server';
import type { Actor } from '../../contracts/accounts';
import { appendChanges, lockChanges } from '../../server/change-log';
import type { Database } from '../../server/db/client';
import { registerExplanation } from '../../server/db/schema';
import { ForbiddenError, NotFoundError } from '../../server/errors';
import { mayExplain } from './may-explain.server';

/**
 * Takes an explanation of a unit back; it stays on record. What was taken in by it stands, but is
 * no longer ranked.
 * @throws ForbiddenError, NotFoundError for one of another unit, or that was withdrawn before.
 */
export async function withdrawExplanation(
	database: Database,
	actor: Actor,
	{ unitId, id }: { unitId: number; id: number },
	now: Date,
): Promise<void> {
	await database.transaction(async (transaction) => {
		if (!(await mayExplain(transaction, actor, unitId)))
			throw new ForbiddenError('Administrators of the level above explain a register.');
		const [withdrawn] = await transaction
			.update(registerExplanation)
			.set({ withdrawnBy: actor.accountId, withdrawnAt: now })
			.where(
				and(
					eq(registerExplanation.id, id),
					eq(registerExplanation.unitId, unitId),
					isNull(registerExplanation.withdrawnAt),
				),
			)
			.returning({ households: registerExplanation.households });
		if (!withdrawn) throw new NotFoundError(`No explanation ${id} of unit ${unitId} holds.`);
		await writeAudit(transaction, {
			actor,
			action: 'register.withdraw',
			subject: `unit:${unitId}`,
			details: { explanation: id, households: withdrawn.households },
		});
		await lockChanges(transaction);
		await appendChanges(transaction, [{ type: 'structure' }]);
	});
}
