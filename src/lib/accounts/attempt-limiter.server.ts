import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** Slows guessing of one kind of code down: so many failures of one key within a span. */
export class AttemptLimiter {
	readonly #limiter: RateLimiterMemory;

	constructor({ failures, minutes }: { failures: number; minutes: number }) {
		this.#limiter = new RateLimiterMemory({
			points: failures,
			duration: minutes * 60,
			blockDuration: minutes * 60,
		});
	}

	/** Counts before the code is looked at. Answers with the whole minutes to wait, or 0 to go ahead. */
	async attempt(key: string): Promise<number> {
		try {
			await this.#limiter.consume(key);
			return 0;
		} catch (refused) {
			if (!(refused instanceof RateLimiterRes)) throw refused;
			return Math.max(1, Math.ceil(refused.msBeforeNext / 60_000));
		}
	}

	/** Takes the attempt back: the code was right. */
	async succeeded(key: string): Promise<void> {
		await this.#limiter.reward(key);
	}
}
