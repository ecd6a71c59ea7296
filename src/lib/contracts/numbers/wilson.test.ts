import { expect, it } from 'vitest';
import { wilsonInterval, wilsonShare } from './wilson';

// Newcombe, Statistics in Medicine 17 (1998), table I, method 3: 81 of 263, 15 of 148, 0 of 20, 1 of 29;
// of 20 of 20 by symmetry.
it.each([
	[81, 263, 0.2553, 0.3662],
	[15, 148, 0.0624, 0.1605],
	[0, 20, 0, 0.1611],
	[1, 29, 0.0061, 0.1718],
	[20, 20, 0.8389, 1],
])('gives the published interval of %i of %i', (confirmed, checked, low, high) => {
	const sample = { checked, confirmed };
	const interval = wilsonInterval(sample);
	expect(interval?.from).toBeCloseTo(low, 4);
	expect(interval?.to).toBeCloseTo(high, 4);
	expect(wilsonShare(sample, 0)).toBeCloseTo(confirmed / checked, 12);
});

it('says nothing where nothing was looked at', () => {
	expect(wilsonInterval({ checked: 0, confirmed: 0 })).toBeNull();
});
