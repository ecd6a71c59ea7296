import { asc, eq, inArray } from 'drizzle-orm';
import { mayActOn } from '../accounts/may-act-on.server';
import { unitColumns } from '../admin-units/home.server';
import type { Actor } from '../contracts/accounts';
import type { Unit } from '../contracts/admin-units';
import type { TicketCategory, TicketKind, TicketState, TicketStep } from '../contracts/tickets';
import type { Database } from '../server/db/client';
import { account, adminUnit, ticket, ticketEvent } from '../server/db/schema';
import { ForbiddenError, NotFoundError } from '../server/errors';
import { readStanding } from './standing.server';
import { readParty } from './step.server';
import { openSteps } from './steps';

export interface TicketEvent {
	step: TicketStep;
	text: string;
	by: string;
	/** The level at which the ticket stood. */
	atUnit: Pick<Unit, 'kind' | 'name'>;
	at: Date;
}

export interface TicketView {
	id: number;
	kind: TicketKind;
	category: TicketCategory;
	state: TicketState;
	text: string;
	unit: Unit;
	raisedBy: string;
	raisedAt: Date;
	risesAfterDays: number;
	/** The levels that answer, lowest first. */
	levels: Unit[];
	atUnitId: number;
	/** ISO instant; null when it is answered, or at the top. */
	risesAt: string | null;
	/** Oldest first. */
	events: TicketEvent[];
	open: Record<TicketStep, boolean>;
}

/**
 * One ticket, where it stands and what became of it.
 * @throws NotFoundError, ForbiddenError
 */
export async function readTicket(
	database: Database,
	actor: Actor,
	id: number,
	now: Date,
): Promise<TicketView> {
	const [found] = await database
		.select({ ticket, unit: unitColumns, raisedBy: account.displayName })
		.from(ticket)
		.innerJoin(adminUnit, eq(adminUnit.id, ticket.unitId))
		.innerJoin(account, eq(account.id, ticket.raisedBy))
		.where(eq(ticket.id, id));
	if (!found) throw new NotFoundError(`There is no ticket ${id}.`);
	if (!(await mayActOn(database, actor, ['viewer'], found.unit.id)))
		throw new ForbiddenError('This account may not see that ticket.');
	const standing = await readStanding(database, id, now);
	const { kind, category, state, text, raisedAt, risesAfterDays } = found.ticket;
	return {
		...{ id, kind, category, state, text, raisedAt, risesAfterDays },
		unit: found.unit,
		raisedBy: found.raisedBy,
		levels: await readUnits(database, standing.unitIds),
		atUnitId: standing.atUnitId,
		risesAt: standing.risesAt,
		events: await readEvents(database, id),
		open: openSteps(state, await readParty(database, actor, found.ticket, standing)),
	};
}

/** In the order of their ids as given. */
async function readUnits(database: Database, ids: number[]): Promise<Unit[]> {
	const units = await database
		.select(unitColumns)
		.from(adminUnit)
		.where(inArray(adminUnit.id, ids));
	return units.sort((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id));
}

function readEvents(database: Database, id: number): Promise<TicketEvent[]> {
	return database
		.select({
			step: ticketEvent.step,
			text: ticketEvent.text,
			by: account.displayName,
			atUnit: { kind: adminUnit.kind, name: adminUnit.name },
			at: ticketEvent.at,
		})
		.from(ticketEvent)
		.innerJoin(account, eq(account.id, ticketEvent.byAccountId))
		.innerJoin(adminUnit, eq(adminUnit.id, ticketEvent.atUnitId))
		.where(eq(ticketEvent.ticketId, id))
		.orderBy(asc(ticketEvent.id));
}
