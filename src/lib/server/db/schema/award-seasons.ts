import { sql } from 'drizzle-orm';
import {
	check,
	doublePrecision,
	index,
	integer,
	jsonb,
	pgTable,
	primaryKey,
	text,
	unique,
	uniqueIndex,
} from 'drizzle-orm/pg-core';
import type { CriterionSetting } from '../../../contracts/awards/criteria';
import type { CriteriaState, SettingKey } from '../../../contracts/awards/seasons';
import { account } from './accounts';
import { awardCategory, awardSeason } from './awards';
import { adminUnit } from './admin-units';
import { instant } from './columns';

/** What a season's settings were set to, and why: the newest of a key holds, the others are its history. */
export const awardSetting = pgTable(
	'award_setting',
	{
		id: integer().primaryKey().generatedAlwaysAsIdentity(),
		seasonId: integer('season_id')
			.notNull()
			.references(() => awardSeason.id),
		key: text().$type<SettingKey>().notNull(),
		value: doublePrecision().notNull(),
		/** The paper that says so. */
		basis: text().notNull(),
		/** Empty for what the season began with. */
		reason: text().notNull(),
		setBy: integer('set_by')
			.notNull()
			.references(() => account.id),
		setAt: instant('set_at').notNull(),
	},
	(table) => [index('award_setting_season').on(table.seasonId, table.key, table.id)],
);

/** What a category counts and how much; once signed it doesn't change, a change is a new version. */
export const awardCriteriaVersion = pgTable(
	'award_criteria_version',
	{
		id: integer().primaryKey().generatedAlwaysAsIdentity(),
		categoryId: integer('category_id')
			.notNull()
			.references(() => awardCategory.id),
		version: integer().notNull(),
		state: text().$type<CriteriaState>().notNull(),
		criteria: jsonb().$type<CriterionSetting[]>().notNull(),
		/** Orders the units that stand as A, B, C… while this version is written; nobody is told. */
		shuffle: integer().notNull(),
		draftedBy: integer('drafted_by')
			.notNull()
			.references(() => account.id),
		draftedAt: instant('drafted_at').notNull(),
		signedBy: integer('signed_by').references(() => account.id),
		signedAt: instant('signed_at'),
		forcedBy: integer('forced_by').references(() => account.id),
		forcedAt: instant('forced_at'),
		/** SHA-256 of the criteria in canonical JSON, hexadecimal. */
		hash: text(),
	},
	(table) => [
		unique('award_criteria_version_number').on(table.categoryId, table.version),
		uniqueIndex('award_criteria_version_in_force')
			.on(table.categoryId)
			.where(sql`${table.state} = 'inForce'`),
		check('award_criteria_version_two_people', sql`${table.forcedBy} <> ${table.signedBy}`),
		check(
			'award_criteria_version_in_force_hash',
			sql`${table.state} in ('draft', 'signed') or (${table.forcedBy} is not null and ${table.hash} is not null)`,
		),
	],
);

/** Every trial of weights while a version was written: what was tried, by whom, and the shape that came of it. */
export const awardCriteriaTrial = pgTable(
	'award_criteria_trial',
	{
		id: integer().primaryKey().generatedAlwaysAsIdentity(),
		versionId: integer('version_id')
			.notNull()
			.references(() => awardCriteriaVersion.id),
		criteria: jsonb().$type<CriterionSetting[]>().notNull(),
		bands: integer().notNull(),
		/** Mean width of the units' rank intervals, in places. */
		sensitivity: doublePrecision().notNull(),
		triedBy: integer('tried_by')
			.notNull()
			.references(() => account.id),
		triedAt: instant('tried_at').notNull(),
	},
	(table) => [index('award_criteria_trial_version').on(table.versionId)],
);

/** A season's figures, criteria and code at one moment, in canonical JSON, and what came of them. */
export const awardFreeze = pgTable('award_freeze', {
	seasonId: integer('season_id')
		.primaryKey()
		.references(() => awardSeason.id),
	/** Units stand under keys that say nothing: whoever reads it can't name who has no place. */
	content: text().notNull(),
	/** SHA-256 of `content`, hexadecimal. */
	hash: text().notNull(),
	/** Scores and bands, in canonical JSON, and its SHA-256. */
	result: text().notNull(),
	resultHash: text('result_hash').notNull(),
	frozenBy: integer('frozen_by')
		.notNull()
		.references(() => account.id),
	frozenAt: instant('frozen_at').notNull(),
	/** Why before the calendar's day, for everybody to read; empty on it and after. */
	earlyReason: text('early_reason').notNull().default(''),
});

/** Whom a key of the frozen file stands for. */
export const awardFreezeUnit = pgTable(
	'award_freeze_unit',
	{
		seasonId: integer('season_id')
			.notNull()
			.references(() => awardFreeze.seasonId),
		categoryId: integer('category_id')
			.notNull()
			.references(() => awardCategory.id),
		key: text().notNull(),
		unitId: integer('unit_id')
			.notNull()
			.references(() => adminUnit.id),
		/** As many as it had then, which the file doesn't say: they would give it away. */
		households: integer(),
	},
	(table) => [primaryKey({ columns: [table.seasonId, table.key] })],
);
