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
	tickets: PublicTicket[];
}

/** By who answers, the slowest first; what waits longest first, then what was answered last. */
export function arrangeLedger(tickets: readonly PublicTicket[]): Answering[] {
	const byUnit = new Map<number, PublicTicket[]>();
	for (const ticket of tickets)
		byUnit.set(ticket.at.id, [...(byUnit.get(ticket.at.id) ?? []), ticket]);
	return [...byUnit.values()]
		.flatMap((own): Answering[] => {
			const [first] = own;
			if (!first) return [];
			const waiting = own.filter(({ state }) => state === 'open').length;
			const counts = { waiting, answered: own.length - waiting };
			return [{ at: first.at, ...counts, usualDays: median(own), tickets: inOrder(own) }];
		})
		.toSorted(
			(one, other) =>
				other.usualDays - one.usualDays || other.waiting - one.waiting || one.at.id - other.at.id,
		);
}

function median(tickets: readonly PublicTicket[]): number {
	const days = tickets.map((ticket) => ticket.days).toSorted((one, other) => one - other);
	return days[Math.floor(days.length / 2)] ?? 0;
}

const inOrder = (tickets: readonly PublicTicket[]): PublicTicket[] =>
	tickets.toSorted((one, other) => {
		const [first, second] = [one.state === 'open', other.state === 'open'];
		return first === second ? other.days - one.days || one.id - other.id : first ? -1 : 1;
	});
