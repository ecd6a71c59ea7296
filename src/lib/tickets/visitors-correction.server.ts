import { and, eq, isNull } from 'drizzle-orm';
import { writeAudit } from '../accounts/audit/audit.server';
import type { Database } from '../server/db/client';
import { adminUnit, ticket, ticketEvent } from '../server/db/schema';
import { ConflictError, NotFoundError } from '../server/errors';
import { parse } from '../server/parse';
import type { PublicTicket } from './ledger';
import { readPublicTickets } from './read-public.server';
import { risesAfterDays } from './rule.server';
import { Said } from './schemas';
import { readStanding } from './standing.server';
import { takeVisitorTurn } from './visitor-turns.server';

/** How often visitors may open one ticket again: whoever answers isn't to be held up without end. */
const mostReopened = 3;

export interface VisitorsCorrection extends PublicTicket {
	unit: { code: string };
	/** It has been answered, and may be opened once more. */
	mayReopen: boolean;
}

const isVisitors = (id: number) =>
	and(eq(ticket.id, id), eq(ticket.category, 'correction'), isNull(ticket.raisedBy));

/** Whether a ticket is a correction that a visitor asked for, who learns the outcome only in public. */
export async function isVisitorsCorrection(database: Database, id: number): Promise<boolean> {
	return (await database.$count(ticket, isVisitors(id))) > 0;
}

/**
 * A correction that somebody without an account asked for, with what everybody may know of it.
 * @throws NotFoundError for any other ticket.
 */
export async function readVisitorsCorrection(
	database: Database,
	id: number,
	now: Date,
): Promise<VisitorsCorrection> {
	const [found] = await database
		.select({ unitId: ticket.unitId, code: adminUnit.code })
		.from(ticket)
		.innerJoin(adminUnit, eq(adminUnit.id, ticket.unitId))
		.where(isVisitors(id));
	const asked = { scopeUnitId: found?.unitId ?? 0, now, ticketId: id, limit: 1 };
	const [shown] = found ? await readPublicTickets(database, asked) : [];
	if (!found || !shown) throw new NotFoundError(`There is no correction ${id}.`);
	const reopened = await timesReopened(database, id);
	return {
		...shown,
		unit: { code: found.code },
		mayReopen: shown.state !== 'open' && reopened < mostReopened,
	};
}

const timesReopened = (database: Database, id: number) =>
	database.$count(
		ticketEvent,
		and(
			eq(ticketEvent.ticketId, id),
			eq(ticketEvent.step, 'reopened'),
			isNull(ticketEvent.byAccountId),
		),
	);

/**
 * Opens a visitor's correction again: it waits anew with the level that answered.
 * @param from the visitor's address, which is counted and not kept.
 * @throws InvalidError; NotFoundError; ConflictError while it is open, or opened too often already.
 */
export async function reopenForVisitor(
	database: Database,
	id: number,
	{ input, from, now }: { input: unknown; from: string; now: Date },
): Promise<void> {
	const { text } = parse(Said, input);
	await takeVisitorTurn(from);
	await database.transaction(async (transaction) => {
		const [stored] = await transaction.select().from(ticket).where(isVisitors(id)).for('update');
		if (!stored) throw new NotFoundError(`There is no correction ${id}.`);
		if (stored.state === 'open') throw new ConflictError('It is open already.');
		if ((await timesReopened(transaction, id)) >= mostReopened)
			throw new ConflictError('It has been opened again often enough.');
		const { atUnitId } = await readStanding(transaction, id, now);
		await transaction
			.update(ticket)
			.set({
				...{ state: 'open', waitingSince: now },
				risesAfterDays: await risesAfterDays(transaction, stored.unitId),
			})
			.where(eq(ticket.id, id));
		await transaction.insert(ticketEvent).values({
			...{ ticketId: id, step: 'reopened', text, at: now, atUnitId, byAccountId: null },
		});
		await writeAudit(transaction, {
			...{ actor: null, action: 'ticket.reopen', subject: `ticket:${id}` },
			details: { atUnitId },
		});
	});
}
