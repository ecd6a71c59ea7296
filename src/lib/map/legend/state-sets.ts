import {
	cellStates,
	classStates,
	everyState,
	toneStates,
	type MapState,
} from '../../contracts/map/states';

export type StateSet = ReadonlySet<MapState>;

export const noStates: StateSet = new Set();
/** What one entry of a legend stands for. */
export const onlyState = (state: MapState): StateSet => statesBetween(state, state);

/** Tones in a column of a legend. */
const column = 2;
/** Cells in a row of one. */
const row = 3;

/** All between two, both included: a range of classes or tones, a block of cells; of states without an order only the two. */
export function statesBetween(one: MapState, other: MapState): StateSet {
	const classes = spanIn(classStates, one, other);
	if (classes) return new Set(classStates.slice(classes.first, classes.last + 1));
	const span = spanIn(toneStates, one, other);
	if (span) {
		const start = span.first - (span.first % column);
		return new Set(toneStates.slice(start, span.last - (span.last % column) + column));
	}
	const block = spanIn(cellStates, one, other);
	if (!block) return new Set([one, other]);
	const columns = [block.first % row, block.last % row].sort((a, b) => a - b);
	const [left = 0, right = 0] = columns;
	return new Set(
		cellStates
			.slice(block.first - (block.first % row), block.last - (block.last % row) + row)
			.filter((_, index) => index % row >= left && index % row <= right),
	);
}

/** Null unless both are among them. */
function spanIn(states: readonly MapState[], one: MapState, other: MapState) {
	const [first = -1, last = -1] = [states.indexOf(one), states.indexOf(other)].sort(
		(a, b) => a - b,
	);
	return first < 0 ? null : { first, last };
}

/** For an address; null: none. */
export const writeStates = (states: StateSet): string | null =>
	states.size === 0 ? null : everyState.filter((state) => states.has(state)).join('.');

export function readStates(written: string | null): StateSet {
	const names = new Set(written?.split('.'));
	return new Set(everyState.filter((state) => names.has(state)));
}
