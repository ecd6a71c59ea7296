import fc from 'fast-check';
import { expect, it } from 'vitest';
import { four, input, of, unit } from '../../../../tests/fixtures/index-units';
import type { CriterionCode } from '../../contracts/awards/criteria';
import type { IndexResult, IndexUnit } from '../../contracts/awards/composite-index';
import { compute } from './compute';

const share = fc.integer({ min: 0, max: 1000 }).map((value) => value / 1000);
const maybe = fc.option(share, { freq: 8 });
const sample = fc
	.tuple(fc.integer({ min: 1, max: 30 }), share)
	.map(([checked, part]) => ({ checked, confirmed: Math.round(checked * part) }));
const unitsOf = fc
	.array(fc.tuple(share, maybe, share, sample), { minLength: 1, maxLength: 12 })
	.map((rows) => rows.map(([a, b, c, visited], unitId) => unit(unitId, [a, b, c / 2], visited)));
const few = { numRuns: 40 };

/** What a result says of a unit, whatever its number. */
const standing = (result: IndexResult) =>
	new Map(result.placed.map(({ unitId, ...rest }) => [unitId, JSON.stringify(rest)]));

/** One unit as it is, and as it would be nearer to the best of one criterion by part of the way. */
function improved(one: IndexUnit, criterion: CriterionCode, part: number): IndexUnit {
	if (criterion === 'verified' && one.sample) {
		const { checked, confirmed } = one.sample;
		const found = { checked, confirmed: confirmed + Math.round((checked - confirmed) * part) };
		return {
			...{ ...one, sample: found },
			values: one.values.map((given) =>
				given.criterion === criterion ? { ...given, value: found.confirmed / checked } : given,
			),
		};
	}
	const best = four.find((given) => given.criterion === criterion)?.best ?? 0;
	return {
		...one,
		values: one.values.map((given) =>
			given.criterion === criterion && given.value !== null
				? { ...given, value: given.value + part * (best - given.value) }
				: given,
		),
	};
}

it.each(four.map(({ criterion }) => criterion))(
	'never takes a score or a place from who does better in one criterion (%s)',
	(criterion) => {
		const gains: number[] = [];
		fc.assert(
			fc.property(unitsOf, fc.nat(), share, (units, which, part) => {
				const chosen = units[which % units.length];
				if (!chosen) return;
				const better = units.map((one) => (one === chosen ? improved(one, criterion, part) : one));
				const before = of(compute(input(units)), chosen.unitId);
				const after = of(compute(input(better)), chosen.unitId);
				expect(after.score).toBeGreaterThanOrEqual(before.score);
				expect(after.place).toBeLessThanOrEqual(before.place);
				expect(after.check.score).toBeGreaterThanOrEqual(before.check.score);
				expect(after.check.place).toBeLessThanOrEqual(before.check.place);
				gains.push(after.score - before.score);
			}),
			few,
		);
		expect(Math.max(...gains)).toBeGreaterThan(1);
	},
);

it('gives the same whatever units of measurement a criterion has', () => {
	fc.assert(
		fc.property(unitsOf, fc.constantFrom(2, 1024, 0.125), (units, factor) => {
			const criteria = four.map((one) =>
				one.criterion === 'coverage' ? { ...one, worst: 0, best: factor } : one,
			);
			const scaled = units.map((one) => ({
				...one,
				values: one.values.map((given) =>
					given.criterion === 'coverage' && given.value !== null
						? { ...given, value: given.value * factor }
						: given,
				),
			}));
			expect(compute(input(scaled, { criteria }))).toEqual(compute(input(units)));
		}),
		few,
	);
});

it('gives the same whatever the units are called, and in whatever order they come', () => {
	fc.assert(
		fc.property(unitsOf, (units) => {
			const distinct = units.filter(
				(one, index) =>
					units.findIndex(
						(other) =>
							JSON.stringify({ ...other, unitId: 0 }) === JSON.stringify({ ...one, unitId: 0 }),
					) === index,
			);
			const before = compute(input(distinct));
			expect(compute(input(distinct.toReversed()))).toEqual(before);
			const renamed = distinct.map((one) => ({ ...one, unitId: 1000 - one.unitId }));
			const after = standing(compute(input(renamed)));
			for (const [unitId, said] of standing(before)) expect(after.get(1000 - unitId)).toBe(said);
		}),
		few,
	);
});

it('never sets a unit apart from itself: bands hold together and follow the places', () => {
	fc.assert(
		fc.property(unitsOf, (units) => {
			const { placed } = compute(input(units));
			placed.forEach((one, index) => {
				const before = placed[index - 1];
				if (before) expect([before.band, before.band + 1]).toContain(one.band);
				expect(one.set.low).toBeLessThanOrEqual(Math.min(one.place, one.both.low));
				expect(one.set.high).toBeGreaterThanOrEqual(Math.max(one.place, one.both.high));
				if (before?.place === one.place) expect(one.band).toBe(before.band);
			});
		}),
		few,
	);
});
