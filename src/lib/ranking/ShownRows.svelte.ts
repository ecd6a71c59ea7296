import { untrack } from 'svelte';
import {
	changedUnits,
	inNewOrder,
	keepOrder,
	sameOrder,
	type RankingRow,
	type ShownRow,
} from './shown-rows';

const pulseDuration = 2_000;
const nothing: ReadonlySet<number> = changedUnits([], []);

/**
 * The lines of the table as a reader sees them. Live figures replace the old ones at once; while the
 * table is held by a pointer or the focus the order stays, and follows on release. Another list
 * (`list` differs: other page, month, order) is shown at once.
 */
export class ShownRows {
	#rows: readonly ShownRow[] = $state.raw([]);
	#changed: ReadonlySet<number> = $state.raw(nothing);
	#isOrderKept = $state(false);
	/** What the screen reader hears: nothing, that the order changed, or that it waits. */
	#news: 'none' | 'changed' | 'waiting' = $state('none');
	#pulse: ReturnType<typeof setTimeout> | undefined;

	constructor(source: () => { list: string; rows: readonly RankingRow[] }) {
		let { list, rows } = untrack(source);
		this.#rows = inNewOrder(rows);
		$effect.pre(() => {
			const next = source();
			const isOrderKept = this.#isOrderKept;
			untrack(() => {
				const isOther = next.list !== list;
				if (isOther) this.#news = 'none';
				else if (next.rows !== rows) this.#showPulse(changedUnits(this.#rows, next.rows));
				this.#show(next.rows, isOrderKept && !isOther);
				({ list, rows } = next);
			});
		});
		$effect(() => () => clearTimeout(this.#pulse));
	}

	get rows(): readonly ShownRow[] {
		return this.#rows;
	}

	/** Units whose figure moved a moment ago. */
	get changed(): ReadonlySet<number> {
		return this.#changed;
	}

	get news(): 'none' | 'changed' | 'waiting' {
		return this.#news;
	}

	hold(): void {
		this.#isOrderKept = true;
	}

	release(): void {
		this.#isOrderKept = false;
	}

	#show(rows: readonly RankingRow[], isOrderKept: boolean): void {
		const moves = !sameOrder(this.#rows, rows);
		if (moves) this.#news = isOrderKept ? 'waiting' : 'changed';
		this.#rows = isOrderKept ? keepOrder(this.#rows, rows) : inNewOrder(rows);
	}

	#showPulse(units: ReadonlySet<number>): void {
		clearTimeout(this.#pulse);
		this.#changed = units;
		this.#pulse = setTimeout(() => {
			this.#changed = nothing;
		}, pulseDuration);
	}
}
