import { parentPort } from 'node:worker_threads';
import type { IndexInput, IndexResult } from '../../contracts/awards/composite-index';
import { compute, drawPart } from './compute';
import { joinDraws, type DrawnPlaces, type DrawPart } from './draws';

/** What is asked of a worker: a whole index, part of its draws, or what follows from all parts. */
export interface Order {
	input: IndexInput;
	part?: DrawPart;
	parts?: readonly DrawnPlaces[];
}

/** What a worker answers: an error would arrive without its class. */
export type Answer<Told> = Told | { failed: string };
export interface Computed {
	result: IndexResult;
}
export interface Drawn {
	drawn: DrawnPlaces;
}

parentPort?.on('message', (order: Order) => parentPort?.postMessage(answer(order)));

function answer({ input, part, parts }: Order): Answer<Computed | Drawn> {
	try {
		if (part) return { drawn: inSharedMemory(drawPart(input, part)) };
		return { result: compute(input, parts && joinDraws(parts)) };
	} catch (error) {
		return { failed: error instanceof Error ? error.message : String(error) };
	}
}

/** Tens of megabytes, which the server hands on without copying them. */
function inSharedMemory({ method, sampling, both, places }: DrawnPlaces): DrawnPlaces {
	const shared = (counts: Uint16Array) => {
		const copy = new Uint16Array(new SharedArrayBuffer(counts.byteLength));
		copy.set(counts);
		return copy;
	};
	return {
		method: shared(method),
		sampling: sampling && shared(sampling),
		both: shared(both),
		places: shared(places),
	};
}
