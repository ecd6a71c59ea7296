import { classStates, isClassState, type MapState } from '../contracts/map-states';

export type StateSet = ReadonlySet<MapState>;

export const noStates: StateSet = new Set();
export const onlyState = (state: MapState): StateSet => new Set([state]);

/** All classes between two, both included; of states without an order only the two. */
export function statesBetween(one: MapState, other: MapState): StateSet {
	if (!isClassState(one) || !isClassState(other)) return new Set([one, other]);
	const [first = 0, last = 0] = [classStates.indexOf(one), classStates.indexOf(other)].sort(
		(a, b) => a - b,
	);
	return new Set(classStates.slice(first, last + 1));
}
