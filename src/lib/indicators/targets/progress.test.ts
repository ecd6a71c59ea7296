import { describe, expect, it } from 'vitest';
import { progressOf, type ProgressQuestion } from './progress';
import { seriesLength, type Series } from './series';

const series = (values: Record<number, number>): Series =>
	Array.from({ length: seriesLength }, (_, month) => values[month] ?? null);

const ask = (change: Partial<ProgressQuestion>) =>
	progressOf({
		timeRule: 'latestValue',
		direction: 'higherIsBetter',
		target: 100,
		series: series({}),
		elapsed: 6,
		...change,
	});

describe('what adds up over months', () => {
	const months = series({ 0: 999, 1: 10, 2: 10, 3: 10, 4: 10, 5: 10, 6: 10, 7: 500 });

	it('is the sum of the year so far, and goes on at the same pace', () => {
		const question = { timeRule: 'sumOfMonths', series: months } as const;
		expect(ask({ ...question, target: 120 })).toEqual({
			current: 60,
			forecast: 120,
			standing: 'onTrack',
		});
		expect(ask({ ...question, target: 121 }).standing).toBe('behind');
		expect(ask({ ...question, target: 60 }).standing).toBe('reached');
	});

	it('counts a month without a report as a month that has passed', () => {
		const gaps = series({ 2: 30, 5: 30 });
		expect(ask({ timeRule: 'sumOfMonths', series: gaps }).forecast).toBe(120);
	});
});

describe('what is measured at the end of a month', () => {
	it('grows along the line from last December to the newest month', () => {
		expect(ask({ series: series({ 0: 40, 6: 70 }) })).toEqual({
			current: 70,
			forecast: 100,
			standing: 'onTrack',
		});
		expect(ask({ series: series({ 0: 40, 6: 69 }) }).standing).toBe('behind');
	});

	it('starts from the first known month where December is not', () => {
		expect(ask({ series: series({ 2: 50, 4: 60 }) }).forecast).toBe(100);
	});

	it('is not reached by what came in after the months that count', () => {
		expect(ask({ series: series({ 0: 40, 6: 70, 7: 100 }) }).current).toBe(70);
	});

	it('has no forecast from one month alone, and none from last year', () => {
		expect(ask({ series: series({ 3: 50 }) })).toEqual({
			current: 50,
			forecast: null,
			standing: 'unknown',
		});
		expect(ask({ series: series({ 0: 50 }) }).current).toBeNull();
	});

	it('never leaves a share beyond the whole, nor a count below nothing', () => {
		const share = { timeRule: 'ratioOfSums', target: 0.95 } as const;
		expect(ask({ ...share, series: series({ 0: 0.2, 6: 0.9 }) })).toMatchObject({
			forecast: 1,
			standing: 'onTrack',
		});
		expect(ask({ series: series({ 0: 90, 6: 10 }) }).forecast).toBe(0);
	});

	it('is what it is once the year is over', () => {
		expect(ask({ elapsed: 12, series: series({ 0: 40, 12: 99 }) })).toEqual({
			current: 99,
			forecast: 99,
			standing: 'behind',
		});
	});
});

it('is only reached at the end of the year where less is better', () => {
	const low = { direction: 'lowerIsBetter', target: 10, series: series({ 0: 0, 6: 6 }) } as const;
	expect(ask(low).standing).toBe('behind');
	expect(ask({ ...low, target: 12 }).standing).toBe('onTrack');
});

it('says nothing without a target', () => {
	expect(ask({ target: null, series: series({ 0: 40, 6: 70 }) })).toMatchObject({
		current: 70,
		standing: 'unknown',
	});
});
