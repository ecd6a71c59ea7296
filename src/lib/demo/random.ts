import { seeded } from '../contracts/numbers/seeded';

/** A stream of numbers that a seed decides for good: the demo is the same on every machine. */
export interface Random {
	/** 0 ≤ number < 1. */
	next(): number;
	between(low: number, high: number): number;
	/** Whole, both ends included. */
	whole(low: number, high: number): number;
	chance(probability: number): boolean;
	pick<Item>(items: readonly Item[]): Item;
	/** Bell-shaped around 0 with deviation 1, never beyond ±3. */
	bell(): number;
}

/** The same words always give the same stream; other words another one. */
export function randomFor(...words: (string | number)[]): Random {
	const whole32 = seeded(hash(words.join('\u0000')));
	const next = () => whole32() / 4_294_967_296;
	const between = (low: number, high: number) => low + (high - low) * next();
	const whole = (low: number, high: number) => Math.floor(between(low, high + 1));
	return {
		next,
		between,
		whole,
		chance: (probability) => next() < probability,
		pick(items) {
			const item = items[whole(0, items.length - 1)];
			if (item === undefined) throw new Error('There is nothing to pick from.');
			return item;
		},
		bell() {
			let sum = -6;
			for (let draw = 0; draw < 12; draw += 1) sum += next();
			return Math.max(-3, Math.min(3, sum));
		},
	};
}

/** FNV-1a over UTF-16 code units, 32 bits. */
function hash(text: string): number {
	let value = 0x811c9dc5;
	for (let index = 0; index < text.length; index += 1)
		value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
	return value >>> 0;
}
