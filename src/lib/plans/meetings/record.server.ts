import { and, eq, isNull } from 'drizzle-orm';
import { writeAudit } from '../../accounts/audit/audit.server';
import type { Actor } from '../../contracts/accounts';
import { localDay } from '../../contracts/local-time';
import type { Database } from '../../server/db/client';
import { meeting, meetingDecision, meetingInvitee, plan } from '../../server/db/schema';
import { ConflictError, InvalidError, NotFoundError } from '../../server/errors';
import { parse } from '../../server/parse';
import { addTask } from '../add-task.server';
import { lockMeeting } from './lock.server';
import { AssignedDecision, MeetingRecord } from './schemas';

/**
 * Records who came, what the absent wrote, what was said and decided. Recorded again, it takes the
 * place of what stood there; decisions that became tasks stay.
 * @throws InvalidError for a day to come; NotFoundError, ForbiddenError, ConflictError
 */
export async function recordMeeting(
	database: Database,
	actor: Actor,
	id: number,
	input: unknown,
	now: Date,
): Promise<void> {
	const { attendance, record, decisions } = parse(MeetingRecord, input);
	await database.transaction(async (transaction) => {
		const { heldOn } = await lockMeeting(transaction, actor, id);
		if (heldOn > localDay(now))
			throw new InvalidError([{ field: 'record', rule: 'notHeld', message: 'lies ahead' }]);
		for (const each of attendance) {
			const came = each.attendance === 'attended';
			await transaction
				.update(meetingInvitee)
				.set({ attendance: each.attendance, opinion: came ? '' : each.opinion })
				.where(and(eq(meetingInvitee.id, each.id), eq(meetingInvitee.meetingId, id)));
		}
		const open = and(eq(meetingDecision.meetingId, id), isNull(meetingDecision.taskId));
		await transaction.delete(meetingDecision).where(open);
		const kept = await transaction
			.select({ what: meetingDecision.what })
			.from(meetingDecision)
			.where(eq(meetingDecision.meetingId, id));
		const fresh = decisions.filter((what) => !kept.some((decision) => decision.what === what));
		if (fresh.length > 0)
			await transaction
				.insert(meetingDecision)
				.values(fresh.map((what) => ({ meetingId: id, what })));
		await transaction.update(meeting).set({ record, recordedAt: now }).where(eq(meeting.id, id));
		await writeAudit(transaction, { actor, action: 'meeting.record', subject: `meeting:${id}` });
	});
}

/**
 * Makes a decision a task of the plan of whoever met, of the year in which it is due.
 * @throws InvalidError when there is no such plan; NotFoundError, ForbiddenError; ConflictError when
 * it is one already.
 */
export async function assignDecision(
	database: Database,
	actor: Actor,
	id: number,
	input: unknown,
	now: Date,
): Promise<void> {
	const { decisionId, lead, dueOn } = parse(AssignedDecision, input);
	await database.transaction(async (transaction) => {
		const { unitId, teamId, heldOn } = await lockMeeting(transaction, actor, id);
		const [decision] = await transaction
			.select()
			.from(meetingDecision)
			.where(and(eq(meetingDecision.id, decisionId), eq(meetingDecision.meetingId, id)));
		if (!decision) throw new NotFoundError(`Meeting ${id} decided nothing like that.`);
		if (decision.taskId !== null) throw new ConflictError('The decision is a task already.');
		const [found] = await transaction
			.select({ id: plan.id })
			.from(plan)
			.where(
				and(
					...[eq(plan.unitId, unitId), eq(plan.year, Number(dueOn.slice(0, 4)))],
					teamId === null ? isNull(plan.teamId) : eq(plan.teamId, teamId),
				),
			);
		if (!found)
			throw new InvalidError([
				{ field: 'dueOn', rule: 'noPlan', message: 'there is no plan for that year' },
			]);
		const content = { what: decision.what, lead, place: '', product: '', audience: 'own' };
		const task = { ...content, startsOn: heldOn, dueOn };
		const taskId = await addTask(transaction, actor, found.id, task, now);
		await transaction
			.update(meetingDecision)
			.set({ taskId })
			.where(eq(meetingDecision.id, decisionId));
		await writeAudit(transaction, {
			...{ actor, action: 'meeting.assign', subject: `meeting:${id}`, details: { taskId } },
		});
	});
}
