import { expect, it } from 'vitest';
import { bellQuantile } from './bell-quantile';

it('knows the bell curve', () => {
	expect(bellQuantile(0.5)).toBeCloseTo(0, 9);
	expect(bellQuantile(0.975)).toBeCloseTo(1.959963985, 8);
	expect(bellQuantile(0.001)).toBeCloseTo(-3.090232306, 8);
	expect(bellQuantile(0.75)).toBeCloseTo(0.67448975, 8);
});
