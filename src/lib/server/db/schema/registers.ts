import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { account } from './accounts';
import { adminUnit } from './admin-units';
import { instant } from './columns';

/**
 * Why a unit may report more households than its register says, and up to how many: said by the
 * level above. What was withdrawn is kept.
 */
export const registerExplanation = pgTable(
	'register_explanation',
	{
		id: integer().primaryKey().generatedAlwaysAsIdentity(),
		unitId: integer('unit_id')
			.notNull()
			.references(() => adminUnit.id),
		households: integer().notNull(),
		reason: text().notNull(),
		createdBy: integer('created_by')
			.notNull()
			.references(() => account.id),
		createdAt: instant('created_at').notNull(),
		withdrawnBy: integer('withdrawn_by').references(() => account.id),
		withdrawnAt: instant('withdrawn_at'),
	},
	(table) => [
		index('register_explanation_unit').on(table.unitId),
		check('register_explanation_households', sql`${table.households} > 0`),
		check(
			'register_explanation_withdrawn',
			sql`(${table.withdrawnBy} is null) = (${table.withdrawnAt} is null)`,
		),
	],
);
