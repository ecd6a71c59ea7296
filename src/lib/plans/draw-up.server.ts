import { and, eq, ne } from 'drizzle-orm';
import { writeAudit } from '../accounts/audit/audit.server';
import { validOn } from '../admin-units/home.server';
import type { Actor } from '../contracts/accounts';
import { localDay } from '../contracts/local-time';
import type { Database } from '../server/db/client';
import { adminUnit, plan, planTask } from '../server/db/schema';
import { ForbiddenError, InvalidError } from '../server/errors';
import { parse } from '../server/parse';
import { assignTask } from './assign.server';
import { keepsPlansOf, recordChange } from './keeper.server';
import { NewPlan } from './schemas';
import { requireTeam } from './team-of.server';
import { templateTasks } from './templates';

/**
 * Begins a unit's or a team's plan for a year, with the tasks of a template.
 * @returns its id.
 * @throws InvalidError when the unit isn't one of today or has a plan for that year; ForbiddenError.
 */
export async function drawUpPlan(
	database: Database,
	actor: Actor,
	input: unknown,
	now: Date,
): Promise<number> {
	const { template, ...fields } = parse(NewPlan, input);
	const today = localDay(now);
	return database.transaction(async (transaction) => {
		if (!(await keepsPlansOf(transaction, actor, fields.unitId)))
			throw new ForbiddenError('This account draws up no plans for that unit.');
		const [unit] = await transaction
			.select({ id: adminUnit.id, level: adminUnit.level })
			.from(adminUnit)
			.where(and(eq(adminUnit.id, fields.unitId), ne(adminUnit.level, 'country'), validOn(today)));
		if (!unit)
			throw new InvalidError([
				{ field: 'unitId', rule: 'choose', message: 'should be a unit of today' },
			]);
		await requireTeam(transaction, fields, today);
		const [drawnUp] = await transaction
			.insert(plan)
			.values({ ...fields, drawnUpBy: actor.accountId, drawnUpAt: now })
			.onConflictDoNothing()
			.returning({ id: plan.id });
		if (!drawnUp)
			throw new InvalidError([
				{ field: 'year', rule: 'planExists', message: 'the unit has a plan for that year' },
			]);
		for (const { starts, due, audience, ...content } of templateTasks[template]) {
			const [task] = await transaction
				.insert(planTask)
				.values({
					...{ planId: drawnUp.id, ...content },
					startsOn: `${fields.year}-${starts}`,
					dueOn: `${fields.year}-${due}`,
				})
				.returning({ id: planTask.id });
			if (!task) throw new Error('An insert returns its row.');
			const isForBelow =
				audience !== 'own' &&
				fields.teamId === null &&
				['province', 'district'].includes(unit.level);
			await assignTask(
				transaction,
				{ id: task.id, unitId: unit.id, audience: isForBelow ? audience : 'own' },
				today,
			);
		}
		await recordChange(transaction, actor, { planId: drawnUp.id, change: 'drawnUp', at: now });
		await writeAudit(transaction, {
			...{ actor, action: 'plan.drawUp', subject: `plan:${drawnUp.id}` },
			details: { unitId: unit.id, teamId: fields.teamId, year: fields.year, template },
		});
		return drawnUp.id;
	});
}
