import {
	figuresScenes,
	hasFigures,
	sceneWords,
	type FiguresScene,
	type SceneFigures,
	type SceneName,
} from '../../contracts/wall';

export type HeldFigures = { readonly [Scene in FiguresScene]?: SceneFigures[Scene] };

/** What the figures of the scenes depend on. */
export interface Wanted {
	scenes: readonly SceneName[];
	/** Address of the wall, and what is asked of it besides. */
	address: string;
	query: string;
	/** Changes whenever they have to be read anew, such as the change number. */
	version: string;
}

/** Changes come in runs: what they change is read once. */
const settleTime = 700;
const retryTime = 3_000;
const answerTime = 20_000;

type PerScene<Value> = { [Scene in FiguresScene]?: Value | undefined };

/**
 * The figures of the scenes that are drawn, read anew after every change and replaced as a whole. Those
 * of a scene that is drawn no more are forgotten, so that it never comes back with old ones.
 */
export class SceneFiguresState {
	#held = $state.raw<HeldFigures>({});
	#wanted: Wanted = { scenes: [], address: '', query: '', version: '' };
	#versions: PerScene<string> = {};
	#asked: PerScene<AbortController> = {};
	#timers: PerScene<ReturnType<typeof setTimeout>> = {};

	constructor(first: HeldFigures) {
		this.#held = first;
	}

	get held(): HeldFigures {
		return this.#held;
	}

	/** Has those of another moment alone, and reads the others. */
	restart(first: HeldFigures): void {
		for (const scene of figuresScenes) this.#forget(scene);
		this.#held = first;
		this.#wanted = { ...this.#wanted, address: '' };
	}

	has(scene: SceneName): boolean {
		return !hasFigures(scene) || this.#held[scene] !== undefined;
	}

	follow(wanted: Wanted): void {
		const isOther = this.#wanted.address !== '' && this.#wanted.query !== wanted.query;
		this.#wanted = wanted;
		for (const scene of figuresScenes) {
			if (!wanted.scenes.includes(scene)) {
				this.#forget(scene);
				continue;
			}
			// An answer about something else is of no use any more.
			if (isOther) this.#cancel(scene);
			const version = this.#versions[scene];
			if (version === wanted.version && !isOther) continue;
			this.#readLater(scene, version === undefined || isOther ? 0 : settleTime);
		}
	}

	stop(): void {
		for (const scene of figuresScenes) this.#cancel(scene);
	}

	#forget(scene: FiguresScene): void {
		this.#cancel(scene);
		this.#versions[scene] = undefined;
		if (this.#held[scene] !== undefined) this.#held = { ...this.#held, [scene]: undefined };
	}

	#cancel(scene: FiguresScene): void {
		clearTimeout(this.#timers[scene]);
		this.#timers[scene] = undefined;
		this.#asked[scene]?.abort();
		this.#asked[scene] = undefined;
	}

	#readLater(scene: FiguresScene, delay: number): void {
		this.#versions[scene] = this.#wanted.version;
		// What waits already will see the change that asks now. What is under way may miss it, and is taken
		// all the same, with another question after it: changes that never pause would let no answer through.
		if (this.#timers[scene] !== undefined || this.#asked[scene] !== undefined) return;
		this.#timers[scene] = setTimeout(() => {
			this.#timers[scene] = undefined;
			void this.#read(scene);
		}, delay);
	}

	async #read(scene: FiguresScene): Promise<void> {
		const asked = new AbortController();
		this.#asked[scene] = asked;
		const { address, query, version } = this.#wanted;
		try {
			const response = await fetch(`${address}/${sceneWords[scene]}?${query}`, {
				signal: AbortSignal.any([asked.signal, AbortSignal.timeout(answerTime)]),
			});
			if (!response.ok) throw new Error(`No figures: HTTP ${response.status}`);
			const { figures } = (await response.json()) as { figures: SceneFigures[typeof scene] };
			if (asked.signal.aborted) return;
			this.#asked[scene] = undefined;
			this.#held = { ...this.#held, [scene]: figures };
			if (this.#versions[scene] !== version) this.#readLater(scene, settleTime);
		} catch {
			if (asked.signal.aborted) return;
			// No answer: the scene stays as it is, or isn't shown yet, and the question is put again.
			this.#asked[scene] = undefined;
			this.#readLater(scene, retryTime);
		}
	}
}
