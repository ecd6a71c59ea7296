import { describe, expect, it } from 'vitest';
import { isArrowKey, linkSpots, nextSpot, type ArrowKey } from './neighbours';

const keys = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'] as const satisfies ArrowKey[];

/** Spots as irregular as communes are, the same ones in every run. */
function scatter(count: number, start: number): { id: number; x: number; y: number }[] {
	let seed = start * 7_919;
	const random = () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
	return Array.from({ length: count }, (_, id) => ({ id, x: random() * 1_000, y: random() * 600 }));
}

describe('arrow keys', () => {
	it('go to what lies that way, not to what is nearer but aside', () => {
		const from = { x: 0, y: 0 };
		const [ahead, aside, behind] = [
			{ x: 10, y: 1 },
			{ x: 4, y: 9 },
			{ x: -1, y: 0 },
		];
		expect(nextSpot([from, ahead, aside, behind], from, 'ArrowRight')).toBe(ahead);
		expect(nextSpot([from, ahead, aside, behind], from, 'ArrowLeft')).toBe(behind);
		expect(nextSpot([from, ahead, behind], from, 'ArrowUp')).toBeUndefined();
	});

	it.each([20, 209, 1_000])('reach every one of %i places, however they lie', (count) => {
		for (let seed = 1; seed <= 10; seed++) {
			const spots = scatter(count, seed);
			const links = linkSpots(spots);
			const reached = new Set(spots.slice(0, 1));
			for (const spot of reached)
				for (const next of links.get(spot)?.values() ?? []) reached.add(next);
			expect(reached.size).toBe(count);
		}
	});

	it('lead to the nearest place that way nearly always', () => {
		const spots = scatter(1_000, 7);
		const links = linkSpots(spots);
		const others = spots.filter((spot) =>
			keys.some((key) => links.get(spot)?.get(key) !== nextSpot(spots, spot, key)),
		);
		expect(others.length).toBeLessThan(10);
	});

	it('are told from other keys', () => {
		expect(keys.every(isArrowKey)).toBe(true);
		expect(isArrowKey('Enter')).toBe(false);
	});
});
