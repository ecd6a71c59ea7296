import type MapCanvas from './MapCanvas.svelte';
import type { MapControls } from './MapCanvas.svelte';
import type { Drawing } from './projection';
import { whenIdleAndVisible } from './when-idle';

/**
 * Whether there are fingers alone, as on a phone: the drawing answers taps there, and the canvas, which
 * is several times what the rest of a page weighs, waits until it is asked for.
 */
const isTouchedOnly = () => matchMedia('(hover: none) and (pointer: coarse)').matches;

/** What a canvas draws as long as it is there: one layer, and what its areas make up. */
export const drawnBy = (layerAddress: string | undefined, { groups }: Drawing) =>
	layerAddress && `${layerAddress} ${groups.map(({ id }) => id).join()}`;

/** Fetches the canvas of a map once it is wanted, and remembers what was asked of it before it came. */
export class CanvasLoading {
	/** Until it is there, and where it can't be, the drawing is the map. */
	component = $state.raw<typeof MapCanvas | null>(null);
	#ready = $state.raw<{ controls: MapControls; drawn: string } | null>(null);
	#waits = $state(false);
	#wish = $state.raw<((controls: MapControls) => void) | null>(null);
	/** They stand for those of a canvas that isn't there yet. */
	readonly #wishes: MapControls = {
		zoomIn: () => this.#ask(({ zoomIn }) => zoomIn()),
		zoomOut: () => this.#ask(({ zoomOut }) => zoomOut()),
		reset: () => this.#ask(({ reset }) => reset()),
	};

	/** Begins once the map is seen or, where fingers can touch it and nothing else can, once it is asked for. */
	start(box: Element, touchable: boolean): (() => void) | undefined {
		this.#waits = touchable && isTouchedOnly();
		return this.#waits ? undefined : whenIdleAndVisible(box, () => void this.#load());
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
		this.#wish?.(controls);
		this.#wish = null;
	}

	/** The picture is gone for a while. */
	lose(): void {
		this.#ready = null;
	}

	fail(): void {
		this.component = null;
		this.#ready = null;
		this.#waits = false;
		this.#wish = null;
	}

	#ask(wish: (controls: MapControls) => void): void {
		this.#wish = wish;
		void this.#load();
	}

	async #load(): Promise<void> {
		this.component = await import('./MapCanvas.svelte').then(
			(module) => module.default,
			() => null,
		);
		// Without a network it can be asked for again.
		if (!this.component) this.#wish = null;
	}
}
