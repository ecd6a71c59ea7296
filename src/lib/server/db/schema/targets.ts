import { sql } from 'drizzle-orm';
import { check, index, integer, numeric, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { account } from './accounts';
import { adminUnit } from './admin-units';
import { indicator } from './indicators';
import { instant } from './columns';

/**
 * What a unit is to reach by the end of a year. Never overwritten: a changed target is replaced by a
 * new row that says why.
 */
export const target = pgTable(
	'target',
	{
		id: integer().primaryKey().generatedAlwaysAsIdentity(),
		unitId: integer('unit_id')
			.notNull()
			.references(() => adminUnit.id),
		indicatorCode: text('indicator_code')
			.notNull()
			.references(() => indicator.code),
		year: integer().notNull(),
		/** A count, or a share 0–1 of a ratio; null: the target was withdrawn. */
		value: numeric({ mode: 'number' }),
		/** Why an earlier target was changed; empty for the first. */
		reason: text().notNull(),
		setBy: integer('set_by')
			.notNull()
			.references(() => account.id),
		setAt: instant('set_at').notNull(),
		/** Null for the one in force. */
		replacedAt: instant('replaced_at'),
	},
	(table) => [
		uniqueIndex('target_in_force')
			.on(table.unitId, table.indicatorCode, table.year)
			.where(sql`${table.replacedAt} is null`),
		index('target_year').on(table.year, table.indicatorCode),
		check('target_value', sql`${table.value} >= 0`),
	],
);
