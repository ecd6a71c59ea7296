interface Walked {
	/** How many points there are to go through; none: nobody can. */
	count: () => number;
	/** Where it begins. */
	start: () => number;
	/** Says a point in words: its name and its value. */
	say: (at: number) => string;
	/** A point was pressed. */
	onpick?: ((at: number) => void) | undefined;
}

/** Goes through the points of a chart by keys and says each: what a pointer finds in its tooltips. */
export class PointWalk {
	/** The point that was gone to; null: none. */
	pointed = $state<number | null>(null);
	/** Without scripts no key does anything. */
	#scripted = $state(false);
	readonly #walked: Walked;

	constructor(walked: Walked) {
		this.#walked = walked;
		$effect(() => {
			this.#scripted = true;
		});
	}

	get isOpen(): boolean {
		return this.#scripted && this.#walked.count() > 0;
	}

	/** Of the element that holds the chart. */
	get attributes() {
		if (!this.isOpen) return { role: 'img' } as const;
		const at = this.#at;
		return {
			...{ role: 'slider', tabindex: 0 },
			...{ 'aria-valuemin': 1, 'aria-valuemax': this.#walked.count(), 'aria-valuenow': at + 1 },
			'aria-valuetext': this.#walked.say(at),
			onkeydown: (event: KeyboardEvent) => this.#press(event),
			onblur: () => (this.pointed = null),
		} as const;
	}

	get #at(): number {
		return Math.min(this.pointed ?? this.#walked.start(), this.#walked.count() - 1);
	}

	#press(event: KeyboardEvent): void {
		const [at, last] = [this.#at, this.#walked.count() - 1];
		if (event.key === 'Enter') this.#walked.onpick?.(at);
		const next = {
			...{ ArrowLeft: at - 1, ArrowUp: at - 1, ArrowRight: at + 1, ArrowDown: at + 1 },
			...{ Home: 0, End: last },
		}[event.key];
		if (next === undefined) return;
		event.preventDefault();
		this.pointed = Math.min(last, Math.max(0, next));
	}
}
