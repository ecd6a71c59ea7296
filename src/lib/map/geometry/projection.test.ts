import { describe, expect, it } from 'vitest';
import type { Layer } from './layer';
import { project } from './mercator';
import { drawTopology } from './projection';

/** Two squares side by side, sharing one border with a needless point, and an islet far too small. */
const layer: Layer = {
	type: 'Topology',
	objects: {
		units: {
			type: 'GeometryCollection',
			geometries: [
				{ type: 'Polygon', properties: { id: 11 }, arcs: [[0, 1]] },
				{ type: 'Polygon', properties: { id: 22 }, arcs: [[2, ~0]] },
				{ type: 'Polygon', properties: { id: 33 }, arcs: [[3]] },
			],
		},
	},
	arcs: [
		[
			[106.5, 21],
			[106.5, 21.25],
			[106.5, 21.5],
		],
		[
			[106.5, 21.5],
			[106, 21.5],
			[106, 21],
			[106.5, 21],
		],
		[
			[106.5, 21],
			[107, 21],
			[107, 21.5],
			[106.5, 21.5],
		],
		[
			[106.9, 21.2],
			[106.90001, 21.2],
			[106.90001, 21.20001],
			[106.9, 21.2],
		],
	],
};

describe('the projection', () => {
	it('is Web Mercator', () => {
		expect(project([0, 0])).toEqual([0.5, 0.5]);
		const [x, y] = project([180, 85.0511287798]);
		expect(x).toBe(1);
		expect(y).toBeCloseTo(0, 9);
	});
});

describe('a drawing', () => {
	const drawing = drawTopology(layer, 1000);
	const [west, east, islet] = drawing.shapes;

	it('fills its longer side and knows its bounds', () => {
		expect(Math.max(drawing.width, drawing.height)).toBe(1000);
		expect(drawing.bounds).toEqual([106, 21, 107, 21.5]);
	});

	it('goes by the ids of the layer', () => {
		expect(drawing.shapes.map(({ id }) => id)).toEqual([11, 22, 33]);
	});

	it('puts the shared border of neighbours on the same whole numbers, without needless points', () => {
		const { height } = drawing;
		expect(west?.path).toBe(`M500 ${height}l0-${height}-500 0 0 ${height}z`);
		expect(east?.path).toBe(`M500 ${height}l500 0 0-${height}-500 0z`);
	});

	it('keeps an islet visible', () => {
		expect(islet?.path).toMatch(/^M\d+ \d+l.*z$/);
	});

	it('outlines the whole, without inner borders', () => {
		expect(drawing.outline).not.toContain(`M500 ${drawing.height}l0-`);
		expect(drawing.outline.match(/M/g)).toHaveLength(2);
	});

	it('gives a label the width of its area', () => {
		expect(west).toMatchObject({ x: 250, room: 500 });
		expect(east).toMatchObject({ x: 750, room: 500 });
	});

	it('undoes quantization', () => {
		const quantized: Layer = {
			...layer,
			transform: { scale: [0.5, 0.5], translate: [106, 21] },
			objects: {
				units: {
					type: 'GeometryCollection',
					geometries: [{ type: 'Polygon', properties: { id: 1 }, arcs: [[0]] }],
				},
			},
			arcs: [
				[
					[0, 0],
					[2, 0],
					[0, 1],
					[-2, 0],
					[0, -1],
				],
			],
		};
		expect(drawTopology(quantized, 1000).bounds).toEqual([106, 21, 107, 21.5]);
	});

	it('of nothing is empty', () => {
		const nothing: Layer = {
			...layer,
			objects: { units: { type: 'GeometryCollection', geometries: [] } },
		};
		expect(drawTopology(nothing).shapes).toEqual([]);
	});
});

describe('areas that lie together', () => {
	/** West and east are one group, the islet is nobody's. */
	const grouped = drawTopology(
		layer,
		1000,
		new Map([
			[11, 9],
			[22, 9],
		]),
	);

	it('are outlined as one, without the border between them', () => {
		expect(grouped.groups.map(({ id }) => id)).toEqual([9]);
		const [group] = grouped.groups;
		const numbers = group?.path.match(/-?\d+/g)?.map(Number) ?? [];
		// A rectangle: a start and three steps, since the middle of a side is no corner.
		expect(numbers.length).toBeLessThanOrEqual(12);
		expect(group?.path.match(/M/g)).toHaveLength(1);
		expect(group?.room).toBeGreaterThan(900);
	});

	it('tell how small the small ones among them are', () => {
		expect(grouped.fineness).toBeLessThan(5);
		expect(drawTopology(layer, 1000).groups).toEqual([]);
	});
});
