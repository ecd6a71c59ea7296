import {
	bigint,
	index,
	integer,
	jsonb,
	pgTable,
	text,
	timestamp,
	unique,
} from 'drizzle-orm/pg-core';
import type { Role } from '../../../contracts/accounts';
import { adminUnit } from './admin-units';

const instant = (name: string) => timestamp(name, { withTimezone: true });

export const account = pgTable('account', {
	id: integer().primaryKey().generatedAlwaysAsIdentity(),
	/** Sign-in name, lower case. */
	name: text().notNull().unique(),
	displayName: text('display_name').notNull(),
	/** argon2id, PHC string. */
	passwordHash: text('password_hash').notNull(),
	createdAt: instant('created_at').notNull().defaultNow(),
	disabledAt: instant('disabled_at'),
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
	},
	(table) => [index('session_account').on(table.accountId)],
);

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

/** Who did what. A trigger refuses UPDATE, DELETE and TRUNCATE. */
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
	(table) => [index('audit_log_account').on(table.accountId, table.at)],
);
