import { expect, it } from 'vitest';
import { smallestRanges } from '../../contracts/publication';
import { inSteps } from './in-steps';

const counts = (households: number) => Array.from({ length: households + 1 }, (_, able) => able);

it('tells whoever finds a unit by its households no count more exactly than a hidden one', () => {
	for (let households = 1; households <= 1200; households += 1) {
		const alike = new Map<number, number>();
		for (const able of counts(households)) {
			const shown = inSteps(able / households, households);
			alike.set(shown, (alike.get(shown) ?? 0) + 1);
		}
		const fewest = Math.min(...alike.values());
		const most = Math.min(smallestRanges.least, households + 1);
		expect(fewest, `${households} households`).toBeGreaterThanOrEqual(most);
	}
});

it('stays within half a step of what was counted, and never turns an order round', () => {
	for (const households of [8, 60, 100, 400, 5000]) {
		const shown = counts(households).map((able) => inSteps(able / households, households));
		expect(shown).toEqual(shown.toSorted((one, other) => one - other));
		for (const [able, value] of shown.entries())
			expect(Math.abs(value - able / households)).toBeLessThanOrEqual(
				Math.max(0.005, 10 / households) + 1e-9,
			);
	}
});
