import { and, eq } from 'drizzle-orm';
import { writeAudit } from '../accounts/audit/audit.server';
import type { Actor } from '../contracts/accounts';
import { localDay } from '../contracts/local-time';
import type { AssignmentState } from '../contracts/plans';
import type { Database } from '../server/db/client';
import { plan, planTask, taskAssignment } from '../server/db/schema';
import { ConflictError, ForbiddenError, NotFoundError } from '../server/errors';
import { parse } from '../server/parse';
import { doneWithin } from './done-within';
import { keepsPlansOf, recordChange } from './keeper.server';
import { requireWithin } from './require-within.server';
import { Finished, Reopened } from './schemas';

/**
 * A unit says that it has done what it was given, and what came of it.
 * @throws InvalidError for a day to come or before the plan; NotFoundError; ForbiddenError; ConflictError
 * when it was said before, or the task has been dropped.
 */
export async function finishTask(
	database: Database,
	actor: Actor,
	taskId: number,
	input: unknown,
	now: Date,
): Promise<void> {
	const { unitId, doneOn, result } = parse(Finished, input);
	await database.transaction(async (transaction) => {
		const task = await turn(transaction, actor, { taskId, unitId, from: 'open' });
		const { planId } = task;
		requireWithin('doneOn', doneOn, doneWithin(task, localDay(now)));
		await transaction
			.update(taskAssignment)
			.set({ state: 'done', doneOn, result })
			.where(and(eq(taskAssignment.taskId, taskId), eq(taskAssignment.unitId, unitId)));
		await recordChange(transaction, actor, {
			...{ planId, taskId, unitId, change: 'taskDone', reason: result, at: now },
		});
		await writeAudit(transaction, {
			...{ actor, action: 'plan.finishTask', subject: `plan:${planId}` },
			details: { taskId, unitId },
		});
	});
}

/**
 * Takes that word back.
 * @throws InvalidError, NotFoundError, ForbiddenError; ConflictError when it isn't done.
 */
export async function reopenTask(
	database: Database,
	actor: Actor,
	taskId: number,
	input: unknown,
	now: Date,
): Promise<void> {
	const { unitId, reason } = parse(Reopened, input);
	await database.transaction(async (transaction) => {
		const { planId } = await turn(transaction, actor, { taskId, unitId, from: 'done' });
		await transaction
			.update(taskAssignment)
			.set({ state: 'open', doneOn: null, result: '' })
			.where(and(eq(taskAssignment.taskId, taskId), eq(taskAssignment.unitId, unitId)));
		await recordChange(transaction, actor, {
			...{ planId, taskId, unitId, change: 'taskReopened', reason, at: now },
		});
		await writeAudit(transaction, {
			...{ actor, action: 'plan.reopenTask', subject: `plan:${planId}` },
			details: { taskId, unitId },
		});
	});
}

/** Locks an assignment that may be turned. @returns its plan's id, and when the task and its plan begin. */
async function turn(
	transaction: Database,
	actor: Actor,
	{ taskId, unitId, from }: { taskId: number; unitId: number; from: AssignmentState },
): Promise<{ planId: number; startsOn: string; year: number; drawnUpOn: string }> {
	const [found] = await transaction
		.select({
			state: taskAssignment.state,
			planId: planTask.planId,
			startsOn: planTask.startsOn,
			year: plan.year,
			drawnUpAt: plan.drawnUpAt,
			droppedAt: planTask.droppedAt,
		})
		.from(taskAssignment)
		.innerJoin(planTask, eq(planTask.id, taskAssignment.taskId))
		.innerJoin(plan, eq(plan.id, planTask.planId))
		.where(and(eq(taskAssignment.taskId, taskId), eq(taskAssignment.unitId, unitId)))
		.for('update', { of: [taskAssignment, planTask] });
	if (!found) throw new NotFoundError(`Task ${taskId} was not given to unit ${unitId}.`);
	if (!(await keepsPlansOf(transaction, actor, unitId)))
		throw new ForbiddenError('This account does not speak for that unit.');
	if (found.droppedAt) throw new ConflictError('The task has been taken out of its plan.');
	if (found.state !== from) throw new ConflictError(`The task is ${found.state}.`);
	const { planId, startsOn, year, drawnUpAt } = found;
	return { planId, startsOn, year, drawnUpOn: localDay(drawnUpAt) };
}
