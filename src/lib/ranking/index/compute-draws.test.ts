import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { draws, input, of, setting, unit } from '../../../../tests/fixtures/index-units';
import { IndexInput, IndexResult, type IndexUnit } from '../../contracts/awards/composite-index';
import { seeded } from '../../contracts/numbers/seeded';
import { compute } from './compute';
import { goalpostDraws, movedGoalposts, unmoved } from './tables';

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

it('draws the error of sessions that were looked into for what the log is worth, beside that of households', () => {
	const criteria = [setting('coverage'), setting('teaching', { best: 10 }), setting('verified')];
	const visited = { checked: 8, confirmed: 6 };
	const of = (id: number, sessions: IndexUnit['sessions']): IndexUnit => {
		const { values, sample } = unit(id, [id / 40, null, null], id % 2 ? visited : null);
		const teaching = sessions ? (sessions.logged * sessions.confirmed) / sessions.checked : 6;
		return {
			...{ unitId: id, sample, ...(sessions && { sessions }) },
			values: [...values, { criterion: 'teaching', value: teaching }],
		};
	};
	const spread = (sessions: (id: number) => IndexUnit['sessions']) => {
		const units = Array.from({ length: 20 }, (_, index) => of(index + 1, sessions(index + 1)));
		const { placed } = compute(input(units, { criteria, completeness: 0 }));
		return new Map(
			placed.map(({ unitId, sampling }) => [
				unitId,
				sampling ? sampling.high - sampling.low : Number.NaN,
			]),
		);
	};
	const sum = (spreads: Map<number, number>) =>
		[...spreads.values()].reduce((all, one) => all + one, 0);
	const unknown = spread(() => undefined);
	const some = spread(() => ({ ...visited, logged: 8 }));
	const many = spread(() => ({ checked: 8000, confirmed: 6000, logged: 8 }));
	expect(sum(some)).toBeGreaterThan(sum(unknown));
	expect(sum(many)).toBeLessThan(sum(some));
	// With no household visited either, those of whom nothing was looked into move but by the others.
	const [one] = [10].map((id) =>
		spread((other) => (other === id ? { ...visited, logged: 8 } : undefined)).get(id),
	);
	expect(one).toBeGreaterThan(unknown.get(10) ?? 0);
});

it('is a result that its schema knows, of an input that its schema knows', () => {
	const sessions = { checked: 4, confirmed: 3, logged: 2.5 };
	const given = input(table().map((one, index) => (index % 3 ? one : { ...one, sessions })));
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
