export interface SeededNumbers {
	next: () => number;
	/** The same as asking for each by itself, in much less time. */
	fill: (numbers: Uint32Array) => void;
}

/**
 * Whole numbers from 0 to 2³² − 1 that a seed decides for good: Chris Doty-Humphrey's sfc32 in whole
 * numbers only, so that every engine and every machine gives the same ones.
 */
export function seededNumbers(seed: number): SeededNumbers {
	let state = { a: seed | 0, b: seed ^ 0x9e3779b9, c: seed ^ 0x85ebca6b, counter: 1 };
	const fill = (numbers: Uint32Array) => {
		let { a, b, c, counter } = state;
		for (let index = 0; index < numbers.length; index += 1) {
			const sum = (a + b + counter) | 0;
			counter = (counter + 1) | 0;
			a = b ^ (b >>> 9);
			b = (c + (c << 3)) | 0;
			c = (c << 21) | (c >>> 11);
			c = (c + sum) | 0;
			numbers[index] = sum;
		}
		state = { a, b, c, counter };
	};
	const one = new Uint32Array(1);
	const next = () => {
		fill(one);
		return one[0] ?? 0;
	};
	fill(new Uint32Array(12));
	return { next, fill };
}

/** `seededNumbers` one at a time. */
export const seeded = (seed: number): (() => number) => seededNumbers(seed).next;
