import * as v from 'valibot';
import { PublishedFreeze } from '../../contracts/awards/freeze';
import type { CheckedStep } from './check-freeze';
import type { CheckAnswer, CheckQuestion } from './check-worker';

type CheckState = 'idle' | 'loading' | 'computing' | 'done' | 'failed';

/** One check of a freeze at a time, in a worker of the browser: the page goes on answering. */
export class FreezeCheck {
	#state = $state<CheckState>('idle');
	#steps = $state.raw<CheckedStep[] | null>(null);
	#milliseconds = $state(0);
	#worker: Worker | null = null;

	get state(): CheckState {
		return this.#state;
	}
	/** What was found; null before. */
	get steps(): CheckedStep[] | null {
		return this.#steps;
	}
	/** What computing took. */
	get milliseconds(): number {
		return this.#milliseconds;
	}

	/** @param read the file's text. @param criteriaHashes by category. */
	async run(
		read: () => Promise<string>,
		criteriaHashes: Readonly<Record<string, string>>,
	): Promise<void> {
		this.stop();
		this.#steps = null;
		this.#state = 'loading';
		try {
			const published = v.parse(PublishedFreeze, JSON.parse(await read()));
			this.#state = 'computing';
			const begun = performance.now();
			const answer = await this.#ask({ published, criteriaHashes: { ...criteriaHashes } });
			this.#milliseconds = performance.now() - begun;
			if ('steps' in answer) this.#steps = answer.steps;
			this.#state = 'steps' in answer ? 'done' : 'failed';
		} catch {
			// Whatever the file is, or the way to it: it is said that it can't be read.
			this.#state = 'failed';
		} finally {
			this.stop();
		}
	}

	stop(): void {
		this.#worker?.terminate();
		this.#worker = null;
	}

	async #ask(question: CheckQuestion): Promise<CheckAnswer> {
		const { default: CheckWorker } = await import('./check-worker?worker');
		return new Promise((resolve, reject) => {
			const worker = new CheckWorker();
			this.#worker = worker;
			worker.onmessage = ({ data }: MessageEvent<CheckAnswer>) => resolve(data);
			worker.onerror = () => reject(new Error('The worker failed.'));
			worker.postMessage(question);
		});
	}
}
