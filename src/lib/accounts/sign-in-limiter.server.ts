import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { isIPv6 } from 'node:net';

const minute = 60;
const span = 15 * minute;
const longestBlock = 4 * 60 * minute;

/**
 * Slows guessing down: of 15 minutes, 5 failures for one account from one address and 30 from one
 * address. Each further block of a pair is twice as long. Kept in this process's memory.
 */
export class SignInLimiter {
	readonly #pairs = new RateLimiterMemory({ keyPrefix: 'pair', points: 5, duration: span });
	readonly #addresses = new RateLimiterMemory({
		keyPrefix: 'address',
		points: 30,
		duration: span,
		blockDuration: span,
	});
	/** Blocks of a pair within a day. */
	readonly #blocks = new RateLimiterMemory({ keyPrefix: 'blocks', points: 100, duration: 86_400 });

	/**
	 * Counts an attempt before the password is looked at, so that attempts at the same moment can't
	 * slip through together. Answers with the whole minutes to wait, or 0 to go ahead.
	 */
	async attempt(name: string, address: string): Promise<number> {
		const pair = pairKey(name, address);
		const counted = await this.#pairs.get(pair);
		if (counted && counted.consumedPoints > this.#pairs.points)
			return minutes(counted.msBeforeNext);
		const addressOver = await consume(this.#addresses, network(address));
		if (addressOver) return minutes(addressOver.msBeforeNext);
		const pairOver = await consume(this.#pairs, pair);
		if (!pairOver) return 0;
		// Only the first one over the limit starts a block; those at the same moment join it.
		if (pairOver.consumedPoints > this.#pairs.points + 1) return minutes(pairOver.msBeforeNext);
		const { consumedPoints: blocks } = await this.#blocks.penalty(pair);
		const block = Math.min(span * 2 ** (blocks - 1), longestBlock);
		return minutes((await this.#pairs.block(pair, block)).msBeforeNext);
	}

	/** Takes the attempt back: the password was right. */
	async succeeded(name: string, address: string): Promise<void> {
		const pair = pairKey(name, address);
		await this.#pairs.delete(pair);
		await this.#blocks.delete(pair);
		await this.#addresses.reward(network(address));
	}
}

export const signInLimiter = new SignInLimiter();

/** How far over the limit this one is; null while it is within. */
async function consume(limiter: RateLimiterMemory, key: string): Promise<RateLimiterRes | null> {
	try {
		await limiter.consume(key);
		return null;
	} catch (refused) {
		if (refused instanceof RateLimiterRes) return refused;
		throw refused;
	}
}

const minutes = (milliseconds: number) => Math.max(1, Math.ceil(milliseconds / 60_000));

const pairKey = (name: string, address: string) => `${name}|${network(address)}`;

/** One household or office: an IPv4 address, or the 64 bits of an IPv6 network that one customer gets. */
export function network(address: string): string {
	const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
	if (mapped) return mapped;
	if (!isIPv6(address)) return address;
	const [head = '', tail] = address.split('%', 1).join('').split('::');
	const before = head === '' ? [] : head.split(':');
	const after = tail ? tail.split(':') : [];
	const zeros = tail === undefined ? 0 : 8 - before.length - after.length;
	const groups = [...before, ...Array<string>(Math.max(0, zeros)).fill('0'), ...after];
	return groups
		.slice(0, 4)
		.map((group) => Number.parseInt(group, 16).toString(16))
		.join(':');
}
