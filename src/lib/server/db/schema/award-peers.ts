import { doublePrecision, index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { account } from './accounts';
import { adminUnit } from './admin-units';
import { awardCategory } from './awards';
import { instant } from './columns';

/** Whom a unit is compared with in a category: the newest row of a unit holds, the others are its history. */
export const awardPeerGroup = pgTable(
	'award_peer_group',
	{
		id: integer().primaryKey().generatedAlwaysAsIdentity(),
		categoryId: integer('category_id')
			.notNull()
			.references(() => awardCategory.id),
		unitId: integer('unit_id')
			.notNull()
			.references(() => adminUnit.id),
		/** The most alike first. */
		peers: integer().array().notNull(),
		/** What it was computed from; null where nobody knows. */
		households: integer(),
		/** Households per square kilometre. */
		density: doublePrecision(),
		/** Empty for what was computed. */
		reason: text().notNull(),
		setBy: integer('set_by')
			.notNull()
			.references(() => account.id),
		setAt: instant('set_at').notNull(),
	},
	(table) => [index('award_peer_group_unit').on(table.categoryId, table.unitId, table.id)],
);
