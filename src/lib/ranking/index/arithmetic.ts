/**
 * The engine's own `Math.log`, `Math.exp` and `Math.pow` may differ in their last bits from one engine
 * to the next. These use + − × ÷ alone, which IEEE 754 defines to the bit, and so give equal bits on
 * every machine.
 */

/** ln 2 in two parts: the first has 20 zero bits at its end, so that small multiples of it are exact. */
const ln2High = 0.6931471803691238;
const ln2Low = 1.9082149292705877e-10;
const root2 = 1.4142135623730951;
/** 2⁻ⁿ at n. */
const powers = Float64Array.from({ length: 16 }, (_, halvings) => 1 / (1 << halvings));

/**
 * Natural logarithm of a number from 2⁻⁶⁰ to 2⁶⁰, within 4 units of 1e-16 of the result or of 1.
 * Halved or doubled into (1/√2, √2], then ln m = 2 artanh((m − 1) / (m + 1)) as a series whose first
 * term left out is below 1e-17.
 */
export function naturalLog(value: number): number {
	if (!(value > 0) || value === Infinity)
		throw new RangeError(`There is no logarithm of ${value}.`);
	let mantissa = value;
	let halvings = 0;
	if (value >= 1 && value < 32_768) {
		// Points, millions of times, without a branch that depends on them: the digits of the square in
		// base 2 say how often it goes.
		halvings = (32 - Math.clz32(value * value)) >> 1;
		mantissa = value * (powers[halvings] ?? 1);
	} else {
		for (; mantissa > root2; halvings += 1) mantissa *= 0.5;
		for (; mantissa <= 0.5 * root2; halvings -= 1) mantissa *= 2;
	}
	const ratio = (mantissa - 1) / (mantissa + 1);
	const square = ratio * ratio;
	// By pairs and pairs of pairs, which a processor works on at once: this runs millions of times.
	const fourth = square * square;
	const eighth = fourth * fourth;
	const first = 1 + (1 / 3) * square + (1 / 5 + (1 / 7) * square) * fourth;
	const second = 1 / 9 + (1 / 11) * square + (1 / 13 + (1 / 15) * square) * fourth;
	const third = 1 / 17 + (1 / 19) * square + (1 / 21) * fourth;
	const series = first + (second + third * eighth) * eighth;
	return halvings * ln2High + (halvings * ln2Low + 2 * ratio * series);
}

/**
 * e to the power of a number from −40 to 40, within 4e-16 of the result. Less a multiple of ln 2, then
 * the series up to the 14th power, whose first term left out is below 1e-19.
 */
export function exponential(power: number): number {
	if (!(power >= -40 && power <= 40)) throw new RangeError(`${power} is too far for an exponent.`);
	const doublings = Math.floor(power / ln2High + 0.5);
	const rest = power - doublings * ln2High - doublings * ln2Low;
	let series = 1;
	for (let term = 14; term >= 1; term -= 1) series = 1 + (series * rest) / term;
	for (let turn = 0; turn < doublings; turn += 1) series *= 2;
	for (let turn = 0; turn > doublings; turn -= 1) series *= 0.5;
	return series;
}

/** To nine digits after the point: what is compared, shown and hashed. */
export const rounded = (value: number): number => Math.round(value * 1e9) / 1e9;
