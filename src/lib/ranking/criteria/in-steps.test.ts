import { expect, it } from 'vitest';
import { smallestRanges } from '../../contracts/publication';
import { inSteps, perHundred, sampleInSteps } from './in-steps';

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

it('tells of visits no finding of one unit, and costs nobody a place', () => {
	for (let checked = 1; checked <= 200; checked += 1) {
		const alike = new Map<number | null, number>();
		let before = 0;
		for (const confirmed of counts(checked)) {
			const shown = sampleInSteps({ checked, confirmed });
			alike.set(shown && shown.confirmed, (alike.get(shown && shown.confirmed) ?? 0) + 1);
			if (!shown) continue;
			expect(shown.checked).toBe(checked);
			expect(shown.confirmed).toBeGreaterThanOrEqual(Math.max(before, confirmed));
			expect(shown.confirmed).toBeLessThanOrEqual(checked);
			before = shown.confirmed;
		}
		const fewest = Math.min(...alike.values());
		expect(fewest, `${checked} visited`).toBeGreaterThanOrEqual(checked < 20 ? 2 : 5);
		expect(alike.has(null)).toBe(checked < 3);
	}
	expect(sampleInSteps({ checked: 8, confirmed: 8 })).toEqual({ checked: 8, confirmed: 8 });
	expect(sampleInSteps({ checked: 8, confirmed: 3 })).toEqual({ checked: 8, confirmed: 4 });
});

it('counts activities so that many sizes look alike', () => {
	const sizes = counts(400).filter(
		(households) => households > 0 && perHundred(3, households) === 2,
	);
	expect(sizes.length).toBeGreaterThan(20);
	expect(perHundred(1, 50)).toBe(2);
});
