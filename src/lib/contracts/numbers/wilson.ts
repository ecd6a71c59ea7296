import type { Sample } from '../awards/composite-index';

/**
 * The share 0–1 that Wilson's interval gives for a number of standard deviations, below the share that
 * was found or above it: ± 1.96 are the two ends of the interval of 95 %. It holds for few cases and for
 * 0 and 1 as well (E. B. Wilson 1927; method 3 of R. G. Newcombe, Statistics in Medicine 17, 1998).
 */
export function wilsonShare(sample: Sample, deviations: number): number {
	const { found, spread } = spreadOf(sample);
	return shareAt(found, spread, sample.checked, deviations);
}

/** The share of a sample that was found, and its variance: what `shareAt` asks for, once for many. */
export function spreadOf({ checked, confirmed }: Sample): { found: number; spread: number } {
	const found = confirmed / checked;
	return { found, spread: (found * (1 - found)) / checked };
}

/** As `wilsonShare`, of numbers that lie in arrays. */
export function shareAt(found: number, spread: number, checked: number, deviations: number) {
	const square = deviations * deviations;
	const centre = found + square / (2 * checked);
	const width = Math.sqrt(spread + square / (4 * checked * checked));
	const share = (centre + deviations * width) / (1 + square / checked);
	return Math.min(1, Math.max(0, share));
}

/** Of a confidence of 95 %. */
const usualDeviations = 1.959963985;

/** The interval of 95 %, shares 0–1; null where nothing was looked at. */
export const wilsonInterval = (sample: Sample): { from: number; to: number } | null =>
	sample.checked === 0
		? null
		: {
				from: wilsonShare(sample, -usualDeviations),
				to: wilsonShare(sample, usualDeviations),
			};
