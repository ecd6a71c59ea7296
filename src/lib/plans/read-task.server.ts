import { eq, sql } from 'drizzle-orm';
import { reachedUnits } from '../accounts/access/reach.server';
import { mayActOn } from '../accounts/access/may-act-on.server';
import { unitColumns } from '../admin-units/home.server';
import type { Actor } from '../contracts/accounts';
import type { Unit, UnitKind } from '../contracts/admin-units';
import { localDay } from '../contracts/local-time';
import type { AssignmentState, TaskContent } from '../contracts/plans';
import { queryRows, type Database } from '../server/db/client';
import { adminUnit, plan, planTask } from '../server/db/schema';
import { NotFoundError } from '../server/errors';
import { doneWithin, type DoneWithin } from './done-within';
import { readTeamPeople, type TeamPerson } from './team-of.server';
import { keepsPlansOf } from './keeper.server';

export interface TaskAssignmentLine extends Record<string, unknown> {
	unitId: number;
	unitKind: UnitKind;
	unitName: string;
	parentName: string;
	state: AssignmentState;
	doneOn: string | null;
	result: string;
	/** Whether the actor speaks for that unit. */
	mayTurn: boolean;
}

export interface TaskView extends TaskContent {
	id: number;
	planId: number;
	/** Whose plan it stands in. */
	unit: Unit;
	isDropped: boolean;
	/** When it can have been done. */
	within: DoneWithin;
	/** Those that are open first; the first `shown` of `given`. */
	assignments: TaskAssignmentLine[];
	given: number;
	done: number;
	/** Whether the actor sees the whole plan, and may change it. */
	seesPlan: boolean;
	mayChange: boolean;
	/** Of the plan's team, for whoever may change it. */
	people: TeamPerson[];
}

/** More are not listed one by one. */
export const shownAssignments = 200;

/**
 * A task as the plan's people see it, or those whom it was given to: these see only their own part.
 * @throws NotFoundError when there is none that the actor may see.
 */
export async function readTask(
	database: Database,
	actor: Actor,
	{ planId, taskId }: { planId: number; taskId: number },
	today: string = localDay(new Date()),
): Promise<TaskView> {
	const [found] = await database
		.select({ task: planTask, unit: unitColumns, plan })
		.from(planTask)
		.innerJoin(plan, eq(plan.id, planTask.planId))
		.innerJoin(adminUnit, eq(adminUnit.id, plan.unitId))
		.where(eq(planTask.id, taskId));
	const seesPlan = !!found && (await mayActOn(database, actor, ['viewer'], found.unit.id));
	const { lines, given, done } = await readAssignments(database, actor, taskId, seesPlan);
	if (found?.task.planId !== planId || (!seesPlan && given === 0))
		throw new NotFoundError(`There is no task ${taskId}.`);
	const { what, lead, memberId, place, startsOn, dueOn, product, droppedAt } = found.task;
	const { teamId, year, drawnUpAt } = found.plan;
	const mayChange =
		droppedAt === null && seesPlan && (await keepsPlansOf(database, actor, found.unit.id));
	return {
		...{ id: taskId, planId, what, lead, memberId, place, startsOn, dueOn, product },
		...{
			unit: found.unit,
			isDropped: droppedAt !== null,
			within: doneWithin({ startsOn, year, drawnUpOn: localDay(drawnUpAt) }, today),
			assignments: lines,
			given,
			done,
			seesPlan,
		},
		mayChange,
		people: mayChange ? await readTeamPeople(database, teamId, today) : [],
	};
}

async function readAssignments(
	database: Database,
	actor: Actor,
	taskId: number,
	seesAll: boolean,
): Promise<{ lines: TaskAssignmentLine[]; given: number; done: number }> {
	const speaksFor = sql`(given.unit_id in ${reachedUnits(actor, 'reporter')}
		or given.unit_id in ${reachedUnits(actor, 'approver')})`;
	const rows = await queryRows<TaskAssignmentLine & { given: number; done: number }>(
		database,
		sql`select unit.id as "unitId", unit.kind as "unitKind", unit.name as "unitName",
				coalesce(parent.name, '') as "parentName", given.state, given.done_on::text as "doneOn",
				given.result, ${speaksFor} as "mayTurn", count(*) over ()::int as given,
				count(*) filter (where given.state = 'done') over ()::int as done
			from task_assignment given
			join admin_unit unit on unit.id = given.unit_id
			left join admin_unit parent on parent.id = unit.parent_id and parent.level <> 'country'
			where given.task_id = ${taskId}
				${seesAll ? sql`` : sql`and given.unit_id in ${reachedUnits(actor, 'viewer')}`}
			order by given.state = 'done', unit.code
			limit ${shownAssignments}`,
	);
	return {
		lines: rows.map(({ given: _given, done: _done, ...line }) => line),
		given: rows[0]?.given ?? 0,
		done: rows[0]?.done ?? 0,
	};
}
