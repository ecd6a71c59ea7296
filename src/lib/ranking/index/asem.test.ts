import { expect, it } from 'vitest';
import { asemCountries, type PublishedCountry } from '../../../../tests/fixtures/asem';
import { criterionCodes } from '../../contracts/awards/criteria';
import { score } from './score';

/**
 * Each published score is the plain mean of the parts below it. Points are the published scores themselves: the
 * goalposts are those of the points.
 */
function means(
	valuesOf: (country: PublishedCountry) => readonly number[],
	weightOf: (index: number) => number = () => 1,
) {
	const width = asemCountries[0] ? valuesOf(asemCountries[0]).length : 0;
	const used = criterionCodes.slice(0, width);
	const criteria = used.map((criterion, index) => ({
		...{ criterion, weight: weightOf(index), worst: 1, best: 100 },
		missing: 'leaveOut' as const,
	}));
	const units = asemCountries.map((country, unitId) => ({
		...{ unitId, sample: null },
		values: used.map((criterion, index) => ({
			...{ criterion, value: valuesOf(country)[index] ?? null },
		})),
	}));
	const { scored } = score({ criteria, completeness: 1 }, units);
	expect(scored).toHaveLength(51);
	return asemCountries.map((country, unitId) => {
		const unit = scored.find((one) => one.unitId === unitId);
		if (!unit) throw new Error('the country has a place');
		return { ...country, mean: unit.check, meanPlace: unit.checkPlace, geometric: unit.score };
	});
}

/** Parts and wholes are published in hundredths, each rounded by itself. */
const rounding = 0.010001;

it.each([
	['connectivity', ({ parts }: PublishedCountry) => parts.slice(0, 5)],
	['sustainability', ({ parts }: PublishedCountry) => parts.slice(5)],
] as const)('gives the published scores of %s', (key, valuesOf) => {
	for (const country of means(valuesOf))
		expect(Math.abs(country.mean - country[key]), country.name).toBeLessThanOrEqual(rounding);
});

it('gives the published index and its order', () => {
	const found = means(({ connectivity, sustainability }) => [connectivity, sustainability]);
	for (const { name, mean, index } of found)
		expect(Math.abs(mean - index), name).toBeLessThanOrEqual(rounding);
	expect(found.map(({ meanPlace }) => meanPlace)).toEqual(found.map((_, index) => index + 1));
});

/** A billionth is the unit: a score is rounded to it. */
const exact = (value: number) => BigInt(Math.round(value * 1e9));

it.each([
	['equal weights', () => 1],
	['different weights', (index: number) => 1 + (index % 3)],
] as const)(
	'gives the weighted geometric mean that whole numbers prove, without a logarithm: %s',
	(_, weightOf) => {
		for (const { parts, geometric, mean } of means((one) => one.parts, weightOf)) {
			const factors = parts.map((value, index) => ({
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
