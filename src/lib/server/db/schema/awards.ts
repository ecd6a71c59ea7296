import { check, date, index, integer, pgTable, text, unique } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import type { CandidateKind } from '../../../contracts/awards/candidates';
import { account } from './accounts';
import { adminUnit } from './admin-units';
import { instant } from './columns';

/** A year's round of awards of one level; several live side by side, a past one stays readable. */
export const awardSeason = pgTable(
	'award_season',
	{
		id: integer().primaryKey().generatedAlwaysAsIdentity(),
		/** Whose chair decides. */
		unitId: integer('unit_id')
			.notNull()
			.references(() => adminUnit.id),
		year: integer().notNull(),
		name: text().notNull(),
		/** Local dates between which what is reported counts, the last one included. */
		countsFrom: date('counts_from').notNull(),
		countsUntil: date('counts_until').notNull(),
		openedBy: integer('opened_by')
			.notNull()
			.references(() => account.id),
		openedAt: instant('opened_at').notNull(),
	},
	(table) => [
		unique('award_season_name').on(table.unitId, table.year, table.name),
		check('award_season_counts', sql`${table.countsFrom} < ${table.countsUntil}`),
	],
);

/** What can be won in a season: its kind of candidate, and how many at most. */
export const awardCategory = pgTable(
	'award_category',
	{
		id: integer().primaryKey().generatedAlwaysAsIdentity(),
		seasonId: integer('season_id')
			.notNull()
			.references(() => awardSeason.id),
		kind: text().$type<CandidateKind>().notNull(),
		name: text().notNull(),
		quota: integer().notNull(),
	},
	(table) => [
		index('award_category_season').on(table.seasonId),
		unique('award_category_name').on(table.seasonId, table.name),
		check('award_category_quota', sql`${table.quota} > 0`),
	],
);
