import { writeAudit } from '../../../accounts/audit/audit.server';
import type { Actor } from '../../../contracts/accounts';
import type { Database } from '../../../server/db/client';
import { teamMergerBatch } from '../../../server/db/schema';
import { InvalidError } from '../../../server/errors';
import { storeMergers } from '../store.server';
import { previewMany } from './preview.server';

/**
 * Makes one team of each village's several, all in one step; villages without a leader, or where the day
 * doesn't fit, stay as they are.
 * @param given not yet parsed, see `BulkMergerInput`.
 * @throws InvalidError where no village can be done; ForbiddenError
 */
export async function mergeMany(
	database: Database,
	actor: Actor,
	given: unknown,
	now: Date,
): Promise<{ batchId: number; merged: number; left: number }> {
	return database.transaction(async (transaction) => {
		const { input, villages } = await previewMany(transaction, actor, given);
		const { unitId, mergedOn, decision } = input;
		const plans = villages.flatMap(({ refusal, planned }) => (refusal === null ? [planned] : []));
		if (plans.length === 0)
			throw new InvalidError([
				{ field: '0.unitId', rule: 'nothingToMerge', message: 'no village can be done' },
			]);
		const [batch] = await transaction
			.insert(teamMergerBatch)
			.values({ unitId, mergedOn, decidedBy: actor.accountId, decidedAt: now })
			.returning({ id: teamMergerBatch.id });
		if (!batch) throw new Error('An insert returns its row.');
		await storeMergers(transaction, actor, plans, { mergedOn, decision, now, batchId: batch.id });
		const left = villages.length - plans.length;
		await writeAudit(transaction, {
			actor,
			action: 'team.mergeMany',
			subject: `unit:${unitId}`,
			details: { batch: batch.id, mergedOn, merged: plans.length, left },
		});
		return { batchId: batch.id, merged: plans.length, left };
	});
}
