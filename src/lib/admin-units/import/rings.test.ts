import { describe, expect, it } from 'vitest';
import { findCrossing, readPolygons } from './rings';

const square = [
	[106, 21],
	[106.1, 21],
	[106.1, 21.1],
	[106, 21.1],
	[106, 21],
];
const rules = (geometry: unknown) => readPolygons(geometry).faults.map(({ rule }) => rule);
const polygon = (...rings: unknown[]) => ({ type: 'Polygon', coordinates: rings });

describe('readPolygons', () => {
	it('takes a sound polygon and drops heights', () => {
		const withHeight = square.map(([x, y]) => [x, y, 12]);
		expect(readPolygons(polygon(withHeight)).geometry).toEqual(polygon(square));
	});

	it.each([
		['openRing', polygon(square.slice(0, 4))],
		['ringTooShort', polygon([square[0], square[1], square[0]])],
		['selfCrossing', polygon([square[0], square[2], square[1], square[3], square[0]])],
		['referenceSystem', polygon(square.map(([x = 0, y = 0]) => [x * 5000, y * 110000]))],
		['axisOrder', polygon(square.map(([x, y]) => [y, x]))],
		['outOfRange', polygon(square.map(([x = 0, y]) => [x - 60, y]))],
		['coordinates', polygon([...square.slice(0, 3), ['106', 21], square[0]])],
		['emptyGeometry', polygon()],
		['emptyGeometry', { type: 'MultiPolygon', coordinates: [] }],
		['geometryType', { type: 'LineString', coordinates: square }],
		['geometryType', null],
	])('refuses %s', (rule, geometry) => {
		expect(rules(geometry)).toEqual([rule]);
	});

	it('names every faulty ring of a multipolygon', () => {
		const { faults } = readPolygons({
			type: 'MultiPolygon',
			coordinates: [[square.slice(0, 4)], [square], [square.map(([x, y]) => [y, x])]],
		});
		expect(faults.map(({ message }) => message.split(' ').slice(0, 5).join(' '))).toEqual([
			'ring 1 of polygon 1',
			'ring 1 of polygon 3',
		]);
	});
});

describe('findCrossing', () => {
	it('does not mind a ring that touches itself in a point', () => {
		const touching = [
			[0, 0],
			[2, 0],
			[1, 1],
			[2, 2],
			[0, 2],
			[1, 1],
			[0, 0],
		];
		expect(findCrossing(touching)).toBeUndefined();
	});

	it('finds one crossing among many sides', () => {
		const circle = Array.from({ length: 5000 }, (_, index) => [
			106 + Math.cos((index / 5000) * 2 * Math.PI),
			21 + Math.sin((index / 5000) * 2 * Math.PI),
		]);
		const first = circle[0] ?? [];
		expect(findCrossing([...circle, first])).toBeUndefined();
		const [a = [], b = []] = [circle[1200], circle[1201]];
		circle[1200] = b;
		circle[1201] = a;
		expect(findCrossing([...circle, first])).toBeDefined();
	});
});
