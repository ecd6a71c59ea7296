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
	DossierPart,
	EvidenceFigure,
	NominationOrigin,
	NominationState,
	RecordKind,
	RequiredPart,
} from '../../../contracts/awards/nominations';
import { account } from './accounts';
import { activity } from './activities';
import { adminUnit } from './admin-units';
import { awardCategory, awardSeason } from './awards';
import { instant } from './columns';
import { storedFile } from './files';
import { practice } from './practices';
import { report } from './reports';
import { team, teamMember } from './teams';

/** What a season asks of a dossier, each with the paper that says so. */
export const awardDossierRule = pgTable('award_dossier_rule', {
	seasonId: integer('season_id')
		.primaryKey()
		.references(() => awardSeason.id),
	parts: jsonb().$type<RequiredPart[]>().notNull(),
	/** So many months after the decision the names of persons are erased. */
	eraseAfterMonths: integer('erase_after_months').notNull(),
	eraseBasis: text('erase_basis').notNull(),
});

/** Somebody put forward in one category of a season. */
export const awardNomination = pgTable(
	'award_nomination',
	{
		id: integer().primaryKey().generatedAlwaysAsIdentity(),
		categoryId: integer('category_id')
			.notNull()
			.references(() => awardCategory.id),
		/** The candidate itself, or the unit of the team or member. */
		unitId: integer('unit_id')
			.notNull()
			.references(() => adminUnit.id),
		teamId: integer('team_id').references(() => team.id),
		memberId: integer('member_id').references(() => teamMember.id),
		/** As it was when put forward; of a person empty once erased. */
		candidateName: text('candidate_name').notNull(),
		nominatedByUnitId: integer('nominated_by_unit_id')
			.notNull()
			.references(() => adminUnit.id),
		origin: text().$type<NominationOrigin>().notNull(),
		nominatedBy: integer('nominated_by')
			.notNull()
			.references(() => account.id),
		nominatedAt: instant('nominated_at').notNull(),
		/** What was achieved, in the nominator's words. */
		merits: text().notNull(),
		state: text().$type<NominationState>().notNull(),
		/** When it first came in. */
		submittedAt: instant('submitted_at'),
		/** Came in after the season's day: kept, and marked. */
		late: boolean().notNull().default(false),
		/** Of the decision that names it or leaves it out. */
		awarded: boolean(),
		decisionNumber: text('decision_number').notNull().default(''),
		decidedOn: date('decided_on'),
		erasedAt: instant('erased_at'),
	},
	(table) => [
		index('award_nomination_category').on(table.categoryId),
		index('award_nomination_unit').on(table.unitId),
		index('award_nomination_member').on(table.memberId),
		check(
			'award_nomination_decided',
			sql`(${table.state} = 'decided') = (${table.awarded} is not null)`,
		),
	],
);

/** A piece of a dossier: exactly one source, and its figures as they were approved. */
export const awardEvidence = pgTable(
	'award_evidence',
	{
		id: integer().primaryKey().generatedAlwaysAsIdentity(),
		nominationId: integer('nomination_id')
			.notNull()
			.references(() => awardNomination.id),
		part: text().$type<DossierPart>().notNull(),
		title: text().notNull(),
		reportId: integer('report_id').references(() => report.id),
		revision: integer(),
		practiceId: integer('practice_id').references(() => practice.id),
		activityId: integer('activity_id').references(() => activity.id),
		fileId: integer('file_id').references(() => storedFile.id),
		figures: jsonb().$type<EvidenceFigure[]>().notNull().default([]),
		/** Of the source; null for what nobody approves. */
		approvedAt: instant('approved_at'),
		addedBy: integer('added_by')
			.notNull()
			.references(() => account.id),
		addedAt: instant('added_at').notNull(),
	},
	(table) => [
		index('award_evidence_nomination').on(table.nominationId),
		check(
			'award_evidence_one_source',
			sql`num_nonnulls(${table.reportId}, ${table.practiceId}, ${table.activityId}, ${table.fileId}) = 1`,
		),
	],
);

/** What became of a nomination, in order. */
export const awardNominationEvent = pgTable(
	'award_nomination_event',
	{
		id: integer().primaryKey().generatedAlwaysAsIdentity(),
		nominationId: integer('nomination_id')
			.notNull()
			.references(() => awardNomination.id),
		state: text().$type<NominationState>().notNull(),
		text: text().notNull(),
		byAccountId: integer('by_account_id')
			.notNull()
			.references(() => account.id),
		at: instant('at').notNull(),
	},
	(table) => [index('award_nomination_event_nomination').on(table.nominationId)],
);

/** An earlier award, a disciplinary measure or a false report, with its source. */
export const awardRecord = pgTable(
	'award_record',
	{
		id: integer().primaryKey().generatedAlwaysAsIdentity(),
		kind: text().$type<RecordKind>().notNull(),
		unitId: integer('unit_id')
			.notNull()
			.references(() => adminUnit.id),
		teamId: integer('team_id').references(() => team.id),
		memberId: integer('member_id').references(() => teamMember.id),
		happenedOn: date('happened_on').notNull(),
		/** What it was: `Bằng khen của Chủ tịch UBND tỉnh`. */
		title: text().notNull(),
		/** For what: one achievement, one award. */
		achievement: text().notNull(),
		source: text().notNull(),
		recordedBy: integer('recorded_by')
			.notNull()
			.references(() => account.id),
		recordedAt: instant('recorded_at').notNull(),
	},
	(table) => [
		index('award_record_unit').on(table.unitId),
		unique('award_record_once').on(
			table.kind,
			table.unitId,
			table.happenedOn,
			table.source,
			table.title,
		),
	],
);
