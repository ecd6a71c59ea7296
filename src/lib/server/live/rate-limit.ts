/**
 * How often one socket may ask: `limit` questions per `span` milliseconds. Limits are per socket, not
 * per address, since a whole office shares one address.
 */
export class RateLimit {
	readonly #limit: number;
	readonly #span: number;
	#asked: number[] = [];

	constructor(limit: number, span: number) {
		this.#limit = limit;
		this.#span = span;
	}

	/** Counts a question. @returns false when it is one too many. */
	allow(now: number): boolean {
		this.#asked = this.#asked.filter((at) => now - at < this.#span);
		this.#asked.push(now);
		return this.#asked.length <= this.#limit;
	}
}
