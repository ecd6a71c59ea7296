import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import type { SurroundingLand } from '../../contracts/map/surroundings';
import { drawCircles } from '../cartogram/draw';
import type { Layer } from '../geometry/layer';
import { drawTopology } from '../geometry/projection';
import { drawSurroundings } from './draw';
import MapSurroundings from './MapSurroundings.svelte';
import { placeNames } from './place-names';

/** A commune of one degree; a neighbour to its west, and one to the west of its northern half and beyond. */
const layer: Layer = {
	type: 'Topology',
	arcs: [
		[
			[106, 20],
			[107, 20],
			[107, 21],
			[106, 21],
			[106, 20],
		],
	],
	objects: {
		units: {
			type: 'GeometryCollection',
			geometries: [{ type: 'Polygon', arcs: [[0]], properties: { id: 1 } }],
		},
	},
};
const land: SurroundingLand = {
	type: 'Topology',
	arcs: [
		[
			[105, 20.5],
			[106, 20.5],
		],
		[
			[106, 20.5],
			[106, 20],
			[105, 20],
			[105, 20.5],
		],
		[
			[105, 20.5],
			[105, 22],
			[107, 22],
			[107, 21],
			[106, 21],
			[106, 20.5],
		],
	],
	objects: {
		areas: {
			type: 'GeometryCollection',
			geometries: [
				{ type: 'Polygon', arcs: [[0, 1]], properties: { name: 'Ví Dụ' } },
				{ type: 'Polygon', arcs: [[~0, 2]], properties: { name: null } },
			],
		},
	},
};
const areas = drawTopology(layer, 1000);
const around = drawSurroundings(land, areas);
const drawing = { ...areas, surroundings: around };

describe('surroundings', () => {
	it('are one land with the borders between neighbours on it', () => {
		expect(around.land.match(/M/g)).toHaveLength(1);
		expect(around.borders.match(/M/g)).toHaveLength(1);
		const [, x, y] = /^M(-?\d+) (-?\d+)l/.exec(around.borders) ?? [];
		expect([Number(x), Number(y)]).toEqual([-Math.round(areas.width), expect.any(Number)]);
		expect(Number(y)).toBeGreaterThan(0.4 * areas.height);
	});

	it('name what has a name, on its own ground', () => {
		expect(around.names.map(({ name }) => name)).toEqual(['Ví Dụ']);
		for (const { x, y } of around.names[0]?.spots ?? []) {
			expect(x).toBeLessThan(0);
			expect(y).toBeGreaterThan(areas.height / 2);
		}
		expect(around.names[0]?.spots.length).toBeGreaterThan(0);
	});

	it('name nothing that is not seen, has no room, or lies below another name', () => {
		const wide = { scale: 0.5, left: 500, top: 0, width: 1000, height: 500 };
		const [placed] = placeNames(around.names, wide, 13, []);
		expect(placed).toMatchObject({ text: 'Ví Dụ' });
		const { x = 0, y = 0 } = placed ?? {};
		const label = { left: x - 400, right: x + 400, top: y - 400, bottom: y + 400 };
		expect(placeNames(around.names, wide, 13, [label])).toEqual([]);
		expect(placeNames(around.names, { ...wide, left: 0 }, 13, [])).toEqual([]);
		expect(placeNames(around.names, { ...wide, scale: 0.02 }, 13, [])).toEqual([]);
	});

	it('are nothing that can be pressed, reached or heard', () => {
		const { body } = render(MapSurroundings, { props: { drawing, view: null } });
		expect(body).toContain('aria-hidden="true"');
		expect(body).toContain(around.land);
		expect(body).not.toMatch(/data-area|<a |tabindex|role=|<title/);
	});

	it('leave the areas as they are, and are not drawn below circles', () => {
		expect(drawTopology(layer, 1000)).toEqual(areas);
		expect(drawCircles(drawing, [[1, 500, 500, 100]], new Map())).not.toHaveProperty(
			'surroundings',
		);
	});
});
