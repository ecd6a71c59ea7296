import { mapStates, type MapState } from '../contracts/map-states';

/** How many areas are in each state. */
export function countStates(states: Iterable<MapState>): Record<MapState, number> {
	const counts = Object.fromEntries(mapStates.map((state) => [state, 0])) as Record<
		MapState,
		number
	>;
	for (const state of states) counts[state] += 1;
	return counts;
}
