import { sql } from 'drizzle-orm';
import {
	boolean,
	check,
	date,
	index,
	integer,
	jsonb,
	pgTable,
	primaryKey,
	text,
	unique,
	uniqueIndex,
} from 'drizzle-orm/pg-core';
import type {
	BallotChoice,
	ConflictGround,
	CouncilEventKind,
	CouncilPhase,
	CouncilSeat,
	RubricLine,
	RubricScore,
	VoteCounts,
	VoteOutcome,
	VoteRosterEntry,
} from '../../../contracts/awards/council';
import type { CandidateKind } from '../../../contracts/awards/candidates';
import { account } from './accounts';
import { awardNomination } from './award-nominations';
import { awardSeason } from './awards';
import { instant } from './columns';

/** The council of one season: by which decision, and where it stands. Quorum and majority are the season's settings. */
export const awardCouncil = pgTable('award_council', {
	seasonId: integer('season_id')
		.primaryKey()
		.references(() => awardSeason.id),
	decisionNumber: text('decision_number').notNull(),
	decidedOn: date('decided_on').notNull(),
	/** Whose names are hidden while members score. */
	blindKinds: text('blind_kinds').array().$type<CandidateKind[]>().notNull(),
	rubric: jsonb().$type<RubricLine[]>().notNull(),
	countdownSeconds: integer('countdown_seconds').notNull(),
	phase: text().$type<CouncilPhase>().notNull(),
	/** Shown to the room. */
	currentNominationId: integer('current_nomination_id').references(() => awardNomination.id),
	/** What the numbers of nominees follow from while their names are hidden; never shown. */
	blindKey: text('blind_key')
		.notNull()
		.default(sql`gen_random_uuid()::text`),
	namedBy: integer('named_by')
		.notNull()
		.references(() => account.id),
	namedAt: instant('named_at').notNull(),
});

export const awardCouncilMember = pgTable(
	'award_council_member',
	{
		id: integer().primaryKey().generatedAlwaysAsIdentity(),
		seasonId: integer('season_id')
			.notNull()
			.references(() => awardCouncil.seasonId),
		accountId: integer('account_id')
			.notNull()
			.references(() => account.id),
		seat: text().$type<CouncilSeat>().notNull(),
		/** As in the decision: `Phó Giám đốc Sở Nội vụ`. */
		position: text().notNull(),
		/** In the room, so far as the secretary says. */
		present: boolean().notNull().default(false),
		/** Left before the roster was frozen. */
		leftAt: instant('left_at'),
	},
	(table) => [
		unique('award_council_member_once').on(table.seasonId, table.accountId),
		index('award_council_member_account').on(table.accountId),
		uniqueIndex('award_council_one_chair')
			.on(table.seasonId)
			.where(sql`${table.seat} = 'chair' and ${table.leftAt} is null`),
	],
);

/** A member steps back from one nominee, for good. */
export const awardDeclaredConflict = pgTable(
	'award_declared_conflict',
	{
		nominationId: integer('nomination_id')
			.notNull()
			.references(() => awardNomination.id),
		memberId: integer('member_id')
			.notNull()
			.references(() => awardCouncilMember.id),
		reason: text().notNull(),
		declaredAt: instant('declared_at').notNull(),
	},
	(table) => [primaryKey({ columns: [table.nominationId, table.memberId] })],
);

/** Somebody else says with a reason that a derived conflict is none. */
export const awardDismissedConflict = pgTable(
	'award_dismissed_conflict',
	{
		nominationId: integer('nomination_id')
			.notNull()
			.references(() => awardNomination.id),
		memberId: integer('member_id')
			.notNull()
			.references(() => awardCouncilMember.id),
		ground: text().$type<ConflictGround>().notNull(),
		/** What exactly ties them, as derived: it stands for no later tie of the same ground. */
		tie: text().notNull(),
		reason: text().notNull(),
		dismissedBy: integer('dismissed_by')
			.notNull()
			.references(() => account.id),
		dismissedAt: instant('dismissed_at').notNull(),
	},
	(table) => [
		primaryKey({ columns: [table.nominationId, table.memberId, table.ground, table.tie] }),
	],
);

/** What one member thinks of one nominee. */
export const awardReview = pgTable(
	'award_review',
	{
		nominationId: integer('nomination_id')
			.notNull()
			.references(() => awardNomination.id),
		memberId: integer('member_id')
			.notNull()
			.references(() => awardCouncilMember.id),
		scores: jsonb().$type<RubricScore[]>().notNull(),
		changedAt: instant('changed_at').notNull(),
	},
	(table) => [primaryKey({ columns: [table.nominationId, table.memberId] })],
);

export const awardComment = pgTable(
	'award_comment',
	{
		id: integer().primaryKey().generatedAlwaysAsIdentity(),
		nominationId: integer('nomination_id')
			.notNull()
			.references(() => awardNomination.id),
		memberId: integer('member_id')
			.notNull()
			.references(() => awardCouncilMember.id),
		text: text().notNull(),
		at: instant('at').notNull(),
	},
	(table) => [index('award_comment_nomination').on(table.nominationId)],
);

/** One vote on one nominee; one without a quorum is kept and followed by another. */
export const awardVote = pgTable(
	'award_vote',
	{
		id: integer().primaryKey().generatedAlwaysAsIdentity(),
		nominationId: integer('nomination_id')
			.notNull()
			.references(() => awardNomination.id),
		attempt: integer().notNull(),
		roster: jsonb().$type<VoteRosterEntry[]>().notNull(),
		openedBy: integer('opened_by')
			.notNull()
			.references(() => account.id),
		openedAt: instant('opened_at').notNull(),
		closesAt: instant('closes_at').notNull(),
		closedAt: instant('closed_at'),
		outcome: text().$type<VoteOutcome>(),
		counts: jsonb().$type<VoteCounts>(),
	},
	(table) => [
		unique('award_vote_attempt').on(table.nominationId, table.attempt),
		check('award_vote_closed', sql`(${table.closedAt} is null) = (${table.outcome} is null)`),
	],
);

/** One member's ballot: in the room, or in writing before any vote was opened. Never changed. */
export const awardBallot = pgTable(
	'award_ballot',
	{
		id: integer().primaryKey().generatedAlwaysAsIdentity(),
		nominationId: integer('nomination_id')
			.notNull()
			.references(() => awardNomination.id),
		memberId: integer('member_id')
			.notNull()
			.references(() => awardCouncilMember.id),
		/** Null: in writing. */
		voteId: integer('vote_id').references(() => awardVote.id),
		choice: text().$type<BallotChoice>().notNull(),
		castAt: instant('cast_at').notNull(),
	},
	(table) => [
		unique('award_ballot_once')
			.on(table.nominationId, table.memberId, table.voteId)
			.nullsNotDistinct(),
	],
);

/** What happened, in order: minutes are drafted from it. Never a score, a comment's words or a choice. */
export const awardCouncilEvent = pgTable(
	'award_council_event',
	{
		id: integer().primaryKey().generatedAlwaysAsIdentity(),
		seasonId: integer('season_id')
			.notNull()
			.references(() => awardCouncil.seasonId),
		kind: text().$type<CouncilEventKind>().notNull(),
		nominationId: integer('nomination_id').references(() => awardNomination.id),
		memberId: integer('member_id').references(() => awardCouncilMember.id),
		text: text().notNull(),
		byAccountId: integer('by_account_id')
			.notNull()
			.references(() => account.id),
		at: instant('at').notNull(),
	},
	(table) => [index('award_council_event_season').on(table.seasonId)],
);
