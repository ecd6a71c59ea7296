import { readMeasure, type Measure, type Reading } from '../../contracts/coverage';
import type { TrendMonth } from './view';

/** The reading of one measure in each month, oldest first. */
export function readTrendMonths(
	months: readonly TrendMonth[],
	measure: Measure,
	register: number | null,
): Reading[] {
	return months.map(({ figures }) => readMeasure(figures ?? undefined, measure, register));
}

/**
 * An SVG path over a field of 100 × 100, 0 % at the bottom. Months without a share leave a gap; a
 * month between two gaps becomes a dot, drawn by a round line cap.
 */
export function trendPath(readings: readonly Reading[]): string {
	const last = Math.max(1, readings.length - 1);
	let path = '';
	let open = false;
	readings.forEach((reading, index) => {
		if (reading.kind !== 'share') {
			open = false;
			return;
		}
		const x = rounded((index / last) * 100);
		const y = rounded(100 - reading.share * 100);
		const follows = readings[index + 1]?.kind === 'share';
		path += open ? `L${x} ${y}` : `M${x} ${y}${follows ? '' : 'h0'}`;
		open = true;
	});
	return path;
}

/** Which way the labels of two lines go where they would touch; null: each stays at its line's end. */
export function keepApart(own: Reading | undefined, other: Reading | undefined) {
	if (own?.kind !== 'share' || other?.kind !== 'share') return null;
	if (Math.abs(own.share - other.share) >= 0.12) return null;
	const isAbove = own.share >= other.share;
	return { own: isAbove ? 'up' : 'down', other: isAbove ? 'down' : 'up' } as const;
}

const rounded = (value: number) => Math.round(value * 10) / 10;
