import type { LiveState } from '$lib/live/LiveState.svelte';
import { minuteLength } from '../../contracts/local-time';

/** The minute at which what is shown is known to hold, in minutes since 1970. For components alone. */
export class ConfirmedMinute {
	// Derived, it would have all that follows from it looked at every second.
	#minute = $state(0);

	constructor(live: LiveState) {
		const read = () => Math.floor((live.freshness.confirmedAt + live.freshness.age) / minuteLength);
		this.#minute = read();
		$effect(() => {
			const minute = read();
			if (minute !== this.#minute) this.#minute = minute;
		});
	}

	get minute(): number {
		return this.#minute;
	}
}
