export const ticketKinds = ['difficulty', 'proposal'] as const;
export type TicketKind = (typeof ticketKinds)[number];

export const ticketCategories = [
	'funding',
	'wifi',
	'training',
	'devices',
	'scams',
	'correction',
	'other',
] as const;
export type TicketCategory = (typeof ticketCategories)[number];

/** `answered` may be closed, or reopened by whoever raised it. */
export const ticketStates = ['open', 'answered', 'closed'] as const;
export type TicketState = (typeof ticketStates)[number];

export type TicketStep = 'answered' | 'closed' | 'reopened';
