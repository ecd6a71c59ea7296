import { everyState, type MapState } from '../../contracts/map/states';
import { onlyState } from './state-sets';

/** How many areas are in each state. */
export function countStates(states: Iterable<MapState>): Record<MapState, number> {
	const counts = Object.fromEntries(everyState.map((state) => [state, 0])) as Record<
		MapState,
		number
	>;
	for (const state of states) counts[state] += 1;
	return counts;
}

/** How many are in what an entry of a legend stands for. */
export const countEntry = (counts: Readonly<Record<MapState, number>>, head: MapState): number =>
	[...onlyState(head)].reduce((sum, state) => sum + counts[state], 0);
