import * as v from 'valibot';
import { IndexInput, type Board, type IndexResult } from '../../contracts/awards/composite-index';
import { ExpectedError } from '../../server/errors';
import { log } from '../../server/log';
import { workerPool } from '../../server/worker-pool';
import { onBoard } from './compute';
import type { DrawPart } from './draws';
import type { Answer, Computed, Drawn, Order } from './worker.server';
import { minuteLength } from '../../contracts/local-time';

/** The run stopped: what it found until then counts for nothing. Pages say so in a sentence of their own. */
export class FailedIndexError extends ExpectedError {
	override name = 'FailedIndexError';
	readonly status = 503;
	readonly code = 'indexFailed';
}

/** Each takes a whole core: two, so that the boards of a freeze don't wait for one another. */
const work = workerPool({
	name: 'index',
	source: new URL('./worker.server.ts', import.meta.url),
	...{ workers: 2, waiting: 50, heapMegabytes: 512, milliseconds: 2 * minuteLength },
	tooSlow: () => new FailedIndexError('The index took too long.'),
	outOfMemory: (cause) => new FailedIndexError('The index took too much memory.', { cause }),
});

/** More draws than these are shared among the workers. */
const drawsAtOnce = 5_000;

/**
 * The index of one board, computed in workers: nothing else waits for it. Null where the method counts
 * nothing on the board.
 * @throws FailedIndexError with what stopped the run; BusyError when too many are waiting already.
 */
export async function computeIndex(given: IndexInput, board: Board): Promise<IndexResult | null> {
	const input = onBoard(v.parse(IndexInput, given), board);
	if (!input) return null;
	const { draws } = input.draws;
	if (draws <= drawsAtOnce) return (await ask<Computed>(board, { input })).result;
	const asked = Array.from({ length: Math.ceil(draws / drawsAtOnce) }, (_, index): DrawPart => {
		const from = index * drawsAtOnce;
		return { from, until: Math.min(draws, from + drawsAtOnce) };
	});
	const drawn = await Promise.all(asked.map((part) => ask<Drawn>(board, { input, part })));
	const parts = drawn.map((part) => part.drawn);
	return (await ask<Computed>(board, { input, parts })).result;
}

async function ask<Told extends object>(board: Board, order: Order): Promise<Told> {
	const answer = await work<Answer<Told>>(order);
	if ('failed' in answer) {
		log('error', 'index.failed', { board, message: answer.failed });
		throw new FailedIndexError(answer.failed);
	}
	return answer;
}
