import { expect, it } from 'vitest';
import { four, input, of, setting, unit } from '../../../../tests/fixtures/index-units';
import { compute, onBoard } from './compute';

it('takes the weighted geometric mean of points from 1 to 100, beside the arithmetic one', () => {
	const result = compute(input([unit(7, [0.5, 1, 0.5], { checked: 4, confirmed: 3 })]));
	const points = [50.5, 100, 1, 75.25];
	expect(of(result, 7).points.map((one) => one.points)).toEqual(points);
	const expected = points.reduce(
		(product, value, index) => product * value ** ((four[index]?.weight ?? 0) / 100),
		1,
	);
	expect(of(result, 7).score).toBeCloseTo(expected, 8);
	expect(of(result, 7).check.score).toBeCloseTo(0.4 * 50.5 + 0.2 * 100 + 0.1 + 0.3 * 75.25, 8);
});

it('lets units of equal scores share a place', () => {
	const result = compute(
		input([
			unit(1, [0.5, 0.5, 0.1]),
			unit(2, [0.9, 0.9, 0.1]),
			unit(3, [0.5, 0.5, 0.1]),
			unit(4, [0.1, 0.1, 0.1]),
		]),
	);
	expect(result.placed.map(({ unitId, place, shared }) => [unitId, place, shared])).toEqual([
		[2, 1, false],
		[1, 2, true],
		[3, 2, true],
		[4, 4, false],
	]);
	expect(of(result, 1).set).toEqual(of(result, 3).set);
});

it('imputes nothing: what is missing is left out of the mean, and too much of it sets apart', () => {
	const result = compute(
		input([unit(1, [0.5, 0.5, null]), unit(2, [0.5, null, null]), unit(3, [0.5, 0.5, 0.25])]),
	);
	expect(of(result, 1)).toMatchObject({ completeness: 0.6, score: 50.5 });
	expect(of(result, 1).points[2]).toEqual({ criterion: 'corrections', points: null });
	expect(result.apart).toEqual([
		{
			...{ unitId: 2, reason: 'incomplete', completeness: 0.4 },
			missing: ['punctuality', 'corrections', 'verified'],
		},
	]);
});

it('sets apart who lacks what the season requires, however complete', () => {
	const criteria = four.map((one) =>
		one.criterion === 'corrections' ? { ...one, missing: 'apart' as const } : one,
	);
	const units = [unit(1, [1, 1, null], { checked: 5, confirmed: 5 })];
	expect(compute(input(units, { criteria })).apart).toMatchObject([
		{ unitId: 1, reason: 'required', missing: ['corrections'] },
	]);
});

it('keeps growth apart from level', () => {
	const criteria = [setting('coverage'), setting('gapClosed'), setting('punctuality')];
	const both = input([], { criteria });
	expect(onBoard(both, 'level')?.method.criteria.map(({ criterion }) => criterion)).toEqual([
		'coverage',
		'punctuality',
	]);
	expect(onBoard(both, 'growth')?.method.criteria.map(({ criterion }) => criterion)).toEqual([
		'gapClosed',
	]);
	expect(onBoard(input([]), 'growth')).toBeNull();
});
