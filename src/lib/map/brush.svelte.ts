import { classStates, isClassState, type MapState } from '../contracts/map-states';

const none: ReadonlySet<MapState> = new Set();

/** All classes between two, both included; of states without an order only the two. */
export function statesBetween(one: MapState, other: MapState): Set<MapState> {
	if (!isClassState(one) || !isClassState(other)) return new Set([one, other]);
	const [first = 0, last = 0] = [classStates.indexOf(one), classStates.indexOf(other)].sort(
		(a, b) => a - b,
	);
	return new Set(classStates.slice(first, last + 1));
}

/**
 * Which states somebody picked out in a legend, to see these alone wherever areas are shown. They are
 * forgotten when the legend becomes another one, which `legend` tells by its name.
 */
export class Brush {
	readonly #legend: () => string;
	#picked = $state.raw({ legend: '', states: none });
	#pointed = $state.raw<MapState | null>(null);
	#anchor: MapState | null = null;

	constructor(legend: () => string) {
		this.#legend = legend;
	}

	/** Empty: nothing is left out. */
	get chosen(): ReadonlySet<MapState> {
		return this.#picked.legend === this.#legend() ? this.#picked.states : none;
	}

	/** What keeps its strength: the state under the pointer, else what is chosen. */
	get highlighted(): ReadonlySet<MapState> {
		return this.#pointed === null ? this.chosen : new Set([this.#pointed]);
	}

	/** Whether areas in this state are to be shown. */
	holds(state: MapState): boolean {
		return this.chosen.size === 0 || this.chosen.has(state);
	}

	point(state: MapState | null): void {
		this.#pointed = state;
	}

	/** Chooses one state, or lets go of it. */
	press(state: MapState): void {
		const isAlone = this.chosen.size === 1 && this.chosen.has(state);
		this.#anchor = state;
		this.#choose(isAlone ? none : new Set([state]));
	}

	/** Where a range begins. */
	begin(state: MapState): void {
		this.#anchor = state;
	}

	/** Everything from where the last choice began. */
	extend(state: MapState): void {
		this.#choose(statesBetween(this.#anchor ?? state, state));
	}

	clear(): void {
		this.#choose(none);
	}

	#choose(states: ReadonlySet<MapState>): void {
		this.#picked = { legend: this.#legend(), states };
	}
}
