import { index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import type { ScreenReport, ScreenShow } from '../../../contracts/screens';
import { account } from './accounts';
import { adminUnit } from './admin-units';
import { instant } from './columns';

/** A screen on a wall, which nobody signs in on: it may see what a viewer of its unit sees. */
export const screen = pgTable(
	'screen',
	{
		id: integer().primaryKey().generatedAlwaysAsIdentity(),
		name: text().notNull(),
		unitId: integer('unit_id')
			.notNull()
			.references(() => adminUnit.id),
		userAgent: text('user_agent').notNull(),
		/** Where it asked from, when it was paired. */
		address: text().notNull(),
		pairedBy: integer('paired_by')
			.notNull()
			.references(() => account.id),
		pairedAt: instant('paired_at').notNull(),
		revokedAt: instant('revoked_at'),
		lastSeenAt: instant('last_seen_at').notNull(),
		/** What it last said of itself, and when. */
		report: jsonb().$type<ScreenReport>(),
		reportedAt: instant('reported_at'),
		/** Makes the codes by which a phone proves that it stands before the screen. */
		remoteSecret: text('remote_secret').notNull(),
		/** Who holds the remote control, and until when. */
		remoteAccountId: integer('remote_account_id').references(() => account.id),
		remoteUntil: instant('remote_until'),
		/** What the remote control has it show; null when it goes its own way. */
		show: jsonb().$type<ScreenShow>(),
	},
	(table) => [index('screen_unit').on(table.unitId)],
);

/** What a screen has in its cookie: the newest, and the one before until the newest was used. */
export const screenToken = pgTable(
	'screen_token',
	{
		/** SHA-256 of the token, hex. */
		tokenHash: text('token_hash').primaryKey(),
		screenId: integer('screen_id')
			.notNull()
			.references(() => screen.id, { onDelete: 'cascade' }),
		createdAt: instant('created_at').notNull(),
		usedAt: instant('used_at'),
	},
	(table) => [index('screen_token_screen').on(table.screenId)],
);

/** A screen that shows a code and waits for an administrator. */
export const screenPairing = pgTable('screen_pairing', {
	/** SHA-256 of the secret in the screen's cookie, hex: its token, once it is approved. */
	tokenHash: text('token_hash').primaryKey(),
	/** What is typed in, without the hyphen. */
	code: text().notNull().unique(),
	userAgent: text('user_agent').notNull(),
	address: text().notNull(),
	width: integer().notNull(),
	height: integer().notNull(),
	askedAt: instant('asked_at').notNull(),
	expiresAt: instant('expires_at').notNull(),
	refusedAt: instant('refused_at'),
	screenId: integer('screen_id').references(() => screen.id, { onDelete: 'cascade' }),
});
