import { sql } from 'drizzle-orm';
import {
	boolean,
	check,
	date,
	index,
	integer,
	jsonb,
	pgTable,
	text,
	unique,
} from 'drizzle-orm/pg-core';
import type {
	ActivityAudience,
	ActivityContent,
	ActivityForm,
	ActivityKind,
	ActivityPartner,
	ActivityTopic,
} from '../../../contracts/activities';
import { account } from './accounts';
import { adminUnit } from './admin-units';
import { storedFile } from './files';
import { team } from './teams';
import { instant } from './columns';

/** One outreach session, class or round of visits. Never deleted: a random check can return to its id. */
export const activity = pgTable(
	'activity',
	{
		id: integer().primaryKey().generatedAlwaysAsIdentity(),
		/** Made up by the form: the same one sent twice is stored once. */
		key: text().notNull(),
		unitId: integer('unit_id')
			.notNull()
			.references(() => adminUnit.id),
		/** Which of the unit's teams; null for the unit itself. */
		teamId: integer('team_id').references(() => team.id),
		kind: text().$type<ActivityKind>().notNull(),
		topic: text().$type<ActivityTopic>().notNull(),
		form: text().$type<ActivityForm>().notNull().default('faceToFace'),
		/** For whom it was: none where nobody said, several where several came. */
		audiences: text().array().$type<ActivityAudience[]>().notNull().default([]),
		partners: jsonb().$type<ActivityPartner[]>().notNull().default([]),
		heldOn: date('held_on').notNull(),
		place: text().notNull(),
		attendance: integer(),
		households: integer(),
		leaflets: integer(),
		youths: integer(),
		byYouth: boolean('by_youth').notNull(),
		/** Internal, as is the photo. */
		note: text().notNull(),
		photoId: integer('photo_id').references(() => storedFile.id),
		recordedBy: integer('recorded_by')
			.notNull()
			.references(() => account.id),
		recordedAt: instant('recorded_at').notNull(),
		cancelledAt: instant('cancelled_at'),
	},
	(table) => [
		unique('activity_key').on(table.recordedBy, table.key),
		index('activity_unit_day').on(table.unitId, table.heldOn),
		index('activity_day').on(table.heldOn),
		check(
			'activity_counts',
			sql`${table.attendance} >= 0 and ${table.households} >= 0 and ${table.leaflets} >= 0 and ${table.youths} >= 0`,
		),
	],
);

/** Why an activity was corrected or cancelled, and what it said before. */
export const activityChange = pgTable(
	'activity_change',
	{
		id: integer().primaryKey().generatedAlwaysAsIdentity(),
		activityId: integer('activity_id')
			.notNull()
			.references(() => activity.id),
		change: text().$type<'corrected' | 'cancelled'>().notNull(),
		reason: text().notNull(),
		changedBy: integer('changed_by')
			.notNull()
			.references(() => account.id),
		changedAt: instant('changed_at').notNull(),
		before: jsonb().$type<ActivityContent>().notNull(),
	},
	(table) => [index('activity_change_activity').on(table.activityId)],
);
