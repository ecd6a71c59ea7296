import { sql } from 'drizzle-orm';
import {
	bigint,
	boolean,
	index,
	integer,
	jsonb,
	pgTable,
	primaryKey,
	text,
	unique,
} from 'drizzle-orm/pg-core';
import type { UnitKind } from '../../../contracts/admin-units';
import type { ChangePayload } from '../../../contracts/events';
import type { Basis, UnitFigures } from '../../../contracts/coverage';
import type { CorrectionCause, Publication, TakeDownReason } from '../../../contracts/publication';
import { adminUnit } from './admin-units';
import { reportingPeriod } from './periods';
import { instant } from './columns';

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
		/**
		 * Of an approved row: what public totals hold of it, without what waits (coverage/disclosure);
		 * empty until that is decided.
		 */
		publicAble: integer('public_able').array().notNull().default([]),
		publicBase: integer('public_base').array().notNull().default([]),
		/** Bit k set: a count of measure k waits, here or below. */
		waitingMeasures: integer('waiting_measures').notNull().default(0),
		/** What was published of an approved report of the unit's own; null for sums. */
		publication: jsonb().$type<Publication>(),
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
		// Empty, but right after an upgrade or the restoring of an old backup.
		index('coverage_unpublished')
			.on(table.periodId, table.unitId)
			.where(
				sql`${table.basis} = 'approved' and ${table.ownReport} and ${table.publication} is null`,
			),
	],
);

/** The only bus: every screen catches up by asking what came after number N. */
export const changeLog = pgTable(
	'change_log',
	{
		number: bigint({ mode: 'number' }).primaryKey(),
		at: instant('at').notNull().defaultNow(),
		payload: jsonb().$type<ChangePayload>().notNull(),
	},
	// Old entries are pruned by their time, under the lock that every writer waits for.
	({ at }) => [index().on(at)],
);

/** One row. Locked `for update` before anything is recomputed, so numbers follow commit order. */
export const changeCounter = pgTable('change_counter', {
	id: integer().primaryKey(),
	lastNumber: bigint('last_number', { mode: 'number' }).notNull(),
	/** Entries up to this number were pruned; an older client takes a new snapshot. */
	prunedTo: bigint('pruned_to', { mode: 'number' }).notNull().default(0),
});

/**
 * What the public was ever shown of communes and whatever lies above them, so that a picture of any
 * change number can be had again, and every correction be told. Nothing is changed or removed here.
 * `number` is the last one of the transaction: no picture is of half of it.
 */
export const publishedFigures = pgTable(
	'published_figures',
	{
		periodId: integer('period_id')
			.notNull()
			.references(() => reportingPeriod.id),
		unitId: integer('unit_id')
			.notNull()
			.references(() => adminUnit.id),
		number: bigint({ mode: 'number' }).notNull(),
		at: instant('at').notNull().defaultNow(),
		/** What the unit was called then: a slip in a name may be corrected, what was published not. */
		kind: text().$type<UnitKind>().notNull(),
		name: text().notNull(),
		/** As the public got them; null where nothing was left. */
		figures: jsonb().$type<UnitFigures>(),
		/** Why, where an approved report here or below was replaced by another one. */
		correction: text().$type<CorrectionCause>(),
	},
	(table) => [
		primaryKey({ columns: [table.periodId, table.unitId, table.number] }),
		index('published_figures_correction')
			.on(table.number)
			.where(sql`${table.correction} is not null`),
	],
);

/**
 * What the record shows no more, by decision: the figures that a unit showed of a period under `number`,
 * until others replaced them under `beforeNumber`.
 */
export const takeDown = pgTable(
	'take_down',
	{
		id: integer().primaryKey().generatedAlwaysAsIdentity(),
		periodId: integer('period_id')
			.notNull()
			.references(() => reportingPeriod.id),
		unitId: integer('unit_id')
			.notNull()
			.references(() => adminUnit.id),
		number: bigint({ mode: 'number' }).notNull(),
		beforeNumber: bigint('before_number', { mode: 'number' }).notNull(),
		/** The unit and those above it, whose sums held the same figures and were replaced as well. */
		unitIds: integer('unit_ids').array().notNull(),
		reason: text().$type<TakeDownReason>().notNull(),
		at: instant('at').notNull(),
	},
	(table) => [unique('take_down_once').on(table.periodId, table.unitId, table.number)],
);
