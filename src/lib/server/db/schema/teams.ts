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
	unique,
} from 'drizzle-orm/pg-core';
import type {
	CompositionDemand,
	DigitalSkill,
	MemberRole,
	MemberOrigin,
	PaperKind,
	TeamKind,
	TeamLevel,
	ZaloParty,
} from '../../../contracts/teams/teams';
import { account } from './accounts';
import { adminUnit } from './admin-units';
import { storedFile } from './files';
import { instant, recordedAt } from './columns';

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
		/** Who of those that a plan names has joined the team's group. */
		zaloParties: text('zalo_parties').array().$type<ZaloParty[]>().notNull().default([]),
		/** The group of all households of the place, apart from the team's own. */
		householdGroupName: text('household_group_name').notNull().default(''),
		/** Internal, like the team's own. */
		householdGroupLink: text('household_group_link').notNull().default(''),
		/** Since when somebody vouches that the roster names everybody; null: what a list states counts. */
		rosterCompleteOn: date('roster_complete_on'),
		recordedAt: recordedAt(),
	},
	(table) => [index('team_unit').on(table.unitId)],
);

/** Teams of many places that became one a place, in one step. */
export const teamMergerBatch = pgTable('team_merger_batch', {
	id: integer().primaryKey().generatedAlwaysAsIdentity(),
	/** Where: a commune, a district or a province. */
	unitId: integer('unit_id')
		.notNull()
		.references(() => adminUnit.id),
	mergedOn: date('merged_on').notNull(),
	decidedBy: integer('decided_by')
		.notNull()
		.references(() => account.id),
	decidedAt: instant('decided_at').notNull(),
});

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
		/** The step that it was one of many in; null of one decided by itself. */
		batchId: integer('batch_id').references(() => teamMergerBatch.id),
	},
	(table) => [
		index('team_merger_team').on(table.teamId),
		index('team_merger_batch_of').on(table.batchId),
	],
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
		/** To be counted by; null while nobody has said. */
		organisationKind: text('organisation_kind').$type<MemberOrigin>(),
		/** Null while nobody has said. */
		smartphone: boolean(),
		/** Links the team's Zalo group with those above. */
		zaloContact: boolean('zalo_contact').notNull().default(false),
		/** Communes or villages that a member of a steering team or board looks after. */
		areaIds: integer('area_ids').array().notNull().default([]),
		/** The account that the member signs in with. */
		accountId: integer('account_id').references(() => account.id),
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
		recordedAt: recordedAt(),
	},
	(table) => [
		index('team_member_team').on(table.teamId),
		index('team_member_continues').on(table.continuesId),
		index('team_member_account').on(table.accountId),
		check('team_member_span', sql`${table.untilOn} is null or ${table.untilOn} >= ${table.fromOn}`),
	],
);

/** Which member does online what nobody in a household can. By number of the tally sheet, never by name. */
export const assistedHousehold = pgTable(
	'assisted_household',
	{
		id: integer().primaryKey().generatedAlwaysAsIdentity(),
		unitId: integer('unit_id')
			.notNull()
			.references(() => adminUnit.id),
		tallyNumber: integer('tally_number').notNull(),
		memberId: integer('member_id')
			.notNull()
			.references(() => teamMember.id),
		fromOn: date('from_on').notNull(),
		/** Exclusive; null while the member helps. */
		untilOn: date('until_on'),
	},
	(table) => [
		index('assisted_household_unit').on(table.unitId),
		index('assisted_household_member').on(table.memberId),
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
		/** The province, district or commune whose teams it is for; null: everywhere. */
		unitId: integer('unit_id').references(() => adminUnit.id),
		level: text().$type<TeamLevel>().notNull(),
		kinds: text().array().$type<TeamKind[]>().notNull(),
		validFrom: date('valid_from').notNull(),
		/** Exclusive. */
		validTo: date('valid_to'),
		demand: jsonb().$type<CompositionDemand>().notNull(),
		/** False: a document only proposes it, and no team is wrong without it. */
		binding: boolean().notNull().default(true),
		document: text().notNull(),
		clause: text().notNull(),
		/** In our own words, never the document's. */
		wordingVi: text('wording_vi').notNull(),
		wordingEn: text('wording_en').notNull(),
		recordedAt: recordedAt(),
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
