import type { Frame } from '../../../map/timeline/frames';

interface Shown {
	series: string;
	frame: Frame | null;
}

/** The month that is drawn instead of that of the page: never one of another series than the map plays now. */
export class Played {
	readonly #series: () => string | null;
	#shown = $state.raw<Shown | null>(null);
	#resting = $state.raw<Shown | null>(null);
	/** A month that somebody asked for beside the map; each time they do it is another object. */
	asked = $state.raw<{ code: string } | null>(null);

	/** @param series where the months are that the map can play; null where it can't. */
	constructor(series: () => string | null) {
		this.#series = series;
	}

	/** Null: that of the page. */
	get frame(): Frame | null {
		return this.#of(this.#shown);
	}

	/** The same for what can't follow every step: where it stopped. */
	get resting(): Frame | null {
		return this.#of(this.#resting);
	}

	/** @param rests it stays there unless somebody goes on. */
	show(series: string, frame: Frame | null, rests: boolean): void {
		const shown = { series, frame };
		this.#shown = shown;
		if (rests) this.#resting = shown;
	}

	#of(shown: Shown | null): Frame | null {
		return shown?.series === this.#series() ? shown.frame : null;
	}
}
