import { type Reading } from '../../contracts/coverage';
import { shownShare } from '../../contracts/numbers/shown-share';

/** What one sentence says about a share; whole households per hundred, never rounded to nobody or all. */
export type Headline =
	| { kind: 'perHundred'; households: number }
	| { kind: 'belowOne' | 'aboveNinetyNine' | 'nobody' | 'everybody' };

export function headlineOf(reading: Extract<Reading, { kind: 'share' }>): Headline {
	if (reading.able === 0) return { kind: 'nobody' };
	if (reading.able === reading.base) return { kind: 'everybody' };
	const households = Math.round(reading.share * 100);
	if (households === 0) return { kind: 'belowOne' };
	if (households === 100) return { kind: 'aboveNinetyNine' };
	return { kind: 'perHundred', households: Math.round(shownShare(reading.share, 100) * 100) };
}

/** How many of 100 dots are filled: at least one where there is somebody, at most 99 unless it is all. */
export function dotsOf(reading: Extract<Reading, { kind: 'share' }>): number {
	const { kind } = headlineOf(reading);
	if (kind === 'nobody') return 0;
	if (kind === 'everybody') return 100;
	return Math.round(shownShare(reading.share, 100) * 100);
}

/** Higher, lower or the same, as far as one decimal of a per cent shows it. */
export function compareShares(share: number, other: number): 'higher' | 'lower' | 'same' {
	const difference = shownShare(share) - shownShare(other);
	return difference > 0 ? 'higher' : difference < 0 ? 'lower' : 'same';
}

/** How many more households it takes until a share (0–1) of those surveyed is reached; 0 = it is. */
export function householdsToTarget(
	{ able, base }: { able: number; base: number },
	target: number,
): number {
	// 0.7 × 10 is a little more than 7 where numbers are binary.
	const needed = Math.ceil(Math.round(target * base * 1e6) / 1e6);
	return Math.max(0, Math.min(base, needed) - able);
}
