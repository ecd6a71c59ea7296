import { expect, it } from 'vitest';
import { criterionCodes } from '../../contracts/award-criteria';
import { score } from './score';

/**
 * Scores of the sustainable connectivity of countries as the R package COINr computes them, read from its
 * guide "Presenting Results" (bluefoxr.github.io/COINr/articles/results.html, version 1.1): each is the
 * plain mean of the parts after it, and the index the mean of both.
 */
const countries = [
	{ name: 'CHE', rank: 1, index: 68.38, conn: 62.79, sust: 73.98 },
	{ name: 'NLD', rank: 2, index: 64.82, conn: 61.94, sust: 67.7 },
	{ name: 'DNK', rank: 3, index: 64.8, conn: 57.1, sust: 72.51 },
	{ name: 'NOR', rank: 4, index: 64.47, conn: 57.44, sust: 71.5 },
	{ name: 'BEL', rank: 5, index: 63.54, conn: 63.99, sust: 63.09 },
	{ name: 'SWE', rank: 6, index: 63.0, conn: 53.87, sust: 72.12 },
	{ name: 'IND', rank: 7, index: 39.79, conn: 28.6, sust: 50.99 },
];
/** Physical, economic, political, institutional, people to people; then environment, social, economic. */
const parts: Record<string, number[]> = {
	CHE: [63.41, 32.87, 74.78, 85.94, 56.93, 77.21, 87.85, 56.88],
	NLD: [64.87, 46.62, 84.55, 71.74, 41.92, 58.73, 86.58, 57.78],
	DNK: [50.52, 30.43, 78.13, 75.35, 51.04, 69.83, 86.4, 61.29],
	NOR: [58.18, 25.7, 80.03, 89.46, 33.8, 70.9, 87.0, 56.59],
	BEL: [71.97, 48.22, 80.84, 75.6, 43.32, 53.01, 86.17, 50.09],
	SWE: [51.51, 23.87, 80.98, 74.51, 38.5, 66.37, 87.74, 62.27],
	IND: [18.78, 6.38, 51.9, 59.84, 6.07, 75.34, 22.74, 54.88],
};

/** Points are the published scores themselves: the goalposts are those of the points. */
function means(
	valuesOf: (name: string) => readonly number[],
	weightOf: (index: number) => number = () => 1,
) {
	const width = valuesOf('CHE').length;
	const used = criterionCodes.slice(0, width);
	const criteria = used.map((criterion, index) => ({
		...{ criterion, weight: weightOf(index), worst: 1, best: 100 },
		missing: 'leaveOut' as const,
	}));
	const units = countries.map(({ name }, unitId) => ({
		...{ unitId, sample: null },
		values: used.map((criterion, index) => ({ criterion, value: valuesOf(name)[index] ?? null })),
	}));
	const { scored } = score({ criteria, completeness: 1 }, units);
	return countries.map((country, unitId) => {
		const unit = scored.find((one) => one.unitId === unitId);
		if (!unit) throw new Error('the country has a place');
		return { ...country, mean: unit.check, meanPlace: unit.checkPlace, geometric: unit.score };
	});
}

it.each([
	['connectivity', 'conn', (name: string) => (parts[name] ?? []).slice(0, 5)],
	['sustainability', 'sust', (name: string) => (parts[name] ?? []).slice(5)],
] as const)('gives the published scores of %s', (_, key, valuesOf) => {
	for (const country of means(valuesOf))
		expect(Math.abs(country.mean - country[key])).toBeLessThanOrEqual(0.010001);
});

it('gives the published index and its order', () => {
	const both = (name: string) => {
		const country = countries.find((one) => one.name === name);
		return [country?.conn ?? 0, country?.sust ?? 0];
	};
	const found = means(both);
	for (const { mean, index } of found) expect(Math.abs(mean - index)).toBeLessThanOrEqual(0.010001);
	expect(found.map(({ meanPlace }) => meanPlace)).toEqual(countries.map(({ rank }) => rank));
});

/** A billionth is the unit: a score is rounded to it. */
const exact = (value: number) => BigInt(Math.round(value * 1e9));

it.each([
	['equal weights', () => 1],
	['different weights', (index: number) => 1 + (index % 3)],
] as const)(
	'gives the weighted geometric mean that whole numbers prove, without a logarithm: %s',
	(_, weightOf) => {
		for (const { name, geometric, mean } of means((one) => parts[one] ?? [], weightOf)) {
			const factors = (parts[name] ?? []).map((value, index) => ({
				...{ value: exact(value), times: BigInt(weightOf(index)) },
			}));
			const weights = factors.reduce((sum, { times }) => sum + times, 0n);
			const product = factors.reduce((all, { value, times }) => all * value ** times, 1n);
			expect((exact(geometric) - 2n) ** weights).toBeLessThan(product);
			expect((exact(geometric) + 2n) ** weights).toBeGreaterThan(product);
			expect(geometric).toBeLessThan(mean);
		}
	},
);
