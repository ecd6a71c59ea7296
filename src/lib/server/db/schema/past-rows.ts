import { index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { instant } from './columns';

/**
 * What rows of a few tables were before they were changed or deleted, without names: by these a wall that looks
 * back shows what it showed. Written by triggers, and read by `db/rows-as-of.ts` alone.
 */
export const pastRow = pgTable(
	'past_row',
	{
		id: integer().primaryKey().generatedAlwaysAsIdentity(),
		/** The table. */
		relation: text().notNull(),
		/** Of the row, its columns parted by `/`. */
		key: text().notNull(),
		content: jsonb().notNull(),
		/** When it became another one. */
		until: instant('until').notNull(),
	},
	(table) => [index('past_row_key').on(table.relation, table.key, table.until)],
);
