import { createHash } from 'node:crypto';
import fc from 'fast-check';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import type { CriterionCode, CriterionSetting } from '../../contracts/award-criteria';
import {
	IndexInput,
	IndexResult,
	type IndexUnit,
	type PlacedUnit,
} from '../../contracts/award-index';
import { seeded } from '../../contracts/seeded';
import { compute, onBoard } from './compute';
import { goalpostDraws, movedGoalposts, unmoved } from './tables';

const setting = (
	criterion: CriterionCode,
	change: Partial<CriterionSetting> = {},
): CriterionSetting => ({
	...{ criterion, weight: 10, worst: 0, best: 1, missing: 'leaveOut' },
	...change,
});
const four = [
	setting('coverage', { weight: 40 }),
	setting('punctuality', { weight: 20 }),
	setting('corrections', { weight: 10, worst: 0.5, best: 0 }),
	setting('verified', { weight: 30 }),
];
const draws = { seed: 20261010, draws: 300, top: 3, confidence: 0.9 };

type Values = readonly [number | null, number | null, number | null];
const unit = (
	unitId: number,
	[coverage, punctuality, corrections]: Values,
	sample: { checked: number; confirmed: number } | null = null,
): IndexUnit => ({
	unitId,
	values: [
		{ criterion: 'coverage', value: coverage },
		{ criterion: 'punctuality', value: punctuality },
		{ criterion: 'corrections', value: corrections },
		{ criterion: 'verified', value: sample && sample.confirmed / sample.checked },
	],
	sample,
});
const input = (units: IndexUnit[], change: Partial<IndexInput['method']> = {}): IndexInput => ({
	method: { criteria: four, completeness: 0.6, ...change },
	draws,
	units,
});
const of = (result: IndexResult, unitId: number): PlacedUnit => {
	const found = result.placed.find((one) => one.unitId === unitId);
	if (!found) throw new Error('the unit has a place');
	return found;
};

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

const table = (): IndexUnit[] => {
	const random = seeded(4);
	const next = () => Math.round((random() / 2 ** 32) * 1000) / 1000;
	return Array.from({ length: 40 }, (_, unitId) => {
		const checked = 6 + (unitId % 9);
		const visited = { checked, confirmed: Math.floor(checked * next()) };
		return unit(unitId, [next(), next(), next() / 2], unitId % 5 === 0 ? null : visited);
	});
};

it('gives the same bytes for the same seed, and these very ones on every machine', () => {
	const text = JSON.stringify(compute(input(table())));
	expect(JSON.stringify(compute(input(table())))).toBe(text);
	expect(createHash('sha256').update(text).digest('hex')).toBe(
		'7fc7c11881f596c3c05ce813dcc1bbaa2822981159ec313053c7694ac5532404',
	);
	const other = compute({ ...input(table()), draws: { ...draws, seed: 1 } });
	expect(JSON.stringify(other)).not.toBe(text);
});

it('tells the choice of method and the error of samples apart', () => {
	const unvisited = compute(input(table().map((one) => ({ ...one, sample: null }))));
	for (const { sampling, method, both } of unvisited.placed) {
		expect(sampling).toBeNull();
		expect(both).toEqual(method);
	}
	const result = compute(input(table()));
	const wider = result.placed.filter(
		({ both, method }) => both.high - both.low > method.high - method.low,
	);
	expect(wider.length).toBeGreaterThan(result.placed.length / 2);
	expect(of(result, 1).sampling).not.toBeNull();
	const [more, fewer] = [400, 4].map((times) => {
		const units = table().map((one) =>
			one.sample
				? {
						...one,
						sample: {
							checked: one.sample.checked * times,
							confirmed: one.sample.confirmed * times,
						},
					}
				: one,
		);
		return compute(input(units)).placed.reduce(
			(sum, { sampling }) => sum + (sampling ? sampling.high - sampling.low : 0),
			0,
		);
	});
	expect(more).toBeLessThan((fewer ?? 0) / 2);
});

it('is a result that its schema knows, of an input that its schema knows', () => {
	const given = input(table());
	expect(v.parse(IndexInput, JSON.parse(JSON.stringify(given)))).toEqual(given);
	const result = compute(given);
	expect(v.parse(IndexResult, JSON.parse(JSON.stringify(result)))).toEqual(result);
});

it('moves weights by a quarter and no more, one draw for all units at once', () => {
	// Beyond both goalposts however they move: which criterion weighs more alone decides.
	const [most, least] = [2, -1];
	const ahead = (weight: number) => {
		const criteria = [setting('coverage', { weight }), setting('punctuality', { weight: 1 })];
		const units = [unit(1, [most, least, null]), unit(2, [least, most, null])];
		const given = input([...units, unit(3, [most, least, null])], { criteria, completeness: 0 });
		const { placed } = compute({ ...given, draws: { ...draws, draws: 5_000, top: 1 } });
		return [1, 2, 3].map((id) => placed.find(({ unitId }) => unitId === id)?.method);
	};
	// Three quarters of 1.7 are more than five quarters of 1, of 1.6 they aren't.
	expect(ahead(1.7)[0]).toEqual({ low: 1, high: 1, top: 1 });
	const [first] = ahead(1.6);
	expect(first?.top).toBeGreaterThan(0.99);
	expect(first?.top).toBeLessThan(1);
	// Alike in everything, they are never told apart: behind the other or before it, together.
	const [one, other, alike] = ahead(1);
	expect([one?.high, other?.high]).toEqual([2, 3]);
	expect(alike).toEqual(one);
});

it('moves each goalpost by a tenth of the distance and no more', () => {
	const moved = Array.from({ length: goalpostDraws }, (_, draw) =>
		movedGoalposts({ worst: 20, best: 10 }, draw),
	);
	const ends = (of: (goalposts: { worst: number; best: number }) => number) => [
		Math.min(...moved.map(of)),
		Math.max(...moved.map(of)),
	];
	expect([ends(({ worst }) => worst), ends(({ best }) => best)]).toEqual([
		[19, 21],
		[9, 11],
	]);
	expect(moved[unmoved]).toEqual({ worst: 20, best: 10 });
});

it('puts two units in one band though they stand apart, where a little decides for either', () => {
	const table = [
		unit(1, [300 / 400, 0.8, 0.1]),
		unit(2, [296 / 400, 0.82, 0.1]),
		unit(3, [90 / 400, 0.8, 0.1]),
	];
	const { placed } = compute(input(table));
	expect(placed.map(({ unitId, place, shared, band }) => [unitId, place, shared, band])).toEqual([
		...[
			[1, 1, false, 1],
			[2, 2, false, 1],
			[3, 3, false, 2],
		],
	]);
});

it('stops when a draw fails, and says which', () => {
	// What is scored once can be scored; a draw makes so great a weight endless.
	const criteria = [setting('coverage', { weight: 1.7e308 })];
	const broken = input([unit(1, [0, 1, 0]), unit(2, [0, 1, 0])], { criteria, completeness: 0 });
	expect(() => compute(broken)).toThrow(/^Draw \d+ gave a unit no score: nothing was computed\.$/);
});
