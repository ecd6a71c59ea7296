import { and, asc, desc, eq, notInArray, sql } from 'drizzle-orm';
import { requireSight } from '../accounts/access/require-sight.server';
import { unitColumns } from '../admin-units/home.server';
import type { Actor } from '../contracts/accounts';
import type { Unit } from '../contracts/admin-units';
import type { CitedPaper } from '../contracts/directives';
import { localDay } from '../contracts/local-time';
import type { PlanChange, TaskContent } from '../contracts/plans';
import { queryRows, type Database } from '../server/db/client';
import {
	account,
	adminUnit,
	directive,
	plan,
	planBasis,
	planHistory,
	planTask,
	team,
} from '../server/db/schema';
import { NotFoundError } from '../server/errors';
import { readTeamPeople, type TeamPerson } from './team-of.server';
import { keepsPlansOf } from './keeper.server';

export interface PlanTaskLine extends TaskContent, Record<string, unknown> {
	id: number;
	/** Which of the team's members does it; null also for whoever doesn't see names. */
	memberName: string | null;
	isDropped: boolean;
	/** How many units were given it, and how many of them have done it. */
	given: number;
	done: number;
	/** The last day on which one of them did it; null until all have. */
	doneOn: string | null;
}

export interface PlanHistoryLine {
	change: PlanChange;
	/** The task's words as they are now; null for what concerns the plan as a whole. */
	task: string | null;
	reason: string;
	before: TaskContent | null;
	by: string;
	at: Date;
}

export interface PlanView {
	id: number;
	unit: Unit;
	/** Null for the unit's own plan. */
	team: { id: number; name: string } | null;
	/** Of the plan's team, for whoever may change the plan. */
	people: TeamPerson[];
	year: number;
	title: string;
	number: string;
	issuedOn: string | null;
	/** The oldest first. */
	basis: (CitedPaper & { id: number })[];
	/** By due day, dropped ones last. */
	tasks: PlanTaskLine[];
	/** How it was drawn up and adjusted, the newest first. */
	history: PlanHistoryLine[];
	mayChange: boolean;
}

const shownHistory = 50;
/** What units say of their own part: their tasks tell it. */
const ofUnits: PlanChange[] = ['taskDone', 'taskReopened'];

/**
 * A unit's plan with its tasks and what became of them.
 * @throws NotFoundError when there is none that the actor may see.
 */
export async function readPlan(
	database: Database,
	actor: Actor,
	id: number,
	today: string = localDay(new Date()),
): Promise<PlanView> {
	const [found] = await database
		.select({ plan, unit: unitColumns, team: { id: team.id, name: team.name } })
		.from(plan)
		.innerJoin(adminUnit, eq(adminUnit.id, plan.unitId))
		.leftJoin(team, eq(team.id, plan.teamId))
		.where(eq(plan.id, id));
	const missing = `There is no plan ${id}.`;
	if (!found) throw new NotFoundError(missing);
	await requireSight(database, actor, { roles: ['viewer'], unitId: found.unit.id, missing });
	const { year, title, number, issuedOn } = found.plan;
	const mayChange = await keepsPlansOf(database, actor, found.unit.id);
	return {
		...{ id, unit: found.unit, team: found.team, year, title, number, issuedOn },
		basis: await database
			.select({
				id: directive.id,
				kind: directive.kind,
				number: directive.number,
				issuedOn: directive.issuedOn,
				issuer: directive.issuer,
				subject: directive.subject,
			})
			.from(planBasis)
			.innerJoin(directive, eq(directive.id, planBasis.directiveId))
			.where(eq(planBasis.planId, id))
			.orderBy(asc(directive.issuedOn), asc(directive.id)),
		tasks: await readTasks(database, id, mayChange),
		history: await readHistory(database, id),
		people: mayChange ? await readTeamPeople(database, found.plan.teamId, today) : [],
		mayChange,
	};
}

const readTasks = (
	database: Database,
	planId: number,
	seesNames: boolean,
): Promise<PlanTaskLine[]> =>
	queryRows<PlanTaskLine>(
		database,
		sql`select task.id, task.what, task.lead, task.member_id as "memberId",
				${seesNames ? sql`member.full_name` : sql`null`} as "memberName", task.place, task.starts_on::text as "startsOn",
				task.due_on::text as "dueOn", task.product, task.dropped_at is not null as "isDropped",
				count(*)::int as given, count(*) filter (where given.state = 'done')::int as done,
				case when bool_and(given.state = 'done') then max(given.done_on)::text end as "doneOn"
			from plan_task task join task_assignment given on given.task_id = task.id
				left join team_member member on member.id = task.member_id
			where task.plan_id = ${planId}
			group by task.id, member.id
			order by task.dropped_at is not null, task.due_on, task.id`,
	);

const readHistory = (database: Database, planId: number): Promise<PlanHistoryLine[]> =>
	database
		.select({
			change: planHistory.change,
			task: planTask.what,
			reason: planHistory.reason,
			before: planHistory.before,
			by: account.displayName,
			at: planHistory.at,
		})
		.from(planHistory)
		.innerJoin(account, eq(account.id, planHistory.byAccountId))
		.leftJoin(planTask, eq(planTask.id, planHistory.taskId))
		.where(and(eq(planHistory.planId, planId), notInArray(planHistory.change, ofUnits)))
		.orderBy(desc(planHistory.id))
		.limit(shownHistory);
