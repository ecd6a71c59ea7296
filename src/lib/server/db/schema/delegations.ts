import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { account } from './accounts';
import { adminUnit } from './admin-units';
import { instant } from './columns';

/** An approver's role in another account's hands while they are away. */
export const delegation = pgTable(
	'delegation',
	{
		id: integer().primaryKey().generatedAlwaysAsIdentity(),
		fromAccountId: integer('from_account_id')
			.notNull()
			.references(() => account.id, { onDelete: 'cascade' }),
		toAccountId: integer('to_account_id')
			.notNull()
			.references(() => account.id, { onDelete: 'cascade' }),
		/** The approver's own role has to hold here, for as long as the delegation does. */
		unitId: integer('unit_id')
			.notNull()
			.references(() => adminUnit.id),
		startsAt: instant('starts_at').notNull(),
		/** Exclusive. */
		endsAt: instant('ends_at').notNull(),
		reason: text().notNull(),
		createdAt: instant('created_at').notNull().defaultNow(),
		revokedAt: instant('revoked_at'),
	},
	(table) => [
		index('delegation_to').on(table.toAccountId),
		index('delegation_from').on(table.fromAccountId),
		check('delegation_span', sql`${table.endsAt} > ${table.startsAt}`),
	],
);
