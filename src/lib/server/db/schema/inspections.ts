import { sql } from 'drizzle-orm';
import { check, date, index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { account } from './accounts';
import { adminUnit } from './admin-units';
import { team } from './teams';
import { instant } from './columns';

/** A look that a level above took at a unit, or at one of its teams. Internal: both sides see it. */
export const inspection = pgTable(
	'inspection',
	{
		id: integer().primaryKey().generatedAlwaysAsIdentity(),
		/** Who looked. */
		unitId: integer('unit_id')
			.notNull()
			.references(() => adminUnit.id),
		inspectedUnitId: integer('inspected_unit_id')
			.notNull()
			.references(() => adminUnit.id),
		inspectedTeamId: integer('inspected_team_id').references(() => team.id),
		heldOn: date('held_on').notNull(),
		/** Who went: posts and bodies. */
		inspectors: text().notNull(),
		/** What was looked at. */
		subject: text().notNull(),
		/** What was found on the whole. */
		conclusion: text().notNull(),
		recordedBy: integer('recorded_by')
			.notNull()
			.references(() => account.id),
		recordedAt: instant('recorded_at').notNull(),
		cancelledAt: instant('cancelled_at'),
		cancelReason: text('cancel_reason').notNull().default(''),
	},
	(table) => [
		index('inspection_unit_day').on(table.unitId, table.heldOn),
		index('inspection_inspected').on(table.inspectedUnitId, table.heldOn),
	],
);

/** One thing that is to be mended, and what the unit answers. */
export const inspectionFinding = pgTable(
	'inspection_finding',
	{
		id: integer().primaryKey().generatedAlwaysAsIdentity(),
		inspectionId: integer('inspection_id')
			.notNull()
			.references(() => inspection.id),
		what: text().notNull(),
		/** The last day on which it is in time. */
		mendBy: date('mend_by').notNull(),
		mendedOn: date('mended_on'),
		answer: text().notNull().default(''),
		answeredBy: integer('answered_by').references(() => account.id),
		answeredAt: instant('answered_at'),
		/** Why those who looked did not take the last answer; empty unless it was given back. */
		returnReason: text('return_reason').notNull().default(''),
	},
	(table) => [
		index('inspection_finding_inspection').on(table.inspectionId),
		check(
			'inspection_finding_answered',
			sql`(${table.mendedOn} is null) = (${table.answeredAt} is null)`,
		),
	],
);
