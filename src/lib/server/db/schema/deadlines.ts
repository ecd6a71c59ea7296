import { sql } from 'drizzle-orm';
import {
	check,
	date,
	index,
	integer,
	jsonb,
	pgTable,
	text,
	timestamp,
	unique,
} from 'drizzle-orm/pg-core';
import type { DueDays } from '../../../contracts/reports';
import { account } from './accounts';
import { adminUnit } from './admin-units';
import { reportingPeriod } from './reports';

const instant = (name: string) => timestamp(name, { withTimezone: true });

/**
 * The rules of reporting from a day on, for a unit and everything below it; without a unit they are
 * the country's. Never rewritten: what changes is a new version, and periods keep what they began with.
 */
export const deadlineVersion = pgTable(
	'deadline_version',
	{
		id: integer().primaryKey().generatedAlwaysAsIdentity(),
		unitId: integer('unit_id').references(() => adminUnit.id),
		/** Periods that begin on this day or later. */
		validFrom: date('valid_from').notNull(),
		/** Which document and clause ask for it. */
		clause: text().notNull(),
		/** By kind and level: received before this day of the period's last month; null: before it ends. */
		dueDays: jsonb('due_days').$type<DueDays>().notNull(),
		/** Figures as of this day of the period's last month; null: as of its last day. */
		cutOffDay: integer('cut_off_day'),
		/** A first report that is returned stays on time when answered within this many days. */
		returnGraceDays: integer('return_grace_days').notNull(),
		/** Intake closes this many days after the deadline; null: never. */
		lockAfterDays: integer('lock_after_days'),
		/** Reminders are sent this many days before the deadline. */
		remindDaysBefore: integer('remind_days_before').array().notNull(),
		/** And this many after it. */
		remindDaysAfter: integer('remind_days_after').array().notNull(),
		/** The level above is told of what is missing this many days after the deadline. */
		escalateAfterDays: integer('escalate_after_days').notNull(),
		createdBy: integer('created_by').references(() => account.id),
		createdAt: instant('created_at').notNull().defaultNow(),
	},
	(table) => [
		unique('deadline_version_once').on(table.unitId, table.validFrom).nullsNotDistinct(),
		check('deadline_version_grace', sql`${table.returnGraceDays} >= 0`),
	],
);

/** Lets a unit and those below it report on a period after it was closed. */
export const deadlineException = pgTable(
	'deadline_exception',
	{
		id: integer().primaryKey().generatedAlwaysAsIdentity(),
		unitId: integer('unit_id')
			.notNull()
			.references(() => adminUnit.id),
		periodId: integer('period_id')
			.notNull()
			.references(() => reportingPeriod.id),
		/** Exclusive. */
		until: instant('until').notNull(),
		reason: text().notNull(),
		createdBy: integer('created_by')
			.notNull()
			.references(() => account.id),
		createdAt: instant('created_at').notNull().defaultNow(),
	},
	(table) => [index('deadline_exception_period').on(table.periodId, table.unitId)],
);

/** A message that was sent, or is being sent: whoever stores the row sends it. */
export const reminder = pgTable(
	'reminder',
	{
		id: integer().primaryKey().generatedAlwaysAsIdentity(),
		periodId: integer('period_id')
			.notNull()
			.references(() => reportingPeriod.id),
		accountId: integer('account_id')
			.notNull()
			.references(() => account.id),
		/** `village-3`, `village+0`, `commune+5 escalation`: level, days from the deadline, what for. */
		step: text().notNull(),
		sentAt: instant('sent_at').notNull(),
	},
	(table) => [unique('reminder_once').on(table.periodId, table.accountId, table.step)],
);
