import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import type {
	TicketCategory,
	TicketKind,
	TicketState,
	TicketStep,
} from '../../../contracts/tickets';
import { account } from './accounts';
import { adminUnit } from './admin-units';
import { instant } from './columns';

/**
 * A difficulty or proposal. At which level it stands follows from `waitingSince` and `risesAfterDays`
 * while it is open, so that nothing has to run at night; an answer fixes it.
 */
export const ticket = pgTable(
	'ticket',
	{
		id: integer().primaryKey().generatedAlwaysAsIdentity(),
		/** Whose difficulty it is. */
		unitId: integer('unit_id')
			.notNull()
			.references(() => adminUnit.id),
		kind: text().$type<TicketKind>().notNull(),
		category: text().$type<TicketCategory>().notNull(),
		/** Internal. */
		text: text().notNull(),
		state: text().$type<TicketState>().notNull(),
		/** Null for a visitor of a public page, who isn't asked for a name. */
		raisedBy: integer('raised_by').references(() => account.id),
		raisedAt: instant('raised_at').notNull(),
		/** Since when it waits for an answer: raised, or reopened. */
		waitingSince: instant('waiting_since').notNull(),
		/** Where the waiting began, or where it was answered; null for the first level above its unit. */
		fromUnitId: integer('from_unit_id').references(() => adminUnit.id),
		/** As it was set when the waiting began: a later setting moves no ticket that is on its way. */
		risesAfterDays: integer('rises_after_days').notNull(),
	},
	(table) => [
		index('ticket_unit').on(table.unitId),
		index('ticket_state').on(table.state, table.raisedAt),
		check('ticket_rises_after_days', sql`${table.risesAfterDays} > 0`),
	],
);

/** What happened to a ticket after it was raised, in order. */
export const ticketEvent = pgTable(
	'ticket_event',
	{
		id: integer().primaryKey().generatedAlwaysAsIdentity(),
		ticketId: integer('ticket_id')
			.notNull()
			.references(() => ticket.id),
		step: text().$type<TicketStep>().notNull(),
		/** Internal. */
		text: text().notNull(),
		/** What was asked and how it was answered, in words that whoever answers releases to everybody. */
		publicQuestion: text('public_question'),
		publicAnswer: text('public_answer'),
		/** The level at which the ticket stood then. */
		atUnitId: integer('at_unit_id')
			.notNull()
			.references(() => adminUnit.id),
		/** Null for a visitor of a public page. */
		byAccountId: integer('by_account_id').references(() => account.id),
		at: instant('at').notNull(),
	},
	(table) => [
		index('ticket_event_ticket').on(table.ticketId),
		check(
			'ticket_event_public',
			sql`(${table.publicQuestion} is null) = (${table.publicAnswer} is null)`,
		),
	],
);

/** After how many days without an answer tickets of a unit and everything below it rise a level. */
export const ticketRule = pgTable(
	'ticket_rule',
	{
		unitId: integer('unit_id')
			.primaryKey()
			.references(() => adminUnit.id),
		risesAfterDays: integer('rises_after_days').notNull(),
	},
	(table) => [check('ticket_rule_days', sql`${table.risesAfterDays} between 1 and 90`)],
);
