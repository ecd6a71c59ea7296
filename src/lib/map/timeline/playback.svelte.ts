/** Goes through so many steps, one after the other, and stops at the last. */
export class Playback {
	readonly count: number;
	#position = $state(0);
	#playing = $state(false);

	constructor(count: number) {
		this.count = count;
		this.#position = count - 1;
	}

	get position(): number {
		return this.#position;
	}

	get playing(): boolean {
		return this.#playing;
	}

	get atEnd(): boolean {
		return this.#position >= this.count - 1;
	}

	pause(): void {
		this.#playing = false;
	}

	/** By hand: nothing moves on by itself then. */
	seek(position: number): void {
		this.pause();
		this.#position = Math.min(Math.max(0, position), this.count - 1);
	}

	/** From the beginning, where it had reached the end. */
	toggle(): void {
		if (!this.#playing && this.atEnd) this.#position = 0;
		this.#playing = !this.#playing;
	}

	/** One step on. */
	advance(): void {
		if (!this.atEnd) this.#position += 1;
		if (this.atEnd) this.#playing = false;
	}
}
