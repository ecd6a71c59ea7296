import type { Database } from '../../server/db/client';
import {
	ownAttempts,
	sharedAttempts,
	type AttemptStore,
	type Counter,
} from './attempt-store.server';
import { network } from '../../server/network';
import { minuteLength } from '../../contracts/local-time';

const span = 15 * 60;
const free = 10;

/**
 * Slows one network's wrong codes down. A right code of today's length is never refused: among 2⁵⁹
 * of them guessing finds nothing, however fast, so nobody can shut leaders out by wrong ones.
 */
export class LinkLimiter {
	readonly #networks: Counter;

	constructor(store: AttemptStore = ownAttempts()) {
		this.#networks = store('link.network', span);
	}

	/** Counts a code; answers with the whole minutes to wait, or 0. */
	async attempt(address: string): Promise<number> {
		const counted = await this.#networks.penalty(network(address));
		if (counted.consumedPoints <= free) return 0;
		return Math.max(1, Math.ceil(counted.msBeforeNext / minuteLength));
	}

	async succeeded(address: string): Promise<void> {
		await this.#networks.reward(network(address));
	}
}

export const linkLimiter = (database: Database): LinkLimiter =>
	new LinkLimiter(sharedAttempts(database));
