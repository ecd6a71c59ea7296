import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { overlapOf } from '../../src/lib/map/geometry/boxes';
import { fitView, placeLabels } from '../../src/lib/map/labels/labels';
import type { Layer } from '../../src/lib/map/geometry/layer';
import { drawTopology } from '../../src/lib/map/geometry/projection';

/** Official boundaries, given by path; they aren't part of the project. */
const file = join(
	resolve(process.env['REAL_DATA_DIR'] ?? '.'),
	'boundaries/post2025/vn_3321_200m.topo.json',
);

interface Official {
	transform: NonNullable<Layer['transform']>;
	arcs: Layer['arcs'];
	objects: {
		communes: {
			geometries: (Layer['objects']['units']['geometries'][number] & {
				properties: { code: string; name: string; provinceCode: string };
			})[];
		};
	};
}

const official = JSON.parse(await readFile(file, 'utf8')) as Official;

/** The communes of a province, or all, each under its code as a number. */
function layerOf(province: string): Layer {
	const { transform, arcs, objects } = official;
	const geometries = objects.communes.geometries
		.filter(({ properties }) => province === 'VN' || properties.provinceCode === province)
		.map((geometry) => ({ ...geometry, properties: { id: Number(geometry.properties.code) } }));
	return {
		...{ type: 'Topology', transform, arcs },
		objects: { units: { type: 'GeometryCollection', geometries } },
	};
}

const names = new Map([
	[20333, 'Hoàng Sa'],
	[22736, 'Trường Sa'],
]);

it.each([
	{ province: '48', far: [20333], west: 107.2, east: 108.8 },
	{ province: '56', far: [22736], west: 108.5, east: 109.5 },
	{ province: 'VN', far: [20333, 22736], west: 102.1, east: 109.5 },
])('$province is as large as its mainland and near islands, and names $far', (given) => {
	const drawing = drawTopology(layerOf(given.province));
	expect(drawing.bounds[0]).toBeGreaterThan(given.west);
	expect(drawing.bounds[2]).toBeLessThan(given.east);
	expect(drawing.insets.flatMap(({ ids }) => ids).sort((one, other) => one - other)).toEqual(
		given.far,
	);
	const [first, second] = drawing.insets;
	if (first && second) expect(overlapOf(first.frame, second.frame)).toBe(0);
	for (const [width, height, fontSize] of [
		[328, 544, 13],
		[900, 700, 13],
		[1100, 620, 19],
	] as const) {
		const view = fitView(drawing, width, height);
		const placed = placeLabels(drawing.shapes, names, view, fontSize).map(({ id }) => id);
		for (const id of given.far) expect(placed).toContain(id);
	}
});

it('Côn Đảo has a frame on the map of its own city, from which it lies 180 km off', () => {
	expect(drawTopology(layerOf('79')).insets.map(({ ids }) => ids)).toEqual([[26732]]);
});

it.each(['31', '52', '91'])('%s has all of its islands in the one picture', (province) => {
	expect(drawTopology(layerOf(province)).insets).toEqual([]);
});
