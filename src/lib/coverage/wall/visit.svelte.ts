import { Replay } from './scenes/scene.svelte';
import { minuteLength } from '../../contracts/local-time';

/** Whoever has touched nothing for so long has left. */
export const patience = 15 * minuteLength;

/** Whether single keys mean anything: they get in the way of speech control, and can be switched off. */
export class SingleKeys {
	on = $state(true);
}

/** What somebody at the wall holds up, by hand or key. Once they have left, it goes on by itself. */
export class Visit {
	/** The help is open. */
	help = $state(false);
	readonly replay = new Replay();
	readonly #resume: () => void;
	#touchedAt = 0;

	/** @param resume has a playlist that was paused go on. */
	constructor(resume: () => void) {
		this.#resume = resume;
	}

	/** Somebody is at it, and must not have it taken away. */
	get isUsed(): boolean {
		return this.help || this.replay.at !== null;
	}

	touch(now: number): void {
		this.#touchedAt = now;
	}

	/** Notices every touch. @returns how to stop. */
	watch(): () => void {
		const touch = () => this.touch(Date.now());
		const signs = ['pointermove', 'pointerdown', 'keydown'] as const;
		for (const sign of signs) window.addEventListener(sign, touch);
		return () => {
			for (const sign of signs) window.removeEventListener(sign, touch);
		};
	}

	/** Call it every second. */
	tick(now: number): void {
		const isThere = now >= this.#touchedAt && now - this.#touchedAt < patience;
		if (isThere) return;
		this.help = false;
		this.replay.end();
		this.#resume();
	}
}
