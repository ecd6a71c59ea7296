import { date, index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { adminUnit } from './admin-units';

export const team = pgTable(
	'team',
	{
		id: integer().primaryKey().generatedAlwaysAsIdentity(),
		unitId: integer('unit_id')
			.notNull()
			.references(() => adminUnit.id),
		name: text().notNull(),
		foundedOn: date('founded_on').notNull(),
		/** Exclusive: the first day without the team. */
		closedOn: date('closed_on'),
	},
	(table) => [index('team_unit').on(table.unitId)],
);
