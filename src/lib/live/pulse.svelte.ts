import { noUnits, together } from './apply-batch';

/** For how long units that moved are shown. */
export const pulseDuration = 2_000;

/** Units that moved a moment ago, each shown once for its whole time: what moves meanwhile comes after it. */
export class Pulse {
	#units = $state.raw(noUnits);
	#waiting = noUnits;
	#timer: ReturnType<typeof setTimeout> | undefined;

	/** Empty while nothing moves. */
	get units(): ReadonlySet<number> {
		return this.#units;
	}

	show(units: ReadonlySet<number>): void {
		if (units.size === 0) return;
		if (this.#timer === undefined) this.#begin(units);
		else this.#waiting = together(this.#waiting, units);
	}

	/** Something else is shown, of which nothing has moved. */
	clear(): void {
		clearTimeout(this.#timer);
		this.#timer = undefined;
		this.#waiting = noUnits;
		if (this.#units.size > 0) this.#units = noUnits;
	}

	#begin(units: ReadonlySet<number>): void {
		this.#units = units;
		this.#timer = setTimeout(() => {
			const waiting = this.#waiting;
			this.clear();
			this.show(waiting);
		}, pulseDuration);
	}
}
