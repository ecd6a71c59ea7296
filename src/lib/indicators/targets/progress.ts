import type { Direction, TimeRule } from '../../contracts/indicators';
import { monthsOfYear, type Series } from './series';

/** `reached` holds now, `onTrack` by the forecast. */
export type TargetStanding = 'reached' | 'onTrack' | 'behind' | 'unknown';

export interface Progress {
	/** What counts against the target so far; null while nothing of the year was approved. */
	current: number | null;
	/** Where a straight line leads to by the end of the year; null without two points to draw it through. */
	forecast: number | null;
	standing: TargetStanding;
}

export interface ProgressQuestion {
	timeRule: TimeRule;
	direction: Direction;
	/** A count, or a share 0–1. */
	target: number | null;
	series: Series;
	/** How many months of the year have passed their deadline, 0–12. */
	elapsed: number;
}

/** Rounding of a division is no difference between a figure and its target. */
const equalWithin = 1e-9;

/** Where a unit stands with its target after the months whose deadline has passed. */
export function progressOf({
	timeRule,
	direction,
	target,
	series,
	elapsed,
}: ProgressQuestion): Progress {
	const elapsedValues = series.map((value, month) => (month <= elapsed ? value : null));
	const { current, forecast } =
		timeRule === 'sumOfMonths' ? sumUp(elapsedValues, elapsed) : drawLine(elapsedValues, timeRule);
	const holds = (value: number | null) =>
		value !== null &&
		target !== null &&
		(direction === 'lowerIsBetter' ? value <= target + equalWithin : value >= target - equalWithin);
	if (current === null || target === null) return { current, forecast, standing: 'unknown' };
	// What must stay low can still be missed, however low it is today.
	if (holds(current) && (direction !== 'lowerIsBetter' || elapsed === monthsOfYear))
		return { current, forecast, standing: 'reached' };
	if (forecast === null) return { current, forecast, standing: 'unknown' };
	return { current, forecast, standing: holds(forecast) ? 'onTrack' : 'behind' };
}

type Line = Pick<Progress, 'current' | 'forecast'>;

function sumUp(series: Series, elapsed: number): Line {
	const ofYear = series.slice(1).filter((value) => value !== null);
	if (ofYear.length === 0) return { current: null, forecast: null };
	const current = ofYear.reduce((sum, value) => sum + value, 0);
	return { current, forecast: (current / elapsed) * monthsOfYear };
}

/** Through the first and the last known month, from last December on. */
function drawLine(series: Series, timeRule: TimeRule): Line {
	const last = series.findLastIndex((value) => value !== null);
	const current = series[last] ?? null;
	if (last < 1 || current === null) return { current: null, forecast: null };
	if (last === monthsOfYear) return { current, forecast: current };
	const first = series.findIndex((value) => value !== null);
	const start = series[first] ?? null;
	if (start === null || first === last) return { current, forecast: null };
	const perMonth = (current - start) / (last - first);
	const end = Math.max(0, current + perMonth * (monthsOfYear - last));
	return { current, forecast: timeRule === 'ratioOfSums' ? Math.min(1, end) : end };
}
