import { UnavailableError } from '../errors';

/** Lets so many at once do something, the others in the order in which they came. */
export class Turns {
	#free: number;
	readonly #patience: number;
	readonly #waiting: (() => void)[] = [];

	/** @param patience milliseconds after which somebody who waits is turned away. */
	constructor(count: number, patience: number) {
		this.#free = count;
		this.#patience = patience;
	}

	/** @throws UnavailableError when no turn came in time. */
	async take<Result>(work: () => Promise<Result>): Promise<Result> {
		if (this.#free > 0) this.#free -= 1;
		else await this.#wait();
		try {
			return await work();
		} finally {
			const next = this.#waiting.shift();
			if (next) next();
			else this.#free += 1;
		}
	}

	#wait(): Promise<void> {
		return new Promise((resolve, reject) => {
			const enter = () => {
				clearTimeout(timer);
				resolve();
			};
			const timer = setTimeout(() => {
				this.#waiting.splice(this.#waiting.indexOf(enter), 1);
				reject(new UnavailableError('databaseBusy', 'Too many changes wait for the database.'));
			}, this.#patience);
			this.#waiting.push(enter);
		});
	}
}
