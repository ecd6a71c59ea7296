import { isDiskFull } from './outage';

/**
 * Whether there is room on the disk of a server that is somewhere else: seen only by writing. After a
 * write failed for want of room there is none until one of some size is known to succeed. Smaller
 * ones prove nothing: they find a place in what is there already.
 */
export class Room {
	#isFull = false;
	#trial: Promise<boolean> | undefined;
	readonly #takeSome: () => Promise<void>;

	/** @param takeSome asks for new room and gives it back. */
	constructor(takeSome: () => Promise<void>) {
		this.#takeSome = takeSome;
	}

	/** Hears why something failed. */
	failed(reason: unknown): void {
		if (isDiskFull(reason)) this.#isFull = true;
	}

	/** @throws what keeps it from being known. */
	async isThere(): Promise<boolean> {
		if (!this.#isFull) return true;
		this.#trial ??= this.#try().finally(() => (this.#trial = undefined));
		return this.#trial;
	}

	async #try(): Promise<boolean> {
		try {
			await this.#takeSome();
			this.#isFull = false;
			return true;
		} catch (error) {
			if (isDiskFull(error)) return false;
			throw error;
		}
	}
}
