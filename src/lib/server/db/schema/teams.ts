import { sql } from 'drizzle-orm';
import {
	type AnyPgColumn,
	boolean,
	check,
	date,
	index,
	integer,
	jsonb,
	pgTable,
	text,
	timestamp,
	unique,
} from 'drizzle-orm/pg-core';
import type {
	CompositionDemand,
	DigitalSkill,
	MemberRole,
	PaperKind,
	TeamKind,
	TeamLevel,
} from '../../../contracts/teams';
import { account } from './accounts';
import { adminUnit } from './admin-units';
import { storedFile } from './files';

const instant = (name: string) => timestamp(name, { withTimezone: true });

export const team = pgTable(
	'team',
	{
		id: integer().primaryKey().generatedAlwaysAsIdentity(),
		unitId: integer('unit_id')
			.notNull()
			.references(() => adminUnit.id),
		name: text().notNull(),
		kind: text().$type<TeamKind>().notNull().default('cnscd'),
		foundedOn: date('founded_on').notNull(),
		reestablishedOn: date('reestablished_on'),
		/** Exclusive: the first day without the team. The founding day itself: it never was. */
		closedOn: date('closed_on'),
		zaloGroupName: text('zalo_group_name').notNull().default(''),
		/** Internal: whoever has it can ask to join. */
		zaloGroupLink: text('zalo_group_link').notNull().default(''),
	},
	(table) => [index('team_unit').on(table.unitId)],
);

/** Several teams became one; the rows of the teams stay, so that the past reads as it was. */
export const teamMerger = pgTable(
	'team_merger',
	{
		id: integer().primaryKey().generatedAlwaysAsIdentity(),
		/** The team that came out of it. */
		teamId: integer('team_id')
			.notNull()
			.references(() => team.id),
		mergedOn: date('merged_on').notNull(),
		decidedBy: integer('decided_by')
			.notNull()
			.references(() => account.id),
		decidedAt: instant('decided_at').notNull(),
		undoneAt: instant('undone_at'),
	},
	(table) => [index('team_merger_team').on(table.teamId)],
);

export const teamMergerSource = pgTable(
	'team_merger_source',
	{
		mergerId: integer('merger_id')
			.notNull()
			.references(() => teamMerger.id),
		teamId: integer('team_id')
			.notNull()
			.references(() => team.id),
	},
	(table) => [
		unique('team_merger_source_once').on(table.mergerId, table.teamId),
		index('team_merger_source_team').on(table.teamId),
	],
);

/** A wrong closing that was taken back. Internal: the reason is free text. */
export const teamReopening = pgTable(
	'team_reopening',
	{
		id: integer().primaryKey().generatedAlwaysAsIdentity(),
		teamId: integer('team_id')
			.notNull()
			.references(() => team.id),
		/** The day from which the team had been closed. */
		closedOn: date('closed_on').notNull(),
		reason: text().notNull(),
		reopenedBy: integer('reopened_by')
			.notNull()
			.references(() => account.id),
		reopenedAt: instant('reopened_at').notNull(),
	},
	(table) => [index('team_reopening_team').on(table.teamId)],
);

/** One person in one role of one team during one span. Internal: names and phones are never public. */
export const teamMember = pgTable(
	'team_member',
	{
		id: integer().primaryKey().generatedAlwaysAsIdentity(),
		teamId: integer('team_id')
			.notNull()
			.references(() => team.id),
		fullName: text('full_name').notNull(),
		role: text().$type<MemberRole>().notNull(),
		/** As written in the decision: `Trưởng thôn`. */
		position: text().notNull().default(''),
		organisation: text().notNull().default(''),
		youth: boolean().notNull().default(false),
		/** Digits with the leading 0; null when there is none. */
		phone: text(),
		/** Numbers of the skills that the member masters. */
		skills: integer().array().$type<DigitalSkill[]>().notNull().default([]),
		fromOn: date('from_on').notNull(),
		/** Exclusive; null while the member serves. */
		untilOn: date('until_on'),
		/** The same person's row before this one: another role, or a team that was merged. */
		continuesId: integer('continues_id').references((): AnyPgColumn => teamMember.id),
		/** The merger that ended this row, so that undoing it knows what to bring back. */
		endedByMergerId: integer('ended_by_merger_id').references(() => teamMerger.id),
		/** 128 random bits as base64url, printed on the badge; null once revoked. */
		badgeToken: text('badge_token').unique(),
	},
	(table) => [
		index('team_member_team').on(table.teamId),
		index('team_member_continues').on(table.continuesId),
		check('team_member_span', sql`${table.untilOn} is null or ${table.untilOn} >= ${table.fromOn}`),
	],
);

/** A decision, plan or rule of a team, with or without its file. */
export const teamPaper = pgTable(
	'team_paper',
	{
		id: integer().primaryKey().generatedAlwaysAsIdentity(),
		teamId: integer('team_id')
			.notNull()
			.references(() => team.id),
		kind: text().$type<PaperKind>().notNull(),
		number: text().notNull().default(''),
		issuedOn: date('issued_on'),
		/** Of a yearly plan. */
		year: integer(),
		fileId: integer('file_id').references(() => storedFile.id),
	},
	(table) => [index('team_paper_team').on(table.teamId)],
);

/** One demand of one document on the composition of teams. Never overwritten: closed and followed. */
export const compositionRule = pgTable(
	'composition_rule',
	{
		id: integer().primaryKey().generatedAlwaysAsIdentity(),
		/** Of a rule that the program brings along; null for one added by an administrator. */
		code: text().unique(),
		/** The province whose teams it binds; null: everywhere. */
		unitId: integer('unit_id').references(() => adminUnit.id),
		level: text().$type<TeamLevel>().notNull(),
		kinds: text().array().$type<TeamKind[]>().notNull(),
		validFrom: date('valid_from').notNull(),
		/** Exclusive. */
		validTo: date('valid_to'),
		demand: jsonb().$type<CompositionDemand>().notNull(),
		document: text().notNull(),
		clause: text().notNull(),
		/** In our own words, never the document's. */
		wordingVi: text('wording_vi').notNull(),
		wordingEn: text('wording_en').notNull(),
	},
	(table) => [
		index('composition_rule_unit').on(table.unitId),
		check(
			'composition_rule_span',
			sql`${table.validTo} is null or ${table.validTo} >= ${table.validFrom}`,
		),
	],
);

/** What a province calls kinds of teams and how it names their Zalo groups. */
export const teamNaming = pgTable('team_naming', {
	unitId: integer('unit_id')
		.primaryKey()
		.references(() => adminUnit.id),
	/** Only the kinds that the province renamed. */
	labels: jsonb().$type<Partial<Record<TeamKind, string>>>().notNull().default({}),
	/** Only the levels with a pattern of their own; see teams/zalo.ts. */
	zaloPatterns: jsonb('zalo_patterns')
		.$type<Partial<Record<TeamLevel, string>>>()
		.notNull()
		.default({}),
});
