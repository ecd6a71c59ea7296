/** A draw that gives no score for a unit: the run stops here, for a draw left out would hide something. */
export class FailedDrawError extends Error {
	constructor(draw: number) {
		super(`Draw ${draw} gave a unit no score: nothing was computed.`);
		this.name = 'FailedDrawError';
	}
}

/** Draws whose places are kept before they are counted: what one unit's counts lie in is fetched once for all. */
const block = 512;
/** Scores are told apart by whole numbers of so many bits, in two steps of half as many. */
const halfBits = 9;
const half = 1 << halfBits;
const steps = half * half - 1;

/**
 * Gives places to the scores of one draw, again and again for the same units, and counts how often each
 * unit came to each place. Scores are sorted as whole numbers of 18 bits by two rounds of counting (radix
 * sort), which leaves hardly anything to compare: the time for a draw grows with the number of units alone.
 */
export class PlaceCounter {
	readonly #counts: Uint16Array;
	readonly #block: Uint16Array;
	#inBlock = 0;
	/** Where the places of the last draw begin. */
	#last = 0;
	readonly #units: number;
	readonly #keys: Uint32Array;
	/** Where those with a lower or upper half of their number begin: how many have it, at first. */
	readonly #lower = new Uint32Array(half);
	readonly #upper = new Uint32Array(half);
	readonly #byLower: Uint16Array;
	readonly #order: Uint16Array;
	readonly #sorted: Float64Array;

	constructor(units: number) {
		this.#units = units;
		this.#counts = new Uint16Array(units * units);
		this.#block = new Uint16Array(units * block);
		this.#keys = new Uint32Array(units);
		this.#byLower = new Uint16Array(units);
		this.#order = new Uint16Array(units);
		this.#sorted = new Float64Array(units);
	}

	/** @throws FailedDrawError */
	count(scores: Float64Array, draw: number): void {
		this.#sort(scores, draw);
		const [order, sorted, places] = [this.#order, this.#sorted, this.#block];
		const row = this.#inBlock * this.#units;
		let place = 0;
		let last = Infinity;
		for (let index = 0; index < sorted.length; index += 1) {
			const scored = sorted[index] ?? 0;
			if (scored !== last) place = index + 1;
			last = scored;
			places[row + (order[index] ?? 0)] = place;
		}
		this.#last = row;
		this.#inBlock += 1;
		if (this.#inBlock === block) this.#flush();
	}

	/** The places of the last draw, until the next one. */
	get places(): Uint16Array {
		return this.#block.subarray(this.#last, this.#last + this.#units);
	}

	/** How often unit u came to place p: at u × units + p − 1. */
	counts(): Uint16Array {
		this.#flush();
		return this.#counts;
	}

	#flush(): void {
		const [units, counts, places] = [this.#units, this.#counts, this.#block];
		const end = this.#inBlock * units;
		for (let unit = 0; unit < units; unit += 1) {
			const row = unit * units - 1;
			for (let at = unit; at < end; at += units) {
				const cell = row + (places[at] ?? 1);
				counts[cell] = (counts[cell] ?? 0) + 1;
			}
		}
		this.#inBlock = 0;
	}

	/** From high to low; equal ones in the order of the units. */
	#sort(scores: Float64Array, draw: number): void {
		this.#number(scores, draw);
		const [units, keys, lower, upper] = [this.#units, this.#keys, this.#lower, this.#upper];
		const [byLower, order, sorted] = [this.#byLower, this.#order, this.#sorted];
		for (let unit = 0; unit < units; unit += 1) {
			const part = (keys[unit] ?? 0) & (half - 1);
			const at = lower[part] ?? 0;
			lower[part] = at + 1;
			byLower[at] = unit;
		}
		for (let index = 0; index < units; index += 1) {
			const unit = byLower[index] ?? 0;
			const part = (keys[unit] ?? 0) >>> halfBits;
			const at = upper[part] ?? 0;
			upper[part] = at + 1;
			order[at] = unit;
			sorted[at] = scores[unit] ?? 0;
		}
		// Numbers stand in order of score: what is still out of order has the same number, which is rare.
		for (let index = 1; index < units; index += 1) {
			const value = sorted[index] ?? 0;
			if ((sorted[index - 1] ?? 0) >= value) continue;
			const unit = order[index] ?? 0;
			let at = index;
			while (at > 0 && (sorted[at - 1] ?? 0) < value) {
				sorted[at] = sorted[at - 1] ?? 0;
				order[at] = order[at - 1] ?? 0;
				at -= 1;
			}
			sorted[at] = value;
			order[at] = unit;
		}
	}

	/** Gives every score its whole number, the highest score the lowest, and says where each half begins. */
	#number(scores: Float64Array, draw: number): void {
		const [units, keys, lower, upper] = [this.#units, this.#keys, this.#lower, this.#upper];
		let [low, high, sum] = [Infinity, -Infinity, 0];
		for (let unit = 0; unit < units; unit += 1) {
			const value = scores[unit] ?? 0;
			sum += value;
			low = value < low ? value : low;
			high = value > high ? value : high;
		}
		// A score that is no number makes the sum none.
		if (!Number.isFinite(sum)) throw new FailedDrawError(draw);
		const scale = high > low ? steps / (high - low) : 0;
		lower.fill(0);
		upper.fill(0);
		for (let unit = 0; unit < units; unit += 1) {
			const key = ((high - (scores[unit] ?? 0)) * scale) | 0;
			keys[unit] = key;
			lower[key & (half - 1)] = (lower[key & (half - 1)] ?? 0) + 1;
			upper[key >>> halfBits] = (upper[key >>> halfBits] ?? 0) + 1;
		}
		let [ofLower, ofUpper] = [0, 0];
		for (let part = 0; part < half; part += 1) {
			const [lowerHere, upperHere] = [lower[part] ?? 0, upper[part] ?? 0];
			lower[part] = ofLower;
			upper[part] = ofUpper;
			ofLower += lowerHere;
			ofUpper += upperHere;
		}
	}
}
