import { eq } from 'drizzle-orm';
import { writeAudit } from '../accounts/audit/audit.server';
import type { Actor } from '../contracts/accounts';
import { localDay } from '../contracts/local-time';
import type { Database } from '../server/db/client';
import { planTask } from '../server/db/schema';
import { parse } from '../server/parse';
import { recordChange } from './keeper.server';
import { lockTask } from './lock-task.server';
import { requireTeamPerson } from './team-of.server';
import { Reasoned, TaskChange } from './schemas';

/**
 * Adjusts a task; what stood there before and why it was changed stay in the plan's history.
 * @throws InvalidError, NotFoundError, ForbiddenError; ConflictError when it has been dropped.
 */
export async function changeTask(
	database: Database,
	actor: Actor,
	taskId: number,
	input: unknown,
	now: Date,
): Promise<void> {
	const { reason, ...content } = parse(TaskChange, input);
	await database.transaction(async (transaction) => {
		const task = await lockTask(transaction, actor, taskId);
		const { what, lead, memberId, place, startsOn, dueOn, product, planId, teamId } = task;
		const person = { teamId, memberId: content.memberId };
		// Whoever did it before may have left since.
		if (person.memberId !== memberId) await requireTeamPerson(transaction, person, localDay(now));
		await transaction.update(planTask).set(content).where(eq(planTask.id, taskId));
		await recordChange(transaction, actor, {
			...{ planId, taskId, change: 'taskChanged', reason, at: now },
			before: { what, lead, memberId, place, startsOn, dueOn, product },
		});
		await writeAudit(transaction, {
			...{ actor, action: 'plan.changeTask', subject: `plan:${planId}`, details: { taskId } },
		});
	});
}

/**
 * Takes a task out of its plan: nobody has to do it any more, and it stays to be read.
 * @throws InvalidError, NotFoundError, ForbiddenError; ConflictError when it has been dropped.
 */
export async function dropTask(
	database: Database,
	actor: Actor,
	taskId: number,
	input: unknown,
	now: Date,
): Promise<void> {
	const { reason } = parse(Reasoned, input);
	await database.transaction(async (transaction) => {
		const { planId } = await lockTask(transaction, actor, taskId);
		await transaction.update(planTask).set({ droppedAt: now }).where(eq(planTask.id, taskId));
		await recordChange(transaction, actor, {
			...{ planId, taskId, change: 'taskDropped', reason, at: now },
		});
		await writeAudit(transaction, {
			...{ actor, action: 'plan.dropTask', subject: `plan:${planId}`, details: { taskId } },
		});
	});
}
