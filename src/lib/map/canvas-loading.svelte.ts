import type MapCanvas from './MapCanvas.svelte';
import type { MapControls } from './MapCanvas.svelte';
import { whenIdleAndVisible } from './when-idle';

/**
 * Whether there are fingers alone, as on a phone: the drawing answers taps there, and the canvas, which
 * is several times what the rest of a page weighs, waits until it is asked for.
 */
const isTouchedOnly = () => matchMedia('(hover: none) and (pointer: coarse)').matches;

/** Fetches the canvas of a map once it is wanted, and remembers what was asked of it before it came. */
export class CanvasLoading {
	/** Until it is there, and where it can't be, the drawing is the map. */
	component = $state.raw<typeof MapCanvas | null>(null);
	#ready = $state.raw<{ controls: MapControls; layerAddress: string } | null>(null);
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

	/** Of the canvas of this very layer: that of another one has gone with it. */
	controlsOf(layerAddress: string | undefined): MapControls | null {
		return this.#ready?.layerAddress === layerAddress ? (this.#ready?.controls ?? null) : null;
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

	begin(controls: MapControls, layerAddress: string): void {
		this.#ready = { controls, layerAddress };
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
