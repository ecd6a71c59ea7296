import { sql } from 'drizzle-orm';
import {
	check,
	date,
	index,
	integer,
	jsonb,
	pgTable,
	primaryKey,
	text,
	unique,
} from 'drizzle-orm/pg-core';
import type { AssignmentState, PlanChange, TaskContent } from '../../../contracts/plans';
import { account } from './accounts';
import { adminUnit } from './admin-units';
import { instant } from './columns';
import { directive } from './directives';
import { team, teamMember } from './teams';

/** A unit's or a team's plan for a year: what it means to do, who sees to it and by when. */
export const plan = pgTable(
	'plan',
	{
		id: integer().primaryKey().generatedAlwaysAsIdentity(),
		unitId: integer('unit_id')
			.notNull()
			.references(() => adminUnit.id),
		/** Which of the unit's teams it is of; null for the unit's own. */
		teamId: integer('team_id').references(() => team.id),
		year: integer().notNull(),
		title: text().notNull(),
		/** Of the paper that issued it; empty while it is a draft. */
		number: text().notNull().default(''),
		issuedOn: date('issued_on'),
		drawnUpBy: integer('drawn_up_by')
			.notNull()
			.references(() => account.id),
		drawnUpAt: instant('drawn_up_at').notNull(),
	},
	(table) => [
		unique('plan_unit_team_year').on(table.unitId, table.year, table.teamId).nullsNotDistinct(),
		index('plan_team').on(table.teamId),
	],
);

/** A paper of the register on which a plan rests. */
export const planBasis = pgTable(
	'plan_basis',
	{
		planId: integer('plan_id')
			.notNull()
			.references(() => plan.id),
		directiveId: integer('directive_id')
			.notNull()
			.references(() => directive.id),
	},
	(table) => [
		primaryKey({ columns: [table.planId, table.directiveId] }),
		index('plan_basis_directive').on(table.directiveId),
	],
);

export const planTask = pgTable(
	'plan_task',
	{
		id: integer().primaryKey().generatedAlwaysAsIdentity(),
		planId: integer('plan_id')
			.notNull()
			.references(() => plan.id),
		what: text().notNull(),
		lead: text().notNull(),
		/** Who of a team's members does it; null where a post or a body says enough. */
		memberId: integer('member_id').references(() => teamMember.id),
		place: text().notNull(),
		startsOn: date('starts_on').notNull(),
		/** The last day on which it is in time. */
		dueOn: date('due_on').notNull(),
		product: text().notNull(),
		/** When it was taken out of the plan; it stays to be read. */
		droppedAt: instant('dropped_at'),
	},
	(table) => [
		index('plan_task_plan').on(table.planId),
		check('plan_task_span', sql`${table.dueOn} >= ${table.startsOn}`),
	],
);

/** A task in the hands of one unit: the plan's own, or one below it. */
export const taskAssignment = pgTable(
	'task_assignment',
	{
		taskId: integer('task_id')
			.notNull()
			.references(() => planTask.id),
		unitId: integer('unit_id')
			.notNull()
			.references(() => adminUnit.id),
		state: text().$type<AssignmentState>().notNull().default('open'),
		doneOn: date('done_on'),
		/** What came of it, in the unit's words. Internal. */
		result: text().notNull().default(''),
	},
	(table) => [
		primaryKey({ columns: [table.taskId, table.unitId] }),
		index('task_assignment_unit').on(table.unitId, table.state),
		check('task_assignment_done', sql`(${table.state} = 'done') = (${table.doneOn} is not null)`),
	],
);

/** What happened to a plan, in order: an adjusted plan says what stood there before, and why. */
export const planHistory = pgTable(
	'plan_history',
	{
		id: integer().primaryKey().generatedAlwaysAsIdentity(),
		planId: integer('plan_id')
			.notNull()
			.references(() => plan.id),
		taskId: integer('task_id').references(() => planTask.id),
		/** Whose assignment it was, of a task that was done or reopened. */
		unitId: integer('unit_id').references(() => adminUnit.id),
		change: text().$type<PlanChange>().notNull(),
		reason: text().notNull().default(''),
		/** The task before it was changed. */
		before: jsonb().$type<TaskContent>(),
		byAccountId: integer('by_account_id')
			.notNull()
			.references(() => account.id),
		at: instant('at').notNull(),
	},
	(table) => [index('plan_history_plan').on(table.planId)],
);
