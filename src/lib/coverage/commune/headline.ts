import type { Reading } from '../../contracts/coverage';

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
	return { kind: 'perHundred', households };
}

/** How many of 100 dots are filled: at least one where there is somebody, at most 99 unless it is all. */
export function dotsOf(reading: Extract<Reading, { kind: 'share' }>): number {
	const { kind } = headlineOf(reading);
	if (kind === 'nobody') return 0;
	if (kind === 'everybody') return 100;
	return Math.min(99, Math.max(1, Math.round(reading.share * 100)));
}

/** Higher, lower or the same, as far as one decimal of a per cent shows it. */
export function compareShares(share: number, other: number): 'higher' | 'lower' | 'same' {
	const difference = Math.round(share * 1000) - Math.round(other * 1000);
	return difference > 0 ? 'higher' : difference < 0 ? 'lower' : 'same';
}
