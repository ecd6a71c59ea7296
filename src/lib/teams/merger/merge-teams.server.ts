import { writeAudit } from '../../accounts/audit/audit.server';
import type { Actor } from '../../contracts/accounts';
import type { Database } from '../../server/db/client';
import { previewMerger } from './preview.server';
import { storeMergers } from './store.server';

/**
 * Makes one team of several, in one step: the others close, their members go over.
 * @param given not yet parsed, see `MergerInput`.
 * @returns the id of the merged team.
 * @throws NotFoundError, ForbiddenError, InvalidError
 */
export async function mergeTeams(
	database: Database,
	actor: Actor,
	given: unknown,
	now: Date,
): Promise<number> {
	return database.transaction(async (transaction) => {
		const { input, roster, stated } = await previewMerger(transaction, actor, given);
		const { mergedOn, decision, teamIds } = input;
		const facts = { mergedOn, decision, now, batchId: null };
		const [merged] = await storeMergers(transaction, actor, [{ ...input, roster, stated }], facts);
		if (merged === undefined) throw new Error('An insert returns its row.');
		await writeAudit(transaction, {
			actor,
			action: 'team.merge',
			subject: `team:${merged}`,
			details: { teams: teamIds, mergedOn },
		});
		return merged;
	});
}
