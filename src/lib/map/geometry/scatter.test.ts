import { expect, it } from 'vitest';
import { ringPath } from './rings';
import { ringsOfPath, scatter } from './scatter';
import type { Point } from './point';

/** A square with a square hole, and a strip beside it. */
const rings: Point[][] = [
	[
		[10, 10],
		[70, 10],
		[70, 70],
		[10, 70],
	],
	[
		[30, 30],
		[30, 50],
		[50, 50],
		[50, 30],
	],
	[
		[80, 10],
		[90, 10],
		[90, 70],
		[80, 70],
	],
];
const path = rings.map(ringPath).join('');
const isIn = ([x, y]: Point) =>
	(x > 10 && x < 70 && y > 10 && y < 70 && !(x > 30 && x < 50 && y > 30 && y < 50)) ||
	(x > 80 && x < 90 && y > 10 && y < 70);

it('reads the rings that were written', () => {
	expect(ringsOfPath(path)).toEqual(rings);
});

it('spreads places over the outline alone, with room around each', () => {
	const { places, room, box } = scatter(path, 30);
	expect(box).toEqual({ left: 10, top: 10, width: 80, height: 60 });
	expect(places).toHaveLength(30);
	for (const place of places) expect(isIn(place)).toBe(true);
	const distances = places.flatMap(([x, y], index) =>
		places.slice(index + 1).map(([otherX, otherY]) => Math.hypot(x - otherX, y - otherY)),
	);
	expect(Math.min(...distances)).toBeGreaterThanOrEqual(room);
	expect(room).toBeGreaterThan(3);
});

it('keeps the places of the first when more are asked for', () => {
	expect(scatter(path, 30).places.slice(0, 12)).toEqual(scatter(path, 12).places);
});

it('has no place in an outline without any room', () => {
	expect(scatter('M1 1l0 0z', 3).places).toEqual([]);
});
