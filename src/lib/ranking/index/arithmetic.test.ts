import { expect, it } from 'vitest';
import { exponential, naturalLog, rounded } from './arithmetic';

const bits = (value: number): string => {
	const view = new DataView(new ArrayBuffer(8));
	view.setFloat64(0, value);
	return view.getBigUint64(0).toString(16);
};

it('takes logarithms as exactly as the engine does, within the error it states', () => {
	let furthest = 0;
	for (let step = 0; step <= 20_000; step += 1) {
		const value = 1 + (step * 99) / 20_000;
		const expected = Math.log(value);
		furthest = Math.max(furthest, Math.abs(naturalLog(value) - expected) / Math.max(1, expected));
	}
	expect(furthest).toBeLessThanOrEqual(4e-16);
	expect(naturalLog(1)).toBe(0);
	expect(naturalLog(0.001)).toBeCloseTo(Math.log(0.001), 14);
});

it('raises e as exactly as the engine does, within the error it states', () => {
	let furthest = 0;
	for (let step = -4_000; step <= 4_000; step += 1) {
		const power = step / 800;
		furthest = Math.max(furthest, Math.abs(exponential(power) / Math.exp(power) - 1));
	}
	expect(furthest).toBeLessThanOrEqual(4e-16);
	expect(exponential(0)).toBe(1);
});

it('gives these very bits, on every machine', () => {
	expect([2, 3.7, 42, 99.99].map((value) => bits(naturalLog(value)))).toEqual([
		'3fe62e42fefa39ef',
		'3ff4eeee650ae550',
		'400de6bf542e3d2d',
		'40126b97847c8246',
	]);
	expect([0.5, 1.25, 4.605].map((value) => bits(exponential(value)))).toEqual([
		'3ffa61298e1e069c',
		'400bec38edb0faf0',
		'4058fee930e589d0',
	]);
});

it('refuses what has no logarithm or is too far', () => {
	for (const value of [0, -1, NaN, Infinity]) expect(() => naturalLog(value)).toThrow(RangeError);
	for (const power of [NaN, 41, -Infinity]) expect(() => exponential(power)).toThrow(RangeError);
});

it('rounds to nine digits', () => {
	expect(rounded(1 / 3)).toBe(0.333333333);
	expect(rounded(100 - 1e-12)).toBe(100);
});
