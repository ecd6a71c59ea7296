import type { TicketState, TicketStep } from '../contracts/tickets';

/** What somebody is to a ticket: of the unit that raised it, or of a level that answers. */
export interface TicketParty {
	raises: boolean;
	answers: boolean;
}

/**
 * Which steps a person may take. Whoever raised a ticket may withdraw it at any time; those above
 * close only what has been answered, so that nothing is put away unanswered.
 */
export function openSteps(
	state: TicketState,
	{ raises, answers }: TicketParty,
): Record<TicketStep, boolean> {
	return {
		answered: answers && state !== 'closed',
		closed: (raises && state !== 'closed') || (answers && state === 'answered'),
		reopened: raises && state !== 'open',
	};
}
