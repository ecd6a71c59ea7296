import type { SceneName, WallOrder } from '../../contracts/wall';

/** What decides what is on the wall; getters, so that it follows them. */
export interface StageSources {
	order: () => WallOrder;
	/** What the calendar says, for an order that names no scene. */
	calendar: () => readonly SceneName[];
	/** Whether a scene is drawn, whole: until then the one before it stays. */
	isReady: (scene: SceneName) => boolean;
	/** A screen that somebody scrolls through stays at its scene. */
	mayMove: () => boolean;
}

/**
 * Which scene is on the wall. Only it and the one that comes next are drawn; the next one takes its
 * place once its time has come and it is ready.
 */
export class Stage {
	readonly #sources: StageSources;
	/** Asked for by a key; holds until the order changes. */
	#chosen = $state<SceneName | null>(null);
	#shown = $state<SceneName>('province');
	#paused = $state(false);
	/** Null until it is first told the time. */
	#since: number | null = null;
	readonly scenes: readonly SceneName[];

	constructor(sources: StageSources, first: SceneName | null = null) {
		this.#sources = sources;
		this.scenes = $derived.by(() => {
			const { scenes } = sources.order();
			return scenes.length > 0 ? scenes : sources.calendar();
		});
		const start = first !== null && this.scenes.includes(first) ? first : this.scenes[0];
		this.#shown = start ?? 'province';
	}

	/** Begins anew, as for another moment that is looked at. */
	restart(first: SceneName): void {
		this.#chosen = null;
		this.#shown = first;
		this.#since = null;
	}

	get shown(): SceneName {
		return this.#shown;
	}

	/** The one that is drawn meanwhile: asked for, or the next in turn. */
	get next(): SceneName {
		if (this.#chosen !== null && this.#chosen !== this.#shown) return this.#chosen;
		if (!this.scenes.includes(this.#shown)) return this.scenes[0] ?? this.#shown;
		return this.#at(1);
	}

	/** Both, in an order that stays. */
	get drawn(): readonly SceneName[] {
		const { next } = this;
		return next === this.#shown ? [next] : [next, this.#shown].sort();
	}

	get paused(): boolean {
		return this.#paused;
	}

	/** Moves on when the time has come, by this machine's clock. Call it every second, and after whatever may have made a scene ready. */
	tick(now: number): void {
		const since = (this.#since ??= now);
		const { next } = this;
		if (next === this.#shown) return;
		const { order, isReady, mayMove } = this.#sources;
		const isOver = now - since >= order().seconds * 1_000 || now < since;
		const isDue = mayMove() && !this.#paused && isOver;
		const isAsked = this.#chosen !== null || !this.scenes.includes(this.#shown);
		if (!(isAsked || isDue) || !isReady(next)) return;
		this.#shown = next;
		this.#chosen = null;
		this.#since = now;
	}

	/** As a key asks for, as soon as it is drawn; one that is shown already stays for its whole time. */
	show(scene: SceneName, now: number): void {
		this.#chosen = scene === this.#shown ? null : scene;
		if (this.#chosen === null) this.#since = now;
		this.tick(now);
	}

	/** Back or forth by so many scenes. */
	step(by: number, now: number): void {
		this.show(this.#at(by), now);
	}

	togglePause(): void {
		this.#paused = !this.#paused;
	}

	resume(): void {
		this.#paused = false;
	}

	#at(by: number): SceneName {
		const { scenes } = this;
		const index = scenes.indexOf(this.#shown);
		return scenes[(index + by + scenes.length) % scenes.length] ?? this.#shown;
	}
}
