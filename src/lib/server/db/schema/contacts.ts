import { integer, pgTable, text } from 'drizzle-orm/pg-core';
import { account } from './accounts';
import { adminUnit } from './admin-units';
import { instant } from './columns';

/** The office that citizens of a unit may ask: shown to everybody, so never a person's own number. */
export const officeContact = pgTable('office_contact', {
	unitId: integer('unit_id')
		.primaryKey()
		.references(() => adminUnit.id),
	office: text().notNull(),
	/** Empty like the others below where there is none. */
	phone: text().notNull(),
	email: text().notNull(),
	hours: text().notNull(),
	/** Address of a page or group on the web where questions are answered: Zalo, Mocha, Gapo … */
	channel: text().notNull().default(''),
	changedBy: integer('changed_by')
		.notNull()
		.references(() => account.id),
	changedAt: instant('changed_at').notNull(),
});
