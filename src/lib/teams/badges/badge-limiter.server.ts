import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { network } from '../../server/network';

/** Enough for a whole village behind one address, too little to try tokens out. */
export class BadgeLimiter {
	readonly #lookups = new RateLimiterMemory({ points: 60, duration: 60 });

	/** Whether one more lookup from the address is let through. */
	async allows(address: string): Promise<boolean> {
		try {
			await this.#lookups.consume(network(address));
			return true;
		} catch (refused) {
			if (refused instanceof RateLimiterRes) return false;
			throw refused;
		}
	}
}

export const badgeLimiter = new BadgeLimiter();
