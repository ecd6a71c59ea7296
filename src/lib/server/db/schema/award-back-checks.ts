import { sql } from 'drizzle-orm';
import { check, date, index, integer, jsonb, pgTable, text, unique } from 'drizzle-orm/pg-core';
import type { CheckChannel, CheckFinding, CheckFrame } from '../../../contracts/awards/checks';
import { account } from './accounts';
import { adminUnit } from './admin-units';
import { awardSeason } from './awards';
import { instant } from './columns';

/** A draw of what is visited. Never deleted nor drawn again: one that is given up stays on record. */
export const awardCheckRound = pgTable(
	'award_check_round',
	{
		id: integer().primaryKey().generatedAlwaysAsIdentity(),
		seasonId: integer('season_id')
			.notNull()
			.references(() => awardSeason.id),
		/** 1, 2, 3 … in its season. */
		number: integer().notNull(),
		frame: jsonb().$type<CheckFrame>().notNull(),
		/** SHA-256 of the frame as canonical JSON, hexadecimal. */
		frameHash: text('frame_hash').notNull(),
		fixedBy: integer('fixed_by')
			.notNull()
			.references(() => account.id),
		fixedAt: instant('fixed_at').notNull(),
		/** What the dice showed, as two people typed it. */
		dice: text(),
		/** SHA-256 of the frame's hash and the dice. */
		seed: text(),
		drawnAt: instant('drawn_at'),
		abandonedBy: integer('abandoned_by').references(() => account.id),
		abandonedAt: instant('abandoned_at'),
		abandonedReason: text('abandoned_reason').notNull().default(''),
	},
	(table) => [
		unique('award_check_round_number').on(table.seasonId, table.number),
		check(
			'award_check_round_drawn',
			sql`(${table.dice} is null) = (${table.drawnAt} is null) and (${table.seed} is null) = (${table.drawnAt} is null)`,
		),
		check(
			'award_check_round_abandoned',
			sql`(${table.abandonedBy} is null) = (${table.abandonedAt} is null)`,
		),
	],
);

/** What somebody typed of the dice; every attempt is kept, the right ones and the wrong. */
export const awardCheckRoll = pgTable(
	'award_check_roll',
	{
		id: integer().primaryKey().generatedAlwaysAsIdentity(),
		roundId: integer('round_id')
			.notNull()
			.references(() => awardCheckRound.id),
		dice: text().notNull(),
		typedBy: integer('typed_by')
			.notNull()
			.references(() => account.id),
		typedAt: instant('typed_at').notNull(),
	},
	(table) => [index('award_check_roll_round').on(table.roundId)],
);

/** A household, by number alone, or a session that was drawn. */
export const awardCheckItem = pgTable(
	'award_check_item',
	{
		id: integer().primaryKey().generatedAlwaysAsIdentity(),
		roundId: integer('round_id')
			.notNull()
			.references(() => awardCheckRound.id),
		/** Whose share it tells of. */
		unitId: integer('unit_id')
			.notNull()
			.references(() => adminUnit.id),
		/** Where it lies. */
		placeId: integer('place_id')
			.notNull()
			.references(() => adminUnit.id),
		/** Number on the place's tally sheet, or the session's id. */
		number: integer().notNull(),
		/** 1, 2, 3 … as drawn in its unit. */
		lot: integer().notNull(),
	},
	(table) => [
		unique('award_check_item_once').on(table.roundId, table.unitId, table.placeId, table.number),
		index('award_check_item_unit').on(table.unitId),
		check('award_check_item_number', sql`${table.number} > 0 and ${table.lot} > 0`),
	],
);

/** What a visit found; the newest counts, those before stay. */
export const awardCheckResult = pgTable(
	'award_check_result',
	{
		id: integer().primaryKey().generatedAlwaysAsIdentity(),
		itemId: integer('item_id')
			.notNull()
			.references(() => awardCheckItem.id),
		finding: text().$type<CheckFinding>().notNull(),
		/** Internal; names nobody. */
		note: text().notNull(),
		channel: text().$type<CheckChannel>().notNull(),
		visitedOn: date('visited_on').notNull(),
		enteredBy: integer('entered_by')
			.notNull()
			.references(() => account.id),
		enteredAt: instant('entered_at').notNull(),
	},
	(table) => [index('award_check_result_item').on(table.itemId)],
);
