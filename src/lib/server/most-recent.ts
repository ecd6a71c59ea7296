/** What was computed, by key: so much of it as is worth its memory. What was kept longest ago makes room. */
export class MostRecent<Value> {
	readonly #values = new Map<string, Value>();
	readonly #most: number;

	constructor(most: number) {
		this.#most = most;
	}

	get(key: string): Value | undefined {
		return this.#values.get(key);
	}

	/** @param result what it comes of, if it isn't there yet: where that fails, nothing is kept. */
	keep(key: string, value: Value, result?: Promise<unknown>): void {
		this.#values.delete(key);
		this.#values.set(key, value);
		for (const oldest of [...this.#values.keys()].slice(0, -this.#most))
			this.#values.delete(oldest);
		result?.catch(() => {
			if (this.#values.get(key) === value) this.#values.delete(key);
		});
	}
}
