import { Worker } from 'node:worker_threads';
import { BusyError } from './errors';

export interface WorkerPool {
	/** What the worker, which is built under this name, runs from its source. */
	name: string;
	source: URL;
	workers: number;
	waiting: number;
	heapMegabytes: number;
	milliseconds: number;
	/** What to throw when a job takes too long, or more memory than it may. */
	tooSlow: () => Error;
	outOfMemory: (cause: Error) => Error;
}

/** A worker that has nothing to do is kept so long: starting one takes longer than most jobs. */
const idleMilliseconds = 30_000;

/**
 * Hands jobs to a few workers, whose `worker` file answers each message with one. Whatever a job does,
 * nobody else waits for it, and what takes too much time or memory ends there. The kept-up pools (piscina,
 * tinypool) end a job by a signal that runs from when it is handed in: to count from its beginning, they
 * would need a queue like this one in front of theirs.
 */
export function workerPool(pool: WorkerPool) {
	const idle = new Map<Worker, NodeJS.Timeout>();
	let working = 0;
	const waiting: (() => void)[] = [];

	/** @throws what the pool says; BusyError when too many jobs are waiting already. */
	return async function work<Answer>(order: object): Promise<Answer> {
		await takeTurn();
		try {
			const worker = wake();
			const answer = await ask<Answer>(worker, order);
			rest(worker);
			return answer;
		} finally {
			endTurn();
		}
	};

	function ask<Answer>(worker: Worker, order: object): Promise<Answer> {
		return new Promise((settle, fail) => {
			const stop = (reason: Error) => {
				end();
				void worker.terminate();
				fail(reason);
			};
			const late = setTimeout(() => stop(pool.tooSlow()), pool.milliseconds);
			const onMessage = (answer: Answer) => {
				end();
				settle(answer);
			};
			const onError = (error: Error) =>
				stop(isOutOfMemory(error) ? pool.outOfMemory(error) : error);
			const onExit = (code: number) => stop(new Error(`A worker ended with code ${code}.`));
			const end = () => {
				clearTimeout(late);
				worker.off('message', onMessage).off('error', onError).off('exit', onExit);
			};
			worker.on('message', onMessage).on('error', onError).on('exit', onExit);
			worker.postMessage(order);
		});
	}

	function wake(): Worker {
		const [rested] = idle.keys();
		if (!rested) return start();
		forget(rested);
		rested.ref();
		return rested;
	}

	function start(): Worker {
		const worker = new Worker(fileOf(pool), {
			resourceLimits: { maxOldGenerationSizeMb: pool.heapMegabytes },
			workerData: { source: pool.source.href },
		});
		// Heard even while nobody waits for an answer: an error that nobody hears ends the process.
		return worker.on('error', () => forget(worker)).on('exit', () => forget(worker));
	}

	/** A worker that waits for work keeps no process alive. */
	function rest(worker: Worker): void {
		worker.unref();
		const leave = () => {
			// It ends a while after it is told to: until then nobody may give it a job.
			forget(worker);
			void worker.terminate();
		};
		idle.set(worker, setTimeout(leave, idleMilliseconds).unref());
	}

	function forget(worker: Worker): void {
		clearTimeout(idle.get(worker));
		idle.delete(worker);
	}

	/** A job's time begins when it is done, not while others are. */
	async function takeTurn(): Promise<void> {
		if (working < pool.workers) {
			working += 1;
			return;
		}
		if (waiting.length >= pool.waiting) throw new BusyError('Too many jobs are waiting.');
		await new Promise<void>((begin) => waiting.push(begin));
	}

	function endTurn(): void {
		const next = waiting.shift();
		if (next) next();
		else working -= 1;
	}
}

/** Built beside the server by scripts/with-worker.js; elsewhere run from its source. */
const fileOf = ({ name }: WorkerPool): URL =>
	import.meta.url.includes('.ts')
		? new URL('./from-source.js', import.meta.url)
		: new URL(
				`workers/${name}.js`,
				import.meta.url.slice(0, import.meta.url.lastIndexOf('/server/') + 1),
			);

const isOutOfMemory = (error: Error): boolean =>
	'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
