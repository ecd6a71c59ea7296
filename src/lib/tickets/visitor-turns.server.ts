import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { InvalidError } from '../server/errors';
import { network } from '../server/network';

/** Enough for a whole office behind one address, too little to flood whoever answers. */
const turns = new RateLimiterMemory({ points: 10, duration: 600 });

/**
 * Counts what one address sends without signing in; the address is not kept.
 * @throws InvalidError when it sends too much.
 */
export async function takeVisitorTurn(from: string): Promise<void> {
	try {
		await turns.consume(network(from));
	} catch (refused) {
		if (!(refused instanceof RateLimiterRes)) throw refused;
		throw new InvalidError([
			{ field: 'text', rule: 'tooMany', message: 'too much from one address' },
		]);
	}
}
