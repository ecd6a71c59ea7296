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
	const next = smallFastCounter(hash(words.join('\u0000')));
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

/** Chris Doty-Humphrey's sfc32, whole numbers only: equal bits on every engine. */
function smallFastCounter(seed: number): () => number {
	let [a, b, c, counter] = [seed, seed ^ 0x9e3779b9, seed ^ 0x85ebca6b, 1];
	const step = () => {
		const sum = (a + b + counter) | 0;
		counter = (counter + 1) | 0;
		a = b ^ (b >>> 9);
		b = (c + (c << 3)) | 0;
		c = (c << 21) | (c >>> 11);
		c = (c + sum) | 0;
		return (sum >>> 0) / 4_294_967_296;
	};
	for (let round = 0; round < 12; round += 1) step();
	return step;
}
