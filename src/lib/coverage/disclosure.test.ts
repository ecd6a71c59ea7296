import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measures } from '../contracts/coverage';
import { hiddenMeasures, smallestPublicCount, type Disclosable } from './disclosure';

/** Siblings that differ in the first measure only; the others are 50 of 100. */
const family = (...counts: [able: number, base: number][]): Disclosable[] =>
	counts.map(([able, base], unitId) => ({
		unitId,
		able: measures.map((_, index) => (index === 0 ? able : 50)),
		base: measures.map((_, index) => (index === 0 ? base : 100)),
	}));

const hiddenUnits = (siblings: Disclosable[]) =>
	[...hiddenMeasures(siblings)].filter(([, bits]) => (bits & 1) !== 0).map(([unitId]) => unitId);

describe('hiddenMeasures', () => {
	it('shows 0, 5 and more, and everybody', () => {
		expect(hiddenUnits(family([0, 80], [5, 80], [75, 80], [80, 80]))).toEqual([]);
	});

	it('hides 1 to 4, and all but 1 to 4', () => {
		expect(hiddenUnits(family([1, 80], [4, 80], [76, 80], [79, 80]))).toEqual([0, 1, 2, 3]);
	});

	it('hides the smallest other sibling beside a single hidden one', () => {
		expect(hiddenUnits(family([3, 80], [40, 90], [40, 60]))).toEqual([0, 2]);
	});

	it('does not take an unreported sibling for cover', () => {
		expect(hiddenUnits(family([3, 80], [0, 0], [40, 90]))).toEqual([0, 2]);
	});

	it('judges every measure by itself', () => {
		const [bits] = hiddenMeasures(family([3, 80], [2, 80])).values();
		expect(bits).toBe(1);
	});

	it('leaves no small count that the shown ones give away', () => {
		const sibling = fc
			.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 }))
			.map(([a, b]): [number, number] => [Math.min(a, b), Math.max(a, b)]);
		fc.assert(
			fc.property(fc.array(sibling, { minLength: 1, maxLength: 8 }), (counts) => {
				const siblings = family(...counts);
				const hidden = new Set(hiddenUnits(siblings));
				const isSmall = (count: number) => count > 0 && count < smallestPublicCount;
				const known = siblings.filter(({ base }) => (base[0] ?? 0) > 0);
				for (const { unitId, able, base } of known) {
					if (hidden.has(unitId)) continue;
					expect(isSmall(able[0] ?? 0)).toBe(false);
					expect(isSmall((base[0] ?? 0) - (able[0] ?? 0))).toBe(false);
				}
				// One hidden sibling alone would follow from the total.
				if (known.length > 1) expect(hidden.size).not.toBe(1);
			}),
		);
	});
});
