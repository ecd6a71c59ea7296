import { eq } from 'drizzle-orm';
import type { Actor } from '../contracts/accounts';
import type { Database } from '../server/db/client';
import { plan, planTask } from '../server/db/schema';
import { ConflictError, NotFoundError } from '../server/errors';
import { requireKeeping } from './keeper.server';

/**
 * A task that is still in its plan, locked until the transaction ends, for whoever keeps the plan.
 * @throws NotFoundError, ForbiddenError; ConflictError when it has been dropped.
 */
export async function lockTask(
	transaction: Database,
	actor: Actor,
	taskId: number,
): Promise<typeof planTask.$inferSelect & { teamId: number | null }> {
	const missing = `There is no task ${taskId}.`;
	const [found] = await transaction
		.select({ task: planTask, unitId: plan.unitId, teamId: plan.teamId })
		.from(planTask)
		.innerJoin(plan, eq(plan.id, planTask.planId))
		.where(eq(planTask.id, taskId))
		.for('update', { of: planTask });
	if (!found) throw new NotFoundError(missing);
	await requireKeeping(transaction, actor, { unitId: found.unitId, missing });
	if (found.task.droppedAt) throw new ConflictError('The task has been taken out of its plan.');
	return { ...found.task, teamId: found.teamId };
}
