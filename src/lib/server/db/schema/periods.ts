import { date, integer, pgTable, text } from 'drizzle-orm/pg-core';
import type { PeriodKind } from '../../../contracts/reports';
import { adminUnit } from './admin-units';

export const reportingPeriod = pgTable('reporting_period', {
	id: integer().primaryKey().generatedAlwaysAsIdentity(),
	/** `2026-10`, `2026-Q4`, `2026`, or an administrator's own. */
	code: text().notNull().unique(),
	kind: text().$type<PeriodKind>().notNull(),
	startsOn: date('starts_on').notNull(),
	/** Inclusive last day. */
	endsOn: date('ends_on').notNull(),
	/** What an ad hoc report is about. */
	title: text(),
	/** Who asks for an ad hoc report: units below it answer. Null: everybody's period. */
	unitId: integer('unit_id').references(() => adminUnit.id),
});
