import type { MapState } from '../../contracts/map/states';
import { noStates, onlyState, statesBetween, type StateSet } from './state-sets';

/**
 * Which states somebody picked out in a legend, to see these alone wherever areas are shown. They are
 * forgotten when the legend becomes another one, which `legend` tells by its name.
 */
export class Brush {
	readonly #legend: () => string;
	#picked = $state.raw({ legend: '', states: noStates });
	#pointed = $state.raw<MapState | null>(null);
	#anchor: MapState | null = null;

	/** @param chosen what an address had picked out. */
	constructor(legend: () => string, chosen: StateSet) {
		this.#legend = legend;
		this.#choose(chosen);
	}

	/** Empty: nothing is left out. */
	get chosen(): StateSet {
		return this.#picked.legend === this.#legend() ? this.#picked.states : noStates;
	}

	/** What keeps its strength: the state under the pointer, else what is chosen. */
	get highlighted(): StateSet {
		return this.#pointed === null ? this.chosen : onlyState(this.#pointed);
	}

	/** Whether areas in this state are pointed at in the legend. */
	lights(state: MapState): boolean {
		return this.#pointed !== null && onlyState(this.#pointed).has(state);
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
		const only = onlyState(state);
		const isAlone = this.chosen.size === only.size && this.chosen.has(state);
		this.#anchor = state;
		this.#choose(isAlone ? noStates : only);
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
		this.#choose(noStates);
	}

	#choose(states: StateSet): void {
		this.#picked = { legend: this.#legend(), states };
	}
}
