import { describe, expect, it } from 'vitest';
import { compareShares, dotsOf, headlineOf, householdsToTarget } from './headline';

const of = (able: number, base: number) => ({
	kind: 'share' as const,
	share: able / base,
	able,
	base,
	reportedShare: null,
});

describe('the sentence', () => {
	it('counts households per hundred', () => {
		expect(headlineOf(of(784, 1000))).toEqual({ kind: 'perHundred', households: 78 });
	});

	it.each([
		[0, 'nobody'],
		[3, 'belowOne'],
		[997, 'aboveNinetyNine'],
		[1000, 'everybody'],
	])('never rounds %i of 1,000 to nobody or all', (able, kind) => {
		expect(headlineOf(of(able, 1000))).toEqual({ kind });
	});
});

describe('the dots', () => {
	it.each([
		[0, 0],
		[3, 1],
		[784, 78],
		[997, 99],
		[1000, 100],
	])('show %i of 1,000 as %i', (able, dots) => {
		expect(dotsOf(of(able, 1000))).toBe(dots);
	});
});

describe('the comparison', () => {
	it('is of what is printed', () => {
		expect(compareShares(0.62149, 0.62101)).toBe('same');
		expect(compareShares(0.622, 0.621)).toBe('higher');
		expect(compareShares(0.62, 0.621)).toBe('lower');
	});
});

it.each([
	[58, 100, 0.7, 12],
	[70, 100, 0.7, 0],
	[90, 100, 0.7, 0],
	[6, 10, 0.7, 1],
	[0, 3, 0.5, 2],
	[3, 3, 1, 0],
])('%i of %i able, to %f: %i more households', (able, base, target, more) => {
	expect(householdsToTarget({ able, base }, target)).toBe(more);
});
