import { sql } from 'drizzle-orm';
import {
	check,
	foreignKey,
	index,
	integer,
	jsonb,
	pgTable,
	primaryKey,
	text,
	unique,
} from 'drizzle-orm/pg-core';
import type {
	AnswerValues,
	Audience,
	InquiryChange,
	InquiryState,
	Question,
} from '../../../contracts/inquiries';
import { account } from './accounts';
import { adminUnit } from './admin-units';
import { instant } from './columns';

/** Questions of its own that a unit asks of units below it, once; never a figure of the catalogue. */
export const inquiry = pgTable(
	'inquiry',
	{
		id: integer().primaryKey().generatedAlwaysAsIdentity(),
		/** Who asks. */
		unitId: integer('unit_id')
			.notNull()
			.references(() => adminUnit.id),
		title: text().notNull(),
		/** Why it is asked. */
		reason: text().notNull(),
		/** The paper that it rests on, in words. */
		basis: text().notNull(),
		/** The instant before which an answer is on time. */
		dueAt: instant('due_at').notNull(),
		audience: jsonb().$type<Audience>().notNull(),
		state: text().$type<InquiryState>().notNull().default('draft'),
		drawnUpBy: integer('drawn_up_by')
			.notNull()
			.references(() => account.id),
		drawnUpAt: instant('drawn_up_at').notNull(),
		sentAt: instant('sent_at'),
	},
	(table) => [
		index('inquiry_unit').on(table.unitId),
		index('inquiry_state').on(table.state, table.dueAt),
	],
);

/** The questions as they were sent, or are being written; the newest that was issued is what is asked. */
export const inquiryVersion = pgTable(
	'inquiry_version',
	{
		inquiryId: integer('inquiry_id')
			.notNull()
			.references(() => inquiry.id),
		/** 1, 2, 3 … */
		version: integer().notNull(),
		questions: jsonb().$type<Question[]>().notNull(),
		/** From here on nothing about it changes; null: being written. */
		issuedAt: instant('issued_at'),
	},
	(table) => [
		primaryKey({ columns: [table.inquiryId, table.version] }),
		check('inquiry_version_number', sql`${table.version} > 0`),
	],
);

/** A unit that was asked, and what it has written but not handed in. */
export const inquiryRecipient = pgTable(
	'inquiry_recipient',
	{
		inquiryId: integer('inquiry_id')
			.notNull()
			.references(() => inquiry.id),
		unitId: integer('unit_id')
			.notNull()
			.references(() => adminUnit.id),
		/** Internal. */
		draft: jsonb().$type<AnswerValues>(),
		draftBy: integer('draft_by').references(() => account.id),
		draftAt: instant('draft_at'),
	},
	(table) => [
		primaryKey({ columns: [table.inquiryId, table.unitId] }),
		index('inquiry_recipient_unit').on(table.unitId),
	],
);

/** An answer as it was handed in; the newest revision counts, the first one says whether it was late. */
export const inquiryAnswer = pgTable(
	'inquiry_answer',
	{
		inquiryId: integer('inquiry_id').notNull(),
		unitId: integer('unit_id').notNull(),
		/** 1, 2, 3 … */
		revision: integer().notNull(),
		/** Of the questions that it answers. */
		version: integer().notNull(),
		/** Internal. */
		answers: jsonb().$type<AnswerValues>().notNull(),
		submittedBy: integer('submitted_by')
			.notNull()
			.references(() => account.id),
		submittedAt: instant('submitted_at').notNull(),
	},
	(table) => [
		primaryKey({ columns: [table.inquiryId, table.unitId, table.revision] }),
		foreignKey({
			columns: [table.inquiryId, table.unitId],
			foreignColumns: [inquiryRecipient.inquiryId, inquiryRecipient.unitId],
		}),
		foreignKey({
			columns: [table.inquiryId, table.version],
			foreignColumns: [inquiryVersion.inquiryId, inquiryVersion.version],
		}),
	],
);

/** What happened to an inquiry, in order. */
export const inquiryHistory = pgTable(
	'inquiry_history',
	{
		id: integer().primaryKey().generatedAlwaysAsIdentity(),
		inquiryId: integer('inquiry_id')
			.notNull()
			.references(() => inquiry.id),
		change: text().$type<InquiryChange>().notNull(),
		reason: text().notNull().default(''),
		/** The deadline until then, of one that was extended. */
		dueBefore: instant('due_before'),
		/** Of a correction: which version it made. */
		version: integer(),
		byAccountId: integer('by_account_id')
			.notNull()
			.references(() => account.id),
		at: instant('at').notNull(),
	},
	(table) => [index('inquiry_history_inquiry').on(table.inquiryId)],
);

/** A reminder of an inquiry's deadline, sent once to an account; as `reminder` is of a period's. */
export const inquiryReminder = pgTable(
	'inquiry_reminder',
	{
		id: integer().primaryKey().generatedAlwaysAsIdentity(),
		inquiryId: integer('inquiry_id')
			.notNull()
			.references(() => inquiry.id),
		accountId: integer('account_id')
			.notNull()
			.references(() => account.id),
		/** The deadline and the days from it. */
		step: text().notNull(),
		claimedAt: instant('claimed_at').notNull(),
		sentAt: instant('sent_at'),
	},
	(table) => [unique('inquiry_reminder_once').on(table.inquiryId, table.accountId, table.step)],
);
