import type { TimeRule } from '../../contracts/indicators';

/**
 * What is known of one unit for the months of a year: the place in the list is the month, 0 is last
 * December. Null: nothing that was approved.
 */
export type Series = readonly (number | null)[];

export const monthsOfYear = 12;
/** Last December and the twelve months. */
export const seriesLength = monthsOfYear + 1;

/**
 * A unit's series from its own reports and from those of the units below, never both: month by month
 * where months add up; else whoever reported last speaks for it.
 */
export function foldSeries(rule: TimeRule, own: Series, below: readonly Series[]): Series {
	if (rule === 'sumOfMonths') {
		const summed = sumSeries(below);
		return own.map((value, month) => value ?? summed[month] ?? null);
	}
	const [first, last] = [Math.min(...below.map(oldest)), Math.max(-1, ...below.map(newest))];
	if (newest(own) >= last) return own;
	return sumSeries(below.map(steady)).map((value, month) =>
		month >= first && month <= last ? value : null,
	);
}

const newest = (series: Series) => series.findLastIndex((value) => value !== null);

function oldest(series: Series): number {
	const first = series.findIndex((value) => value !== null);
	return first === -1 ? series.length : first;
}

/**
 * Gaps closed with the value before, or the first there is: the same units stand in every month, so
 * that who reports for the first time is not taken for growth.
 */
function steady(series: Series): Series {
	let last = series.find((value) => value !== null) ?? null;
	return series.map((value) => (last = value ?? last));
}

function sumSeries(all: readonly Series[]): Series {
	return Array.from({ length: seriesLength }, (_, month) => {
		const values = all.flatMap((series) => series[month] ?? []);
		return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0);
	});
}

/** Shares 0–1 by month, where both counts are known. */
export function divideSeries(numerator: Series, denominator: Series): Series {
	return numerator.map((count, month) => {
		const all = denominator[month] ?? null;
		return count === null || all === null || all === 0 ? null : count / all;
	});
}

/** Both with a value only where both have one: a share counts a unit in both of its parts or in none. */
export function keepPairs(one: Series, other: Series): [Series, Series] {
	const paired = one.map((value, month) => value !== null && (other[month] ?? null) !== null);
	const only = (series: Series) =>
		series.map((value, month) => (paired[month] === true ? value : null));
	return [only(one), only(other)];
}
