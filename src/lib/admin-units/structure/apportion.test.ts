import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apportion } from './apportion';

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
const share = fc.double({ min: 0.001, max: 1, noNaN: true });

describe('apportion', () => {
	it('gives what is left to the largest remainders', () => {
		expect(apportion(10, [0.55, 0.25, 0.2])).toEqual([6, 2, 2]);
		expect(apportion(1, [0.5, 0.5])).toEqual([1, 0]);
		expect(apportion(0, [0.3, 0.7])).toEqual([0, 0]);
	});

	it('keeps every total, and stays within one of the exact quota', () => {
		fc.assert(
			fc.property(
				fc.nat(2_000_000),
				fc.array(share, { minLength: 1, maxLength: 12 }),
				(count, shares) => {
					const parts = apportion(count, shares);
					expect(sum(parts)).toBe(count);
					for (const [index, part] of parts.entries())
						expect(Math.abs(part - (count * (shares[index] ?? 0)) / sum(shares))).toBeLessThan(
							1.0001,
						);
				},
			),
		);
	});

	it('never exceeds a cap where the caps hold the count', () => {
		fc.assert(
			fc.property(
				fc.array(fc.tuple(share, fc.nat(500)), { minLength: 1, maxLength: 10 }),
				fc.double({ min: 0, max: 1, noNaN: true }),
				(entries, filling) => {
					const shares = entries.map(([value]) => value);
					const caps = entries.map(([, cap]) => cap);
					const count = Math.floor(sum(caps) * filling);
					const parts = apportion(count, shares, caps);
					expect(sum(parts)).toBe(count);
					for (const [index, part] of parts.entries())
						expect(part).toBeLessThanOrEqual(caps[index] ?? 0);
				},
			),
		);
	});

	it('refuses a count that fits nowhere', () => {
		expect(() => apportion(5, [0.5, 0.5], [2, 2])).toThrow(RangeError);
		expect(() => apportion(5, [])).toThrow(RangeError);
	});
});
