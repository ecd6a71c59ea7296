import { writeAudit } from '../accounts/audit/audit.server';
import type { Actor } from '../contracts/accounts';
import { localDay } from '../contracts/local-time';
import type { Database } from '../server/db/client';
import { planTask } from '../server/db/schema';
import { parse } from '../server/parse';
import { assignTask } from './assign.server';
import { recordChange, requirePlanKeeper } from './keeper.server';
import { requireTeamPerson } from './team-of.server';
import { NewTask } from './schemas';

/**
 * Adds a task to a plan and gives it to its own unit or to all of a level below.
 * @returns its id.
 * @throws InvalidError, NotFoundError, ForbiddenError
 */
export async function addTask(
	database: Database,
	actor: Actor,
	planId: number,
	input: unknown,
	now: Date,
): Promise<number> {
	const { audience, ...content } = parse(NewTask, input);
	return database.transaction(async (transaction) => {
		const { unitId, teamId } = await requirePlanKeeper(transaction, actor, planId);
		const today = localDay(now);
		await requireTeamPerson(transaction, { teamId, memberId: content.memberId }, today);
		const [task] = await transaction
			.insert(planTask)
			.values({ ...content, planId })
			.returning({ id: planTask.id });
		if (!task) throw new Error('An insert returns its row.');
		await assignTask(transaction, { id: task.id, unitId, audience }, today);
		await recordChange(transaction, actor, {
			...{ planId, taskId: task.id, change: 'taskAdded', at: now },
		});
		await writeAudit(transaction, {
			...{ actor, action: 'plan.addTask', subject: `plan:${planId}` },
			details: { taskId: task.id, audience },
		});
		return task.id;
	});
}
