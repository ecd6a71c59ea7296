import { classStates, isClassState, mapStates, type MapState } from '../contracts/map-states';

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

/** For an address; null: none. */
export const writeStates = (states: StateSet): string | null =>
	states.size === 0 ? null : mapStates.filter((state) => states.has(state)).join('.');

export function readStates(written: string | null): StateSet {
	const names = new Set(written?.split('.'));
	return new Set(mapStates.filter((state) => names.has(state)));
}
