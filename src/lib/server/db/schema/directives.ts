import { date, index, integer, pgTable, text, unique } from 'drizzle-orm/pg-core';
import type { DirectiveKind } from '../../../contracts/directives';
import { account } from './accounts';
import { adminUnit } from './admin-units';
import { storedFile } from './files';
import { instant } from './columns';

/** A paper that sets work: a decision, a plan, guidance. Internal: for its unit and everything below. */
export const directive = pgTable(
	'directive',
	{
		id: integer().primaryKey().generatedAlwaysAsIdentity(),
		/** In whose register it stands. */
		unitId: integer('unit_id')
			.notNull()
			.references(() => adminUnit.id),
		kind: text().$type<DirectiveKind>().notNull(),
		/** As printed: `828/QĐ-UBND`. */
		number: text().notNull(),
		issuedOn: date('issued_on').notNull(),
		issuer: text().notNull(),
		subject: text().notNull(),
		/** `searchKey` of number, issuer and subject. */
		searchText: text('search_text').notNull(),
		fileId: integer('file_id').references(() => storedFile.id),
		registeredBy: integer('registered_by')
			.notNull()
			.references(() => account.id),
		registeredAt: instant('registered_at').notNull(),
	},
	(table) => [
		unique('directive_once').on(table.unitId, table.number, table.issuedOn, table.issuer),
		index('directive_issued').on(table.issuedOn),
	],
);
