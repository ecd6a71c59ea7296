import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { convertStructure, type LineageLink, type UnitCounts } from './structure.server';

const full = (oldUnitId: number, newUnitId: number): LineageLink => ({
	oldUnitId,
	newUnitId,
	extent: 'full',
	share: null,
});
const part = (oldUnitId: number, newUnitId: number, share: number | null): LineageLink => ({
	oldUnitId,
	newUnitId,
	extent: 'partial',
	share,
});
const counts = (register: number | null, able: number, base: number): UnitCounts => ({
	register,
	able: [able],
	base: [base],
});

describe('convertStructure', () => {
	it('adds up what was merged whole, and calls nothing estimated', () => {
		const { units, undivided } = convertStructure(
			new Map([
				[1, counts(100, 40, 90)],
				[2, counts(50, 10, 50)],
			]),
			[full(1, 11), full(2, 11)],
			new Set([11]),
		);
		expect(undivided).toEqual([]);
		expect([...units]).toEqual([
			[11, { register: 150, able: [50], base: [140], estimated: false, incomplete: false }],
		]);
	});

	it('divides by declared shares along a chain of two steps and says it is estimated', () => {
		const { units } = convertStructure(
			new Map([[1, counts(101, 33, 77)]]),
			[full(1, 5), part(5, 11, 0.6), part(5, 12, 0.4)],
			new Set([11, 12]),
		);
		expect(units.get(11)).toEqual({
			register: 61,
			able: [20],
			base: [46],
			estimated: true,
			incomplete: false,
		});
		expect(units.get(12)).toMatchObject({ register: 40, able: [13], base: [31], estimated: true });
	});

	it('lists what no declared share divides, and marks the successors as incomplete', () => {
		const { units, undivided } = convertStructure(
			new Map([
				[1, counts(100, 40, 90)],
				[2, counts(50, 10, 50)],
				[3, counts(7, 1, 7)],
			]),
			[part(1, 11, null), part(1, 12, null), full(2, 11)],
			new Set([11, 12]),
		);
		expect(undivided).toEqual([
			{ unitId: 3, successors: [], counts: counts(7, 1, 7) },
			{ unitId: 1, successors: [11, 12], counts: counts(100, 40, 90) },
		]);
		expect(units.get(11)).toMatchObject({ register: 50, able: [10], incomplete: true });
		expect(units.get(12)).toMatchObject({ register: null, able: [0], incomplete: true });
	});

	it('leaves units that still exist alone', () => {
		const { units } = convertStructure(
			new Map([[1, counts(3, 1, 2)]]),
			[full(1, 2)],
			new Set([1, 2]),
		);
		expect([...units.keys()]).toEqual([1]);
	});

	it('does not take an unknown register for nought', () => {
		const { units } = convertStructure(
			new Map([
				[1, counts(null, 1, 2)],
				[2, counts(10, 3, 4)],
			]),
			[full(1, 9), full(2, 9)],
			new Set([9]),
		);
		expect(units.get(9)).toMatchObject({ register: 10, incomplete: true });
	});

	it('refuses a lineage that leads back to its start', () => {
		expect(() =>
			convertStructure(new Map([[1, counts(1, 1, 1)]]), [full(1, 2), full(2, 1)], new Set()),
		).toThrow(RangeError);
	});

	it('keeps every total to the last household, and never counts more able than there are', () => {
		const unit = fc
			.array(fc.tuple(fc.nat(400), fc.nat(400)), { minLength: 3, maxLength: 3 })
			.map((pairs) => ({
				able: pairs.map(([a, b]) => Math.min(a, b)),
				base: pairs.map(([a, b]) => Math.max(a, b)),
			}));
		const scenario = fc.record({
			units: fc.array(unit, { minLength: 1, maxLength: 8 }),
			weights: fc.array(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 }), {
				minLength: 16,
				maxLength: 16,
			}),
			declared: fc.array(fc.boolean(), { minLength: 16, maxLength: 16 }),
		});
		fc.assert(
			fc.property(scenario, ({ units, weights, declared }) => {
				const figures = new Map(
					units.map((given, index) => [
						index,
						{ register: Math.max(...given.base), able: given.able, base: given.base },
					]),
				);
				// Units 0–7 split into 100–103, which split into 200–203.
				const lineage = [...figures.keys(), 100, 101, 102, 103].flatMap((old, row) => {
					const targets = weights[row] ?? [1];
					const total = targets.reduce((a, b) => a + b, 0);
					return targets.map((weight, index) =>
						part(old, (old < 100 ? 100 : 200) + index, declared[row] ? weight / total : null),
					);
				});
				const result = convertStructure(figures, lineage, new Set([200, 201, 202, 203]));
				const after = [...result.units.values(), ...result.undivided.map((entry) => entry.counts)];
				const totals = (all: Iterable<UnitCounts>) =>
					[...all].reduce<number[]>(
						(sums, { register, able, base }) =>
							[register ?? 0, ...able, ...base].map((value, index) => value + (sums[index] ?? 0)),
						[],
					);
				expect(totals(after)).toEqual(totals(figures.values()));
				for (const { able, base } of after)
					for (const [measure, value] of able.entries())
						expect(value).toBeLessThanOrEqual(base[measure] ?? 0);
			}),
		);
	});
});
