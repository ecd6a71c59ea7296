import { ticketCategories, ticketKinds, ticketStates } from '../contracts/tickets';

export const filterLevels = ['commune', 'district', 'province'] as const;

/** What the list of tickets is narrowed down to, as its address says. */
export function parseTicketFilter(parameters: URLSearchParams) {
	const chosen = <Value extends string>(name: string, values: readonly Value[]) =>
		values.find((value) => value === parameters.get(name)) ?? null;
	return {
		// What waits is what a visitor comes for.
		state: parameters.has('tinh-trang') ? chosen('tinh-trang', ticketStates) : ('open' as const),
		category: chosen('nhom', ticketCategories),
		kind: chosen('loai', ticketKinds),
		level: chosen('cap', filterLevels),
	};
}
