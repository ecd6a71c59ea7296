import { describe, expect, it } from 'vitest';
import { boxOf, overlapOf } from './boxes';
import { featuresOf } from '../canvas/features';
import { insetAt } from './inset';
import { placeLabels } from '../labels/labels';
import type { Layer } from './layer';
import { project } from './mercator';
import type { Point } from './point';
import { drawTopology } from './projection';

const square = (west: number, south: number, side: number): number[][] => [
	[west, south],
	[west, south + side],
	[west + side, south + side],
	[west + side, south],
	[west, south],
];

/** Two communes of the mainland (1, 2), an island 90 km off (3), an archipelago 300 km off (4). */
const arcs = [
	square(108, 15, 0.5),
	square(108.5, 15.5, 0.5),
	square(109.75, 15.25, 0.25),
	square(112, 16, 0.001),
	square(113, 17, 0.001),
];
const layer: Layer = {
	type: 'Topology',
	objects: {
		units: {
			type: 'GeometryCollection',
			geometries: [
				{ type: 'Polygon', properties: { id: 1 }, arcs: [[0]] },
				{ type: 'Polygon', properties: { id: 2 }, arcs: [[1]] },
				{ type: 'Polygon', properties: { id: 3 }, arcs: [[2]] },
				{ type: 'MultiPolygon', properties: { id: 4 }, arcs: [[[3]], [[4]]] },
			],
		},
	},
	arcs,
};

describe('an archipelago far from everything else', () => {
	const drawing = drawTopology(layer);
	const [inset] = drawing.insets;
	if (!inset) throw new Error('There is an inset.');
	const { frame } = inset;
	const names = new Map([
		[1, 'Đất liền'],
		[4, 'Hoàng Sa'],
	]);

	it('never shrinks the rest, to which near islands belong', () => {
		expect(drawing.bounds).toEqual([108, 15, 110, 16]);
		expect(inset.ids).toEqual([4]);
		expect(drawing.shapes.map(({ id }) => id)).toEqual([1, 2, 3, 4]);
	});

	it('lies in a frame inside the drawing, over no land', () => {
		expect(frame.left).toBeGreaterThanOrEqual(0);
		expect(frame.top).toBeGreaterThanOrEqual(0);
		expect(frame.right).toBeLessThanOrEqual(drawing.width);
		expect(frame.bottom).toBeLessThanOrEqual(drawing.height);
		const [west, north] = project([drawing.bounds[0], drawing.bounds[3]]);
		const unit = (project([drawing.bounds[2], 0])[0] - west) / drawing.width;
		for (const arc of arcs.slice(0, 3)) {
			const land = boxOf(
				arc.map(([x = 0, y = 0]): Point => {
					const point = project([x, y]);
					return [(point[0] - west) / unit, (point[1] - north) / unit];
				}),
			);
			expect(overlapOf(frame, land)).toBe(0);
		}
	});

	it('shows each of its islands, however small, at the same place on the canvas', () => {
		const path = drawing.shapes.find(({ id }) => id === 4)?.path ?? '';
		const starts = [...path.matchAll(/M(\d+) (\d+)/g)].map(([, x, y]) => [Number(x), Number(y)]);
		expect(starts).toHaveLength(2);
		const { areas, outline } = featuresOf(layer, drawing, new Map());
		const geometry = areas.features.find(({ id }) => id === 4)?.geometry;
		if (geometry?.type !== 'MultiPolygon') throw new Error('It has islands.');
		const [west, north] = project([drawing.bounds[0], drawing.bounds[3]]);
		const unit = (project([drawing.bounds[2], 0])[0] - west) / drawing.width;
		for (const [index, [ring]] of geometry.coordinates.entries()) {
			const [x = 0, y = 0] = ring?.[0] ?? [];
			const point = project([x, y]);
			expect(insetAt(drawing.insets, [(point[0] - west) / unit, (point[1] - north) / unit])).toBe(
				inset,
			);
			expect((point[0] - west) / unit).toBeCloseTo(starts[index]?.[0] ?? NaN, -0.5);
			expect((point[1] - north) / unit).toBeCloseTo(starts[index]?.[1] ?? NaN, -0.5);
		}
		// Three of the rest, and the frame.
		expect(outline.coordinates).toHaveLength(4);
	});

	it.each([0.2, 0.33, 1, 3])('is named at a scale of %d, inside the picture', (scale) => {
		const view = { scale, left: 0, top: 0, width: drawing.width * scale, height: 1000 * scale };
		const caption = placeLabels(drawing.shapes, names, view, 13).find(({ id }) => id === 4);
		const halfWidth = ('Hoàng Sa'.length * 0.5 * 13) / 2;
		expect(caption?.x).toBeGreaterThanOrEqual(halfWidth);
		expect(caption?.x).toBeLessThanOrEqual(view.width - halfWidth);
		expect(caption?.y).toBeLessThan(frame.bottom * scale);
		expect(caption?.between).toBe(true);
	});

	it('has no frame where nothing is far', () => {
		const near = structuredClone(layer);
		near.objects.units.geometries.pop();
		expect(drawTopology(near).insets).toEqual([]);
	});
});
