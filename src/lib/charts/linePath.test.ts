import { expect, it } from 'vitest';
import { linePath } from './linePath';

it('draws higher shares higher up', () => {
	expect(linePath([0, 0.5, 1], 200, 100)).toBe('M0 100L100 50L200 0');
});

it('leaves a gap where a month is unknown', () => {
	expect(linePath([0.5, 0.5, null, 0.5, 0.5], 100, 10)).toBe('M0 5L25 5M75 5L100 5');
});

it('keeps a month visible that stands alone', () => {
	expect(linePath([null, 0.5, null], 100, 10)).toBe('M50 5h0');
});

it('draws nothing from nothing', () => {
	expect(linePath([], 100, 10)).toBe('');
});
