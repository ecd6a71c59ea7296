import { asc, eq } from 'drizzle-orm';
import { requireSight } from '../accounts/access/require-sight.server';
import { unitColumns } from '../admin-units/home.server';
import type { Actor } from '../contracts/accounts';
import type { Unit } from '../contracts/admin-units';
import type { TicketCategory, TicketKind, TicketState, TicketStep } from '../contracts/tickets';
import { among } from '../server/db/among';
import type { Database } from '../server/db/client';
import { account, adminUnit, ticket, ticketEvent } from '../server/db/schema';
import { NotFoundError } from '../server/errors';
import { readStanding } from './standing.server';
import { readParty } from './step.server';
import { openSteps } from './steps';

export interface TicketEvent {
	step: TicketStep;
	text: string;
	/** Null for a visitor of a public page. */
	by: string | null;
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
	/** Null for a visitor of a public page, who wasn't asked for a name. */
	raisedBy: string | null;
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
		.leftJoin(account, eq(account.id, ticket.raisedBy))
		.where(eq(ticket.id, id));
	const missing = `There is no ticket ${id}.`;
	if (!found) throw new NotFoundError(missing);
	await requireSight(database, actor, { roles: ['viewer'], unitId: found.unit.id, missing });
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
		open: openSteps(state, await readParty(database, actor, found.ticket, standing, now)),
	};
}

/** In the order of their ids as given. */
async function readUnits(database: Database, ids: number[]): Promise<Unit[]> {
	const units = await database.select(unitColumns).from(adminUnit).where(among(adminUnit.id, ids));
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
		.leftJoin(account, eq(account.id, ticketEvent.byAccountId))
		.innerJoin(adminUnit, eq(adminUnit.id, ticketEvent.atUnitId))
		.where(eq(ticketEvent.ticketId, id))
		.orderBy(asc(ticketEvent.id));
}
