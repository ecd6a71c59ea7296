import { and, eq } from 'drizzle-orm';
import { writeAudit } from '../../accounts/audit/audit.server';
import { validOn } from '../../admin-units/home.server';
import type { Actor } from '../../contracts/accounts';
import type { Database } from '../../server/db/client';
import { adminUnit, meeting, meetingInvitee } from '../../server/db/schema';
import { ConflictError, ForbiddenError, InvalidError } from '../../server/errors';
import { parse } from '../../server/parse';
import { keepsPlansOf } from '../keeper.server';
import { Reasoned } from '../schemas';
import { readTeamPeople, requireTeam } from '../team-of.server';
import { lockMeeting } from './lock.server';
import { NewMeeting } from './schemas';

type Invited = Pick<typeof meetingInvitee.$inferInsert, 'memberId' | 'unitId' | 'guest'>;

/**
 * Calls a meeting of a unit or of one of its teams and says who is invited.
 * @returns its id.
 * @throws InvalidError when nobody is invited, or the unit isn't one of that day; ForbiddenError.
 */
export async function callMeeting(
	database: Database,
	actor: Actor,
	input: unknown,
	now: Date,
): Promise<number> {
	const { invitesAll, guests, ...fields } = parse(NewMeeting, input);
	return database.transaction(async (transaction) => {
		if (!(await keepsPlansOf(transaction, actor, fields.unitId)))
			throw new ForbiddenError('This account calls no meetings of that unit.');
		await requireTeam(transaction, fields, fields.heldOn);
		const invited: Invited[] = guests.map((guest) => ({ guest }));
		if (invitesAll) invited.unshift(...(await inviteAll(transaction, fields)));
		if (invited.length === 0)
			throw new InvalidError([
				{ field: 'guests', rule: 'nobodyInvited', message: 'somebody has to be invited' },
			]);
		const [called] = await transaction
			.insert(meeting)
			.values({ ...fields, calledBy: actor.accountId, calledAt: now })
			.returning({ id: meeting.id });
		if (!called) throw new Error('An insert returns its row.');
		await transaction
			.insert(meetingInvitee)
			.values(invited.map((each) => ({ ...each, meetingId: called.id })));
		await writeAudit(transaction, {
			...{ actor, action: 'meeting.call', subject: `meeting:${called.id}` },
			details: { unitId: fields.unitId, teamId: fields.teamId, invited: invited.length },
		});
		return called.id;
	});
}

async function inviteAll(
	database: Database,
	{ unitId, teamId, heldOn }: { unitId: number; teamId: number | null; heldOn: string },
): Promise<Invited[]> {
	if (teamId !== null) {
		const people = await readTeamPeople(database, teamId, heldOn);
		return people.map(({ id }) => ({ memberId: id }));
	}
	const units = await database
		.select({ id: adminUnit.id })
		.from(adminUnit)
		.where(and(eq(adminUnit.parentId, unitId), validOn(heldOn)))
		.orderBy(adminUnit.code);
	return units.map(({ id }) => ({ unitId: id }));
}

/**
 * Calls a meeting off; it stays to be read.
 * @throws InvalidError, NotFoundError, ForbiddenError; ConflictError once it was held or called off.
 */
export async function cancelMeeting(
	database: Database,
	actor: Actor,
	id: number,
	input: unknown,
	now: Date,
): Promise<void> {
	const { reason } = parse(Reasoned, input);
	await database.transaction(async (transaction) => {
		const { recordedAt } = await lockMeeting(transaction, actor, id);
		if (recordedAt) throw new ConflictError('The meeting was held.');
		await transaction
			.update(meeting)
			.set({ cancelledAt: now, cancelReason: reason })
			.where(eq(meeting.id, id));
		await writeAudit(transaction, { actor, action: 'meeting.cancel', subject: `meeting:${id}` });
	});
}
