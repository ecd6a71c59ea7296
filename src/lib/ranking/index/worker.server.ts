import { parentPort } from 'node:worker_threads';
import type { IndexInput, IndexResult } from '../../contracts/award-index';
import { compute } from './compute';

/** What a worker answers: an error would arrive without its class. */
export type Answer = { result: IndexResult } | { failed: string };

parentPort?.on('message', (input: IndexInput) => parentPort?.postMessage(answer(input)));

function answer(input: IndexInput): Answer {
	try {
		return { result: compute(input) };
	} catch (error) {
		return { failed: error instanceof Error ? error.message : String(error) };
	}
}
