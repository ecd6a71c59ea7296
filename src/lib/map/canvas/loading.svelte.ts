import { isTouchedOnly } from '../../contracts/touched-only';
import type MapCanvas from './MapCanvas.svelte';
import type { MapControls } from './map-controls';
import type { Drawing } from '../geometry/projection';
import { whenIdleAndVisible } from './when-idle';
import { hourLength } from '../../contracts/local-time';

/** What a canvas draws as long as it is there: one layer, and what its areas make up. */
export const drawnBy = (layerAddress: string | undefined, { groups }: Drawing) =>
	layerAddress && `${layerAddress} ${groups.map(({ id }) => id).join()}`;

/** What couldn't be had is asked for again after so long, then each time after twice as long, up to an hour. */
const retryTime = 5_000;
const longestRetry = hourLength;

/** Fetches the canvas of a map once it is wanted, and remembers what was asked of it before it came. */
export class CanvasLoading {
	/** Until it is there, and where it can't be, the drawing is the map. */
	component = $state.raw<typeof MapCanvas | null>(null);
	#ready = $state.raw<{ controls: MapControls; drawn: string } | null>(null);
	#waits = $state(false);
	#wish = $state.raw<((controls: MapControls) => void) | null>(null);
	/** Nobody asks for the canvas of a map that is looked at for months. */
	#retries = false;
	#failures = 0;
	#retry: ReturnType<typeof setTimeout> | undefined;
	/** They stand for those of a canvas that isn't there yet. */
	readonly #wishes: MapControls = {
		zoomIn: () => this.#ask(({ zoomIn }) => zoomIn()),
		zoomOut: () => this.#ask(({ zoomOut }) => zoomOut()),
		reset: () => this.#ask(({ reset }) => reset()),
	};

	/**
	 * Begins once the map is seen or, where fingers can touch it and nothing else can, once it is asked for: the drawing
	 * answers taps, and the canvas is several times what the rest of a page weighs.
	 */
	start(box: Element, touchable: boolean): (() => void) | undefined {
		this.#waits = touchable && isTouchedOnly();
		if (this.#waits) return undefined;
		this.#retries = true;
		// What is only looked at has nothing to do in the meantime.
		const cancel = touchable ? whenIdleAndVisible(box, () => void this.#load()) : () => {};
		if (!touchable) void this.#load();
		return () => {
			this.#retries = false;
			clearTimeout(this.#retry);
			cancel();
		};
	}

	/** Of the canvas that draws just this: that of something else has gone with it. */
	controlsOf(drawn: string | undefined): MapControls | null {
		return this.#ready?.drawn === drawn ? (this.#ready?.controls ?? null) : null;
	}

	/** What buttons do meanwhile; null: nothing waits for them. */
	get wishes(): MapControls | null {
		return this.#waits ? this.#wishes : null;
	}

	get busy(): boolean {
		return this.#wish !== null;
	}

	/** Two fingers want to zoom. */
	touch({ touches }: TouchEvent): void {
		if (this.#waits && touches.length > 1) void this.#load();
	}

	begin(controls: MapControls, drawn: string): void {
		this.#ready = { controls, drawn };
		this.#waits = false;
		this.#failures = 0;
		this.#wish?.(controls);
		this.#wish = null;
	}

	/** The picture is gone for a while. */
	lose(): void {
		this.#ready = null;
	}

	/** Without its layer or a graphics card the drawing stays; it is tried again where nobody is there to ask. */
	fail(): void {
		this.component = null;
		this.#ready = null;
		this.#waits = false;
		this.#wish = null;
		this.#loadLater();
	}

	#ask(wish: (controls: MapControls) => void): void {
		this.#wish = wish;
		void this.#load();
	}

	async #load(): Promise<void> {
		this.component = await import('./MapCanvas.svelte')
			.then((module) => module.default)
			.catch(() => null);
		if (this.component) return;
		// Without a network it can be asked for again.
		this.#wish = null;
		this.#loadLater();
	}

	#loadLater(): void {
		if (!this.#retries) return;
		clearTimeout(this.#retry);
		const delay = Math.min(longestRetry, retryTime * 2 ** this.#failures);
		this.#failures += 1;
		this.#retry = setTimeout(() => void this.#load(), delay);
	}
}
