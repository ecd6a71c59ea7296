export interface Random {
	/** A whole number from 0 to `limit` - 1. */
	below(limit: number): number;
	chance(probability: number): boolean;
	pick<Item>(items: readonly Item[]): Item;
}

/** The same numbers for the same seed (mulberry32). */
export function seededRandom(seed: number): Random {
	let state = seed >>> 0;
	const next = () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
	return {
		below: (limit) => Math.floor(next() * limit),
		chance: (probability) => next() < probability,
		pick(items) {
			const item = items[Math.floor(next() * items.length)];
			if (item === undefined) throw new Error('There is nothing to pick from.');
			return item;
		},
	};
}
