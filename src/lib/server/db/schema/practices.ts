import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import type { PracticeState } from '../../../contracts/practices';
import type { DigitalSkill } from '../../../contracts/teams/teams';
import { account } from './accounts';
import { adminUnit } from './admin-units';
import { storedFile } from './files';
import { instant } from './columns';

/** What a team did that others can learn from. Public once published, and never with a person's name. */
export const practice = pgTable(
	'practice',
	{
		id: integer().primaryKey().generatedAlwaysAsIdentity(),
		/** Whose team wrote it. */
		unitId: integer('unit_id')
			.notNull()
			.references(() => adminUnit.id),
		title: text().notNull(),
		/** Null: all five, or none in particular. */
		skill: integer().$type<DigitalSkill>(),
		doing: text().notNull(),
		result: text().notNull(),
		state: text().$type<PracticeState>().notNull(),
		writtenBy: integer('written_by')
			.notNull()
			.references(() => account.id),
		changedAt: instant('changed_at').notNull(),
		publishedAt: instant('published_at'),
	},
	(table) => [
		index('practice_unit').on(table.unitId),
		index('practice_state').on(table.state, table.publishedAt),
		check('practice_skill', sql`${table.skill} between 1 and 5`),
	],
);

export const practicePhoto = pgTable(
	'practice_photo',
	{
		id: integer().primaryKey().generatedAlwaysAsIdentity(),
		practiceId: integer('practice_id')
			.notNull()
			.references(() => practice.id),
		fileId: integer('file_id')
			.notNull()
			.references(() => storedFile.id),
		/** What is to be seen, for those who can't. */
		description: text().notNull(),
		/** Whoever handed it in states that nobody can be recognised: without it, it stays internal. */
		withoutFaces: boolean('without_faces').notNull(),
	},
	(table) => [index('practice_photo_practice').on(table.practiceId)],
);

/** What became of a practice, in order. */
export const practiceEvent = pgTable(
	'practice_event',
	{
		id: integer().primaryKey().generatedAlwaysAsIdentity(),
		practiceId: integer('practice_id')
			.notNull()
			.references(() => practice.id),
		state: text().$type<PracticeState>().notNull(),
		text: text().notNull(),
		byAccountId: integer('by_account_id')
			.notNull()
			.references(() => account.id),
		at: instant('at').notNull(),
	},
	(table) => [index('practice_event_practice').on(table.practiceId)],
);
