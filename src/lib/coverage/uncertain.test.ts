import { expect, it } from 'vitest';
import type { Reading } from '../contracts/coverage';
import { isUncertain } from './uncertain';

const share = (able: number, base: number): Reading => ({
	...{ kind: 'share', able, base, share: able / base, reportedShare: 1 },
});

it('is uncertain of a share of few households, the fewer the nearer it lies to all or none', () => {
	expect(isUncertain(share(46, 92))).toBe(true);
	expect(isUncertain(share(47, 94))).toBe(false);
	expect(isUncertain(share(14, 14))).toBe(true);
	expect(isUncertain(share(16, 16))).toBe(false);
	expect(isUncertain(share(700, 1_400))).toBe(false);
});

it('says nothing of what shows no share', () => {
	expect(isUncertain({ kind: 'hidden', class: 3 })).toBe(false);
	expect(isUncertain({ kind: 'none' })).toBe(false);
});
