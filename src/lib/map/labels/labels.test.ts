import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { borderWidth } from '../borders';
import { labelSpot } from './label-spot';
import { fitView, placeLabels } from './labels';
import { nextSpot } from '../keyboard/neighbours';
import type { Point } from '../geometry/point';

const view = { scale: 1, left: 0, top: 0, width: 1000, height: 1000 };

describe('labels', () => {
	it('are left out where the area is too narrow, and come with a larger scale', () => {
		const spots = [{ id: 1, x: 100, y: 100, room: 40 }];
		const names = new Map([[1, 'Nghĩa Phương']]);
		expect(placeLabels(spots, names, view, 13)).toEqual([]);
		const larger = { ...view, scale: 4 };
		expect(placeLabels(spots, names, larger, 13)).toEqual([
			{ id: 1, text: 'Nghĩa Phương', x: 400, y: 400, between: false },
		]);
	});

	it('go to the roomier area first', () => {
		const spots = [
			{ id: 1, x: 100, y: 100, room: 90 },
			{ id: 2, x: 110, y: 105, room: 200 },
		];
		const names = new Map([
			[1, 'Chũ'],
			[2, 'Đèo Gia'],
		]);
		expect(placeLabels(spots, names, view, 13).map(({ id }) => id)).toEqual([2]);
	});

	it('of groups come first, and may reach beyond their borders', () => {
		const spots = [
			{ id: 1, x: 100, y: 100, room: 500 },
			{ id: 2, x: 110, y: 105, room: 40, group: true as const },
			{ id: 3, x: 500, y: 500, room: 20, group: true as const },
		];
		const names = new Map([
			[1, 'Đèo Gia'],
			[2, 'Bắc Ninh'],
			[3, 'Thành phố Hồ Chí Minh'],
		]);
		expect(placeLabels(spots, names, view, 13)).toEqual([
			{ id: 2, text: 'Bắc Ninh', x: 110, y: 105, between: false, group: true },
		]);
	});

	it('never lie over one another or outside', () => {
		const spot = fc.record({
			x: fc.integer({ min: 0, max: 1000 }),
			y: fc.integer({ min: 0, max: 1000 }),
			room: fc.integer({ min: 0, max: 200 }),
		});
		fc.assert(
			fc.property(fc.array(spot, { maxLength: 60 }), (found) => {
				const spots = found.map((one, id) => ({ ...one, id }));
				const names = new Map(spots.map(({ id }) => [id, 'Tân Sơn']));
				const placed = placeLabels(spots, names, view, 13);
				// 7 letters at half an em each is less than what was kept free.
				const [width, height] = [7 * 6.5, 13];
				for (const [index, one] of placed.entries()) {
					expect(one.x).toBeGreaterThanOrEqual(width / 2);
					expect(one.x).toBeLessThanOrEqual(1000 - width / 2);
					for (const other of placed.slice(index + 1))
						expect(Math.abs(one.x - other.x) >= width || Math.abs(one.y - other.y) >= height).toBe(
							true,
						);
				}
			}),
		);
	});

	it('sit in the wide part of an area', () => {
		// A square with a long thin tail to the right at the top.
		const ring: Point[] = [
			[0, 0],
			[300, 0],
			[300, 4],
			[100, 4],
			[100, 100],
			[0, 100],
		];
		const spot = labelSpot([ring]);
		expect(spot.room).toBe(100);
		expect(spot.x).toBe(50);
		expect(spot.y).toBeGreaterThan(10);
	});

	it('stay clear of a hole', () => {
		const square = (from: number, to: number): Point[] => [
			[from, from],
			[to, from],
			[to, to],
			[from, to],
		];
		const { x, y, room } = labelSpot([square(0, 120), square(30, 90)]);
		const [left, right] = [x - room / 2, x + room / 2];
		expect(y + 6 <= 31 || y - 6 >= 89 || right <= 31 || left >= 89).toBe(true);
	});

	it('of scattered islands lie between them, whatever room each of them has', () => {
		const islet = (x: number, y: number): Point[] => [
			[x, y],
			[x + 2, y],
			[x + 2, y + 2],
		];
		const spot = labelSpot([islet(0, 0), islet(100, 20), islet(40, 90), islet(80, 60)]);
		expect(spot).toMatchObject({ x: 51, y: 46, between: true });
		expect(spot.room).toBeGreaterThan(100);
	});
});

it('a view shows the whole drawing in the middle', () => {
	expect(fitView({ width: 1000, height: 500 }, 500, 500)).toEqual({
		scale: 0.5,
		left: 0,
		top: 125,
		width: 500,
		height: 500,
	});
});

describe('arrow keys', () => {
	const spots = [
		{ id: 1, x: 0, y: 0 },
		{ id: 2, x: 10, y: 2 },
		{ id: 3, x: 4, y: 9 },
		{ id: 4, x: 40, y: 0 },
	];
	const [first] = spots;
	it('lead to the nearest area that way', () => {
		expect(first && nextSpot(spots, first, 'ArrowRight')?.id).toBe(2);
		expect(first && nextSpot(spots, first, 'ArrowDown')?.id).toBe(3);
	});

	it('lead nowhere at the edge', () => {
		expect(first && nextSpot(spots, first, 'ArrowLeft')).toBeUndefined();
	});
});

describe('borders', () => {
	it('are full between roomy areas, thin between narrow ones, and none where only they were left', () => {
		expect(borderWidth({ fineness: 20 }, 0.9)).toBe(1);
		const narrow = borderWidth({ fineness: 6 }, 0.6);
		expect(narrow).toBeGreaterThan(0.1);
		expect(narrow).toBeLessThan(0.4);
		expect(borderWidth({ fineness: 1.5 }, 0.6)).toBe(0);
	});
});
