import { describe, expect, it } from 'vitest';
import { divideSeries, foldSeries, keepPairs, seriesLength, type Series } from './series';

const series = (values: Record<number, number>): Series =>
	Array.from({ length: seriesLength }, (_, month) => values[month] ?? null);

describe('foldSeries', () => {
	it('adds months of the units below, and takes a unit’s own month instead', () => {
		const below = [series({ 1: 2, 2: 3 }), series({ 2: 4, 3: 1 })];
		expect(foldSeries('sumOfMonths', series({ 2: 5 }), below)).toEqual(
			series({ 1: 2, 2: 5, 3: 1 }),
		);
	});

	it('lets whoever reported last speak where the newest value counts', () => {
		const below = [series({ 1: 10, 4: 12 })];
		expect(foldSeries('latestValue', series({ 3: 90 }), below)[4]).toBe(12);
		expect(foldSeries('latestValue', series({ 4: 90 }), below)[4]).toBe(90);
	});

	it('does not take a unit that reports for the first time for growth', () => {
		const folded = foldSeries('latestValue', series({}), [
			series({ 0: 100, 5: 110 }),
			series({ 5: 40 }),
		]);
		expect([folded[0], folded[4], folded[5], folded[6]]).toEqual([140, 140, 150, null]);
	});

	it('knows nothing where nobody reported', () => {
		expect(foldSeries('latestValue', series({}), [])).toEqual(series({}));
		expect(foldSeries('sumOfMonths', series({}), [series({})])).toEqual(series({}));
	});
});

it('divides only where both counts are known', () => {
	expect(divideSeries(series({ 1: 3, 2: 4, 3: 1 }), series({ 1: 4, 3: 0 }))).toEqual(
		series({ 1: 0.75 }),
	);
	expect(keepPairs(series({ 1: 3, 2: 4 }), series({ 2: 8, 3: 9 }))).toEqual([
		series({ 2: 4 }),
		series({ 2: 8 }),
	]);
});
