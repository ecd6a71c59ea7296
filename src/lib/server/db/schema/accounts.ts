import {
	bigint,
	boolean,
	index,
	integer,
	jsonb,
	pgTable,
	primaryKey,
	text,
	timestamp,
	unique,
} from 'drizzle-orm/pg-core';
import type { Role } from '../../../contracts/accounts';
import { adminUnit } from './admin-units';
import { instant } from './columns';

export const account = pgTable('account', {
	id: integer().primaryKey().generatedAlwaysAsIdentity(),
	/** Sign-in name, lower case. */
	name: text().notNull().unique(),
	displayName: text('display_name').notNull(),
	/** For reminders; internal. */
	email: text(),
	/** argon2id, PHC string; null for accounts that sign in by links alone. */
	passwordHash: text('password_hash'),
	/** Made by somebody else and shown once: it opens nothing but the choice of one's own. */
	passwordTemporary: boolean('password_temporary').notNull().default(false),
	createdAt: instant('created_at').notNull().defaultNow(),
	disabledAt: instant('disabled_at'),
	/** When names and addresses were taken out of it for good. */
	erasedAt: instant('erased_at'),
});

/** A role holds for a unit and everything below it. */
export const roleGrant = pgTable(
	'role_grant',
	{
		id: integer().primaryKey().generatedAlwaysAsIdentity(),
		accountId: integer('account_id')
			.notNull()
			.references(() => account.id, { onDelete: 'cascade' }),
		role: text().$type<Role>().notNull(),
		unitId: integer('unit_id')
			.notNull()
			.references(() => adminUnit.id),
	},
	(table) => [unique('role_grant_once').on(table.accountId, table.role, table.unitId)],
);

export const session = pgTable(
	'session',
	{
		/** SHA-256 of the random token in the cookie, hex. */
		tokenHash: text('token_hash').primaryKey(),
		accountId: integer('account_id')
			.notNull()
			.references(() => account.id, { onDelete: 'cascade' }),
		createdAt: instant('created_at').notNull().defaultNow(),
		expiresAt: instant('expires_at').notNull(),
		userAgent: text('user_agent').notNull().default(''),
		/** Whether a code was asked and given when it began. */
		secondStep: boolean('second_step').notNull().default(false),
		/** Whether a one-time link began it: then it opens no right that asks for a second factor. */
		byLink: boolean('by_link').notNull().default(false),
	},
	(table) => [index('session_account').on(table.accountId)],
);

/**
 * What an authenticator app shares with us. Nobody could type a key at every start, and one kept
 * beside the database would protect nothing: so the secret is stored as it is, in a table of its own.
 */
export const secondFactor = pgTable('second_factor', {
	accountId: integer('account_id')
		.primaryKey()
		.references(() => account.id, { onDelete: 'cascade' }),
	/** Base32. */
	secret: text().notNull(),
	confirmedAt: instant('confirmed_at').notNull(),
	/** The time step of the newest code that was taken: none up to it is taken again. */
	lastStep: bigint('last_step', { mode: 'number' }).notNull(),
});

/** Each stands in for a code of the app, once. */
export const recoveryCode = pgTable(
	'recovery_code',
	{
		accountId: integer('account_id')
			.notNull()
			.references(() => account.id, { onDelete: 'cascade' }),
		/** argon2id, hex: of the code, or of the hash under which a code of before was kept. */
		codeHash: text('code_hash').notNull(),
		/** False for what was kept before, maybe as a plain hash, until housekeeping hashes it once more. */
		slow: boolean().notNull().default(true),
		usedAt: instant('used_at'),
	},
	(table) => [primaryKey({ columns: [table.accountId, table.codeHash] })],
);

/** A sign-in that asks for more: a second factor, or a password of one's own. No session yet. */
export const signInStep = pgTable('sign_in_step', {
	/** SHA-256 of the random token in the cookie, hex. */
	tokenHash: text('token_hash').primaryKey(),
	accountId: integer('account_id')
		.notNull()
		.references(() => account.id, { onDelete: 'cascade' }),
	expiresAt: instant('expires_at').notNull(),
	byLink: boolean('by_link').notNull().default(false),
	/** Whether a code was asked and given: what is left is the password. */
	secondStep: boolean('second_step').notNull().default(false),
});

/** A browser in which the owner of an account signed in: others' wrong guesses don't slow it down. */
export const trustedDevice = pgTable(
	'trusted_device',
	{
		/** SHA-256 of the random token in the cookie, hex. */
		tokenHash: text('token_hash').notNull(),
		accountId: integer('account_id')
			.notNull()
			.references(() => account.id, { onDelete: 'cascade' }),
		lastUsedAt: instant('last_used_at').notNull(),
	},
	(table) => [primaryKey({ columns: [table.tokenHash, table.accountId] })],
);

/** Wrong guesses counted for all nodes; its columns are those of rate-limiter-flexible. */
export const attempt = pgTable(
	'attempt',
	{
		key: text().primaryKey(),
		points: integer().notNull(),
		expire: timestamp({ withTimezone: true }),
	},
	(table) => [index('attempt_expire').on(table.expire)],
);

/** A one-time way in that a unit above hands to a leader. */
export const signInLink = pgTable(
	'sign_in_link',
	{
		id: integer().primaryKey().generatedAlwaysAsIdentity(),
		accountId: integer('account_id')
			.notNull()
			.references(() => account.id, { onDelete: 'cascade' }),
		/**
		 * argon2id of the code, hex; the code itself is shown once and not kept. Those of before, plain
		 * hashes of shorter codes, end by themselves within a week.
		 */
		codeHash: text('code_hash').notNull().unique(),
		issuedBy: integer('issued_by')
			.notNull()
			.references(() => account.id),
		issuedAt: instant('issued_at').notNull().defaultNow(),
		expiresAt: instant('expires_at').notNull(),
		usedAt: instant('used_at'),
		revokedAt: instant('revoked_at'),
	},
	(table) => [index('sign_in_link_account').on(table.accountId)],
);

/** After how many months personal data are erased; one row for each kind of data that was set. */
export const retentionSetting = pgTable('retention_setting', {
	kind: text().$type<'accounts' | 'members'>().primaryKey(),
	months: integer().notNull(),
	changedAt: instant('changed_at').notNull().defaultNow(),
});

export const apiToken = pgTable('api_token', {
	id: integer().primaryKey().generatedAlwaysAsIdentity(),
	accountId: integer('account_id')
		.notNull()
		.references(() => account.id, { onDelete: 'cascade' }),
	label: text().notNull(),
	/** SHA-256 of the token, hex; the token itself is shown once and not kept. */
	tokenHash: text('token_hash').notNull().unique(),
	createdAt: instant('created_at').notNull().defaultNow(),
	lastUsedAt: instant('last_used_at'),
	revokedAt: instant('revoked_at'),
});

/**
 * Who besides its owner knows a credential of an account, and from when until when: what came through
 * the account in that time may be theirs.
 */
export const credentialKnowledge = pgTable(
	'credential_knowledge',
	{
		id: integer().primaryKey().generatedAlwaysAsIdentity(),
		accountId: integer('account_id')
			.notNull()
			.references(() => account.id, { onDelete: 'cascade' }),
		knownTo: integer('known_to')
			.notNull()
			.references(() => account.id, { onDelete: 'cascade' }),
		kind: text().$type<'link' | 'password' | 'secondFactor' | 'token'>().notNull(),
		linkId: integer('link_id').references(() => signInLink.id, { onDelete: 'cascade' }),
		tokenId: integer('token_id').references(() => apiToken.id, { onDelete: 'cascade' }),
		/** Null for a link that nobody has used. */
		since: instant('since'),
		until: instant('until'),
	},
	(table) => [index('credential_knowledge_account').on(table.accountId)],
);

/** Who did what. A trigger refuses UPDATE, DELETE and TRUNCATE, but for what is pruned with a reason. */
export const auditLog = pgTable(
	'audit_log',
	{
		id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
		at: instant('at').notNull().defaultNow(),
		/** Null for the command line. */
		accountId: integer('account_id'),
		/** Dotted verb, such as `report.approve`. */
		action: text().notNull(),
		/** What it was done to, such as `report:12`. */
		subject: text().notNull(),
		details: jsonb().$type<Record<string, unknown>>().notNull().default({}),
	},
	(table) => [
		index('audit_log_account').on(table.accountId, table.at),
		index('audit_log_action').on(table.action, table.at),
		index('audit_log_at').on(table.at),
	],
);

/**
 * The chain of the audit log: one seal for every entry that is committed, in an order of its own, each with
 * the hash of the one before. It holds hashes alone and outlives what is pruned.
 */
export const auditSeal = pgTable('audit_seal', {
	/** From 1, without gaps. */
	sequence: bigint({ mode: 'number' }).primaryKey(),
	entryId: bigint('entry_id', { mode: 'number' }).notNull().unique(),
	/** SHA-256 of the entry, hexadecimal. */
	entryHash: text('entry_hash').notNull(),
	/** SHA-256 of what this seal says and of the seal before, hexadecimal. */
	hash: text().notNull(),
	sealedAt: instant('sealed_at').notNull(),
});
