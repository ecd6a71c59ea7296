import { expect, it } from 'vitest';
import type { Layer } from '../geometry/layer';
import { drawTopology } from '../geometry/projection';
import { alignView } from './align';

const square = (west: number, south: number, side: number): Layer => ({
	type: 'Topology',
	objects: {
		units: {
			type: 'GeometryCollection',
			geometries: [{ type: 'Polygon', properties: { id: 1 }, arcs: [[0]] }],
		},
	},
	arcs: [
		[
			[west, south],
			[west + side, south],
			[west + side, south + side],
			[west, south + side],
			[west, south],
		],
	],
});

it('lays a smaller ground where it is on a larger one', () => {
	const view = { scale: 0.5, left: 10, top: 20, width: 520, height: 540 };
	const whole = drawTopology(square(106, 20, 1));
	const part = drawTopology(square(106.5, 20, 0.5));
	expect(alignView(whole, whole, view)).toEqual(view);
	const { scale, left, top } = alignView(part, whole, view);
	expect(scale).toBeCloseTo(0.25, 2);
	expect(left).toBeCloseTo(10 + whole.width * 0.25, 0);
	expect(top + part.height * scale).toBeCloseTo(20 + whole.height * 0.5, 0);
});
