import { integer, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import type {
	CountingUnit,
	Direction,
	IndicatorGroup,
	TimeRule,
	UnitRule,
} from '../../../contracts/indicators';
import { adminUnit } from './admin-units';

/** The catalogue; its first content is `lib/indicators/catalogue.ts`, kept up to date at every start. */
export const indicator = pgTable('indicator', {
	code: text().primaryKey(),
	nameVi: text('name_vi').notNull(),
	nameEn: text('name_en').notNull(),
	countingUnit: text('counting_unit').$type<CountingUnit>().notNull(),
	group: text('indicator_group').$type<IndicatorGroup>().notNull(),
	direction: text().$type<Direction>().notNull(),
	timeRule: text('time_rule').$type<TimeRule>().notNull(),
	unitRule: text('unit_rule').$type<UnitRule>().notNull(),
	/** Of a ratio: codes of what is divided by what. */
	numeratorCode: text('numerator_code'),
	denominatorCode: text('denominator_code'),
	definitionVi: text('definition_vi').notNull(),
	definitionEn: text('definition_en').notNull(),
	/** Document and clause the indicator comes from. */
	source: text().notNull(),
});

/** Indicators that a province doesn't ask for; what isn't here is asked. */
export const indicatorSwitch = pgTable(
	'indicator_switch',
	{
		unitId: integer('unit_id')
			.notNull()
			.references(() => adminUnit.id),
		indicatorCode: text('indicator_code')
			.notNull()
			.references(() => indicator.code),
		offSince: timestamp('off_since', { withTimezone: true }).notNull().defaultNow(),
	},
	(table) => [primaryKey({ columns: [table.unitId, table.indicatorCode] })],
);
