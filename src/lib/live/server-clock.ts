/** Names the server's instant in an answer: that of HTTP's own date is a whole second. */
export const instantHeader = 'server-instant';

/** Nobody sees less than that, and seconds aren't to jump. */
const tolerance = 250;

/** The server's clock by what it said last: that of a screen in a meeting room may be wrong by hours. */
export class ServerClock {
	#ahead = 0;

	/**
	 * Takes the instant that an answer names.
	 * @param asked when it was asked for, by this machine: the answer is from some time between then and now.
	 */
	hear(instant: string | null, asked: number): void {
		const said = Date.parse(instant ?? '');
		if (Number.isNaN(said)) return;
		const answered = Date.now();
		const ahead = said - (asked + answered) / 2;
		const doubt = (answered - asked) / 2 + tolerance;
		if (Math.abs(ahead - this.#ahead) > doubt) this.#ahead = ahead;
	}

	/** What the server's clock shows when this machine's shows that. */
	at(machine: number): number {
		return machine + this.#ahead;
	}

	now(): number {
		return this.at(Date.now());
	}
}
