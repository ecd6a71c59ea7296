import { sql } from 'drizzle-orm';
import { check, date, index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import type { Attendance, MeetingForm } from '../../../contracts/meetings';
import { account } from './accounts';
import { adminUnit } from './admin-units';
import { planTask } from './plans';
import { team, teamMember } from './teams';
import { instant } from './columns';

/** A meeting of a unit or of one of its teams, from the invitation to the record. Internal. */
export const meeting = pgTable(
	'meeting',
	{
		id: integer().primaryKey().generatedAlwaysAsIdentity(),
		unitId: integer('unit_id')
			.notNull()
			.references(() => adminUnit.id),
		/** Which of the unit's teams meets; null for the unit itself. */
		teamId: integer('team_id').references(() => team.id),
		subject: text().notNull(),
		heldOn: date('held_on').notNull(),
		/** `14:30`. */
		startsAt: text('starts_at').notNull(),
		form: text().$type<MeetingForm>().notNull(),
		place: text().notNull(),
		/** Who presides: a post. */
		chair: text().notNull(),
		/** One point a line. */
		agenda: text().notNull(),
		/** What was said, once it was held; one paragraph a line. */
		record: text().notNull().default(''),
		calledBy: integer('called_by')
			.notNull()
			.references(() => account.id),
		calledAt: instant('called_at').notNull(),
		recordedAt: instant('recorded_at'),
		cancelledAt: instant('cancelled_at'),
		cancelReason: text('cancel_reason').notNull().default(''),
	},
	(table) => [index('meeting_unit_day').on(table.unitId, table.heldOn)],
);

/** Who is asked to come: a member of a team, a unit, or somebody in words. */
export const meetingInvitee = pgTable(
	'meeting_invitee',
	{
		id: integer().primaryKey().generatedAlwaysAsIdentity(),
		meetingId: integer('meeting_id')
			.notNull()
			.references(() => meeting.id),
		memberId: integer('member_id').references(() => teamMember.id),
		unitId: integer('unit_id').references(() => adminUnit.id),
		guest: text().notNull().default(''),
		/** Null until it is recorded who came. */
		attendance: text().$type<Attendance>(),
		/** What whoever was absent wrote. */
		opinion: text().notNull().default(''),
	},
	(table) => [
		index('meeting_invitee_meeting').on(table.meetingId),
		index('meeting_invitee_unit').on(table.unitId),
		check(
			'meeting_invitee_one',
			sql`num_nonnulls(${table.memberId}, ${table.unitId}, nullif(${table.guest}, '')) = 1`,
		),
	],
);

/** What was decided; one that somebody has to see to becomes a task of the plan. */
export const meetingDecision = pgTable(
	'meeting_decision',
	{
		id: integer().primaryKey().generatedAlwaysAsIdentity(),
		meetingId: integer('meeting_id')
			.notNull()
			.references(() => meeting.id),
		what: text().notNull(),
		taskId: integer('task_id').references(() => planTask.id),
	},
	(table) => [index('meeting_decision_meeting').on(table.meetingId)],
);
