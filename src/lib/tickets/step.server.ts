import { eq } from 'drizzle-orm';
import { writeAudit } from '../accounts/audit/audit.server';
import { looksAfter } from '../accounts/access/areas.server';
import { wasInHandsOf } from '../accounts/access/credential-knowledge.server';
import { mayActOn } from '../accounts/access/may-act-on.server';
import { requireSight } from '../accounts/access/require-sight.server';
import type { Actor } from '../contracts/accounts';
import { localDay } from '../contracts/local-time';
import type { TicketStep } from '../contracts/tickets';
import type { Database } from '../server/db/client';
import { ticket, ticketEvent } from '../server/db/schema';
import { ConflictError, ForbiddenError, NotFoundError } from '../server/errors';
import { risesAfterDays } from './rule.server';
import { readStanding, type Standing } from './standing.server';
import { openSteps, type TicketParty } from './steps';

/**
 * Who the actor is to a ticket. A level above doesn't raise what its units raise, or it could put
 * their tickets away; and nobody answers their own, or what they could have raised by a credential
 * that they knew.
 */
export async function readParty(
	database: Database,
	actor: Actor,
	{ unitId, raisedBy, raisedAt }: { unitId: number; raisedBy: number | null; raisedAt: Date },
	{ unitIds, atUnitId }: Standing,
	now: Date,
): Promise<TicketParty> {
	const isOwn = raisedBy === actor.accountId;
	const isOfUnit = actor.grants.some((grant) => grant.unitId === unitId);
	const officers = ['approver', 'administrator'] as const;
	return {
		raises:
			((isOwn || isOfUnit) && (await mayActOn(database, actor, ['reporter'], unitId))) ||
			(isOwn && (await looksAfter(database, actor, unitId, localDay(now)))),
		answers:
			(await mayActOn(database, actor, officers, unitIds[0] ?? atUnitId)) &&
			(raisedBy === null ||
				!(await wasInHandsOf(database, actor, now, { accountId: raisedBy, at: raisedAt }))),
	};
}

interface Step {
	step: TicketStep;
	/** Internal. */
	text: string;
	now: Date;
	/** What everybody may read of question and answer. */
	released?: { publicQuestion: string; publicAnswer: string } | undefined;
}

/**
 * Takes one step with a ticket and fixes the level at which it stood. Whoever comes second sees
 * what the first one did.
 * @throws NotFoundError; ForbiddenError; ConflictError when its state allows the step no more.
 */
export async function stepTicket(
	database: Database,
	actor: Actor,
	id: number,
	{ step, text, now, released }: Step,
): Promise<void> {
	await database.transaction(async (transaction) => {
		const [stored] = await transaction.select().from(ticket).where(eq(ticket.id, id)).for('update');
		const missing = `There is no ticket ${id}.`;
		if (!stored) throw new NotFoundError(missing);
		await requireSight(transaction, actor, { roles: ['viewer'], unitId: stored.unitId, missing });
		const standing = await readStanding(transaction, id, now);
		const party = await readParty(transaction, actor, stored, standing, now);
		if (!openSteps(stored.state, party)[step]) {
			const everOpen = (['open', 'answered', 'closed'] as const).some(
				(state) => openSteps(state, party)[step],
			);
			if (!everOpen) throw new ForbiddenError('This account may not do that with the ticket.');
			throw new ConflictError(`The ticket is ${stored.state}.`);
		}
		await transaction
			.update(ticket)
			.set(
				step === 'reopened'
					? {
							state: 'open',
							waitingSince: now,
							risesAfterDays: await risesAfterDays(transaction, stored.unitId),
						}
					: { state: step, fromUnitId: standing.atUnitId },
			)
			.where(eq(ticket.id, id));
		await transaction.insert(ticketEvent).values({
			...{ ticketId: id, step, text, at: now, ...released },
			...{ atUnitId: standing.atUnitId, byAccountId: actor.accountId },
		});
		await writeAudit(transaction, {
			actor,
			action: `ticket.${({ answered: 'answer', closed: 'close', reopened: 'reopen' } as const)[step]}`,
			subject: `ticket:${id}`,
			details: { atUnitId: standing.atUnitId },
		});
	});
}
