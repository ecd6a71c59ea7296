import { sql } from 'drizzle-orm';
import {
	boolean,
	check,
	date,
	index,
	integer,
	jsonb,
	pgTable,
	text,
	unique,
} from 'drizzle-orm/pg-core';
import { smallestRanges } from '../../../contracts/publication';
import { firstRegisterMarginPercent } from '../../../contracts/register-limit';
import type { DueDays } from '../../../contracts/reports';
import { account } from './accounts';
import { adminUnit } from './admin-units';
import { reportingPeriod } from './periods';
import { instant } from './columns';

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
		/** A quarter or year isn't asked for where its months were approved. */
		monthsSuffice: boolean('months_suffice').notNull().default(false),
		/** A report of so many percent more households than its register says is an error until explained. */
		registerMarginPercent: integer('register_margin_percent')
			.notNull()
			.default(firstRegisterMarginPercent),
		/** A hidden count of the public's can't be narrowed to fewer households, nor is a smaller one shown. */
		smallestRange: integer('smallest_range').notNull().default(smallestRanges.least),
		createdBy: integer('created_by').references(() => account.id),
		createdAt: instant('created_at').notNull().defaultNow(),
	},
	(table) => [
		unique('deadline_version_once').on(table.unitId, table.validFrom).nullsNotDistinct(),
		check('deadline_version_grace', sql`${table.returnGraceDays} >= 0`),
		check('deadline_version_register_margin', sql`${table.registerMarginPercent} >= 0`),
		check(
			'deadline_version_smallest_range',
			sql`${table.smallestRange} between ${sql.raw(`${smallestRanges.least} and ${smallestRanges.most}`)}`,
		),
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

/** A message that was sent, or that whoever claimed it is sending. */
export const reminder = pgTable(
	'reminder',
	{
		id: integer().primaryKey().generatedAlwaysAsIdentity(),
		/** Null for what isn't about reports: tasks. */
		periodId: integer('period_id').references(() => reportingPeriod.id),
		accountId: integer('account_id')
			.notNull()
			.references(() => account.id),
		/** `village-3`, `village+0`, `commune+5 escalation`: level, days from the deadline, what for. */
		step: text().notNull(),
		/** A claim that nobody has made good for a while is somebody else's. */
		claimedAt: instant('claimed_at').notNull(),
		sentAt: instant('sent_at'),
	},
	(table) => [
		unique('reminder_once').on(table.periodId, table.accountId, table.step).nullsNotDistinct(),
	],
);
