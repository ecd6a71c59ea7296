import { TooManyError } from '../errors';

/** Pages of one network that are written at once: it may be an office, or one who asks without end. */
const mostAtOnce = 4;
const mostWaiting = 200;

interface Own {
	running: number;
	waiting: (() => void)[];
}

/** Lets nobody have so much written that everybody else waits: each network has a queue of its own. */
export class NetworkTurns {
	readonly #networks = new Map<string, Own>();

	/** @throws TooManyError where too many of the same network wait already. */
	async take<Result>(network: string, work: () => Promise<Result>): Promise<Result> {
		const own = this.#networks.get(network) ?? { running: 0, waiting: [] };
		this.#networks.set(network, own);
		if (own.running < mostAtOnce) own.running += 1;
		else if (own.waiting.length >= mostWaiting)
			throw new TooManyError('Too many pages are being written for one network.');
		else await new Promise<void>((resolve) => own.waiting.push(resolve));
		try {
			return await work();
		} finally {
			const next = own.waiting.shift();
			if (next) next();
			else own.running -= 1;
			if (own.running === 0) this.#networks.delete(network);
		}
	}
}
