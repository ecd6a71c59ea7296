import type { UnitKind } from '../contracts/admin-units';
import type { TicketCategory, TicketKind, TicketState } from '../contracts/tickets';

/** What everybody may know of one ticket. */
export interface PublicTicket {
	id: number;
	kind: TicketKind;
	category: TicketCategory;
	state: TicketState;
	/** The commune that it comes from, or the unit above where no commune is. */
	from: { kind: UnitKind; name: string };
	/** The level with which it lies, or that answered. */
	at: { id: number; kind: UnitKind; name: string };
	/** ISO instants. */
	raisedAt: string;
	answeredAt: string | null;
	/** How long it waits, or waited for its answer. */
	days: number;
	/** In words that whoever answered released; null where nothing was. */
	question: string | null;
	answer: string | null;
}

/** One level that answers, with what lies with it. */
export interface Answering {
	at: PublicTicket['at'];
	waiting: number;
	answered: number;
	/** Half of its tickets waited at least as long. */
	usualDays: number;
	/** Those of the page that is read. */
	tickets: PublicTicket[];
}

/** A ticket as the ledger lists it, with all that lies with the same level. */
export type LedgerRow = PublicTicket & Omit<Answering, 'at' | 'tickets'>;

/** By who answers, in the order of the rows. @param rows those of one level behind each other. */
export function byAnswering(rows: readonly LedgerRow[]): Answering[] {
	const ledger: Answering[] = [];
	for (const { waiting, answered, usualDays, ...ticket } of rows) {
		const last = ledger.at(-1);
		if (last?.at.id === ticket.at.id) last.tickets.push(ticket);
		else ledger.push({ at: ticket.at, waiting, answered, usualDays, tickets: [ticket] });
	}
	return ledger;
}
