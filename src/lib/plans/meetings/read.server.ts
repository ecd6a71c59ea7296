import { asc, eq, sql, type SQL } from 'drizzle-orm';
import { unitColumns } from '../../admin-units/home.server';
import type { Actor } from '../../contracts/accounts';
import type { Unit, UnitKind } from '../../contracts/admin-units';
import type { Attendance } from '../../contracts/meetings';
import type { MemberRole } from '../../contracts/teams/teams';
import type { PageRequest } from '../../contracts/pages';
import { queryRows, type Database } from '../../server/db/client';
import { onePage } from '../../server/db/page';
import { adminUnit, meeting, meetingDecision, planTask, team } from '../../server/db/schema';
import { NotFoundError } from '../../server/errors';
import { keepsPlansOf, plannedUnits } from '../keeper.server';

export interface Invitee extends Record<string, unknown> {
	id: number;
	/** A member of the team. */
	memberName: string | null;
	memberRole: MemberRole | null;
	unitKind: UnitKind | null;
	unitName: string | null;
	/** Somebody in words; empty where one of the above is named. */
	guest: string;
	attendance: Attendance | null;
	opinion: string;
}

export type MeetingView = Omit<typeof meeting.$inferSelect, 'calledBy' | 'unitId' | 'teamId'> & {
	unit: Unit;
	team: { id: number; name: string } | null;
	invitees: Invitee[];
	decisions: { id: number; what: string; planId: number | null; taskId: number | null }[];
	mayChange: boolean;
};

/** Meetings are for those who keep the unit that meets, and those who keep a unit that is invited. */
const seen = (actor: Actor): SQL =>
	sql`(meeting.unit_id in ${plannedUnits(actor)} or exists (select from meeting_invitee invited
		where invited.meeting_id = meeting.id and invited.unit_id in ${plannedUnits(actor)}))`;

/** @throws NotFoundError when there is none that the actor may see. */
export async function readMeeting(
	database: Database,
	actor: Actor,
	id: number,
): Promise<MeetingView> {
	const [found] = await database
		.select({ meeting, unit: unitColumns, team: { id: team.id, name: team.name } })
		.from(meeting)
		.innerJoin(adminUnit, eq(adminUnit.id, meeting.unitId))
		.leftJoin(team, eq(team.id, meeting.teamId))
		.where(sql`${meeting.id} = ${id} and ${seen(actor)}`);
	if (!found) throw new NotFoundError(`There is no meeting ${id}.`);
	const { calledBy: _, unitId, teamId: _team, ...facts } = found.meeting;
	return {
		...{ ...facts, unit: found.unit, team: found.team },
		invitees: await readInvitees(database, id),
		decisions: await database
			.select({
				id: meetingDecision.id,
				what: meetingDecision.what,
				planId: planTask.planId,
				taskId: meetingDecision.taskId,
			})
			.from(meetingDecision)
			.leftJoin(planTask, eq(planTask.id, meetingDecision.taskId))
			.where(eq(meetingDecision.meetingId, id))
			.orderBy(asc(meetingDecision.id)),
		mayChange: found.meeting.cancelledAt === null && (await keepsPlansOf(database, actor, unitId)),
	};
}

const readInvitees = (database: Database, meetingId: number): Promise<Invitee[]> =>
	queryRows<Invitee>(
		database,
		sql`select invited.id, member.full_name as "memberName", member.role as "memberRole",
				unit.kind as "unitKind", unit.name as "unitName", invited.guest, invited.attendance,
				invited.opinion
			from meeting_invitee invited
			left join team_member member on member.id = invited.member_id
			left join admin_unit unit on unit.id = invited.unit_id
			where invited.meeting_id = ${meetingId} order by invited.id`,
	);

export interface ListedMeeting extends Record<string, unknown> {
	id: number;
	subject: string;
	heldOn: string;
	startsAt: string;
	place: string;
	isRecorded: boolean;
	isCancelled: boolean;
	unitKind: UnitKind;
	unitName: string;
	teamName: string | null;
	invited: number;
	attended: number;
}

/** The newest first. */
export async function listMeetings(
	database: Database,
	actor: Actor,
	page: PageRequest,
): Promise<{ meetings: ListedMeeting[]; total: number }> {
	const rows = await queryRows<ListedMeeting & { total: number }>(
		database,
		sql`select meeting.id, meeting.subject, meeting.held_on::text as "heldOn",
				meeting.starts_at as "startsAt", meeting.place,
				meeting.recorded_at is not null as "isRecorded",
				meeting.cancelled_at is not null as "isCancelled", unit.kind as "unitKind",
				unit.name as "unitName", team.name as "teamName", came.invited, came.attended,
				count(*) over ()::int as total
			from meeting join admin_unit unit on unit.id = meeting.unit_id
			left join team on team.id = meeting.team_id
			cross join lateral (select count(*)::int as invited,
				count(*) filter (where attendance = 'attended')::int as attended
				from meeting_invitee invited where invited.meeting_id = meeting.id) came
			where ${seen(actor)}
			order by meeting.held_on desc, meeting.id desc
			${onePage(page)}`,
	);
	return { meetings: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
}
