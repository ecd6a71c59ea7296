import { expect, it } from 'vitest';
import { driftAt, reach } from './drift';

const minute = 60_000;
const start = Date.parse('2026-11-29T17:00:00+07:00');
const halfDay = Array.from({ length: 12 * 60 }, (_, passed) => driftAt(start + passed * minute));

it('keeps near its place, moves by a step at most at a time, and never for long in one place', () => {
	let still = 0;
	for (const [index, { x, y }] of halfDay.entries()) {
		const before = halfDay[index - 1] ?? { x, y };
		expect(Math.max(Math.abs(x), Math.abs(y))).toBeLessThanOrEqual(reach);
		expect(Math.max(Math.abs(x - before.x), Math.abs(y - before.y))).toBeLessThanOrEqual(1);
		still = x === before.x && y === before.y ? still + 1 : 0;
		expect(still).toBeLessThanOrEqual(3);
	}
});

it('lies everywhere in its square within half a day, to both sides alike', () => {
	const places = new Set(halfDay.map(({ x, y }) => `${x} ${y}`));
	expect(places.size).toBeGreaterThan(0.85 * (2 * reach + 1) ** 2);
	const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
	expect(Math.abs(mean(halfDay.map(({ x }) => x)))).toBeLessThan(0.5);
	expect(Math.abs(mean(halfDay.map(({ y }) => y)))).toBeLessThan(0.5);
});
