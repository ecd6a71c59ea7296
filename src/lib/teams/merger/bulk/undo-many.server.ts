import { eq } from 'drizzle-orm';
import { writeAudit } from '../../../accounts/audit/audit.server';
import type { Actor } from '../../../contracts/accounts';
import type { Database } from '../../../server/db/client';
import { teamMerger, teamMergerBatch } from '../../../server/db/schema';
import { ConflictError, NotFoundError } from '../../../server/errors';
import { obstacleOf, readStates, restoreTeams } from '../undo-merger.server';
import { requireKept } from './preview.server';

/**
 * Brings back the teams of a step, but of villages that have reported since, or whose team went on to
 * change: these stay merged.
 * @throws NotFoundError, ForbiddenError; ConflictError when nothing can be undone.
 */
export async function undoMany(
	database: Database,
	actor: Actor,
	batchId: number,
	now: Date,
): Promise<{ undone: number; left: number }> {
	return database.transaction(async (transaction) => {
		const [batch] = await transaction
			.select({ unitId: teamMergerBatch.unitId })
			.from(teamMergerBatch)
			.where(eq(teamMergerBatch.id, batchId));
		if (!batch) throw new NotFoundError(`There is no step ${batchId}.`);
		await requireKept(transaction, actor, batch.unitId);
		const mergers = await transaction
			.select({ id: teamMerger.id })
			.from(teamMerger)
			.where(eq(teamMerger.batchId, batchId));
		const states = await readStates(
			transaction,
			mergers.map(({ id }) => id),
		);
		const standing = states.filter(({ undone }) => !undone);
		const free = standing.filter((state) => obstacleOf(state) === null);
		if (free.length === 0) throw new ConflictError('No merger of the step can be undone.');
		await restoreTeams(
			transaction,
			free.map(({ id }) => id),
			now,
		);
		const left = standing.length - free.length;
		await writeAudit(transaction, {
			actor,
			action: 'team.undoMany',
			subject: `unit:${batch.unitId}`,
			details: { batch: batchId, undone: free.length, left },
		});
		return { undone: free.length, left };
	});
}
