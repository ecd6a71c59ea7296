import {
	bigint,
	boolean,
	index,
	integer,
	jsonb,
	pgTable,
	primaryKey,
	text,
	timestamp,
} from 'drizzle-orm/pg-core';
import type { ChangePayload } from '../../../contracts/events';
import type { Basis } from '../../../contracts/coverage';
import { adminUnit } from './admin-units';
import { reportingPeriod } from './reports';

const instant = (name: string) => timestamp(name, { withTimezone: true });

/**
 * Derived, recomputed and never set by hand: what a unit's households can do in a period.
 * For each measure, `able` counts households and `base` the households of those reporting units
 * where both numbers are known, in the order of `measures` in contracts/coverage.ts.
 */
export const coverage = pgTable(
	'coverage',
	{
		unitId: integer('unit_id')
			.notNull()
			.references(() => adminUnit.id),
		periodId: integer('period_id')
			.notNull()
			.references(() => reportingPeriod.id),
		basis: text().$type<Basis>().notNull(),
		able: integer().array().notNull(),
		base: integer().array().notNull(),
		/** Bit k set: the public sees "< 5" for measure k (see coverage/disclosure.ts). */
		hiddenMeasures: integer('hidden_measures').notNull().default(0),
		/** Reports counted in, of which received before their own due date. */
		reports: integer().notNull(),
		reportsOnTime: integer('reports_on_time').notNull(),
		/** The unit's own report counts, and replaces those below it. */
		ownReport: boolean('own_report').notNull(),
		/** When the last of the counted reports was first received. */
		receivedAt: instant('received_at').notNull(),
		/** When the newest counted revision was approved; null for a provisional row. */
		approvedAt: instant('approved_at'),
	},
	(table) => [
		primaryKey({ columns: [table.unitId, table.periodId, table.basis] }),
		// With the unit, since it is taken for look-ups by key too while statistics know nothing of a month.
		index('coverage_period').on(table.periodId, table.basis, table.unitId),
	],
);

/** The only bus: every screen catches up by asking what came after number N. */
export const changeLog = pgTable('change_log', {
	number: bigint({ mode: 'number' }).primaryKey(),
	at: instant('at').notNull().defaultNow(),
	payload: jsonb().$type<ChangePayload>().notNull(),
});

/** One row. Locked `for update` before anything is recomputed, so numbers follow commit order. */
export const changeCounter = pgTable('change_counter', {
	id: integer().primaryKey(),
	lastNumber: bigint('last_number', { mode: 'number' }).notNull(),
	/** Entries up to this number were pruned; an older client takes a new snapshot. */
	prunedTo: bigint('pruned_to', { mode: 'number' }).notNull().default(0),
});
