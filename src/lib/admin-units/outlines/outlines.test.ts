import type { Feature, MultiPolygon, Polygon, Position } from 'geojson';
import { feature } from 'topojson-client';
import { describe, expect, it } from 'vitest';
import { boundaries } from '../../../../tests/fixtures/import/province';
import {
	cleanOutlines,
	simplifyOutlines,
	type Outline,
	type UnitTopology,
} from './outlines.server';

const size = 8;
const province: Outline[] = boundaries(size).features.map(({ geometry }, index) => ({
	id: index + 1,
	geometry,
}));
const plain = { interval: 400, wholeIds: new Set<number>() };

const area = (ring: readonly Position[]) =>
	ring.reduce((sum, [x = 0, y = 0], index) => {
		const [nextX = 0, nextY = 0] = ring[(index + 1) % ring.length] ?? [];
		return sum + x * nextY - nextX * y;
	}, 0) / 2;
const areaOf = ({ geometry }: { geometry: Polygon | MultiPolygon }) =>
	(geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates)
		.flat()
		.reduce((sum, ring) => sum + Math.abs(area(ring)), 0);

function features(topology: UnitTopology): Feature<Polygon | MultiPolygon, { id: number }>[] {
	const collection = feature(topology, topology.objects.units);
	return collection.features as Feature<Polygon | MultiPolygon, { id: number }>[];
}

/** How many communes use each arc. */
function usage(topology: UnitTopology): Map<number, number> {
	const used = new Map<number, number>();
	for (const arc of topology.objects.units.geometries.flatMap(({ arcs }) => arcs.flat(2)))
		used.set(arc < 0 ? ~arc : arc, (used.get(arc < 0 ? ~arc : arc) ?? 0) + 1);
	return used;
}

describe('simplifyOutlines', () => {
	it('keeps every border that two neighbours share as one arc, however coarse', async () => {
		for (const interval of [100, 400, 2000]) {
			const topology = await simplifyOutlines(province, { ...plain, interval });
			const shared = [...usage(topology).values()].filter((uses) => uses === 2).length;
			expect(shared).toBe(2 * size * (size - 1));
			expect(Math.max(...usage(topology).values())).toBe(2);
		}
	});

	it('leaves neither gap nor overlap: the communes fill the outer border exactly', async () => {
		const topology = await simplifyOutlines(province, plain);
		const used = usage(topology);
		const outer = topology.arcs.filter((_, arc) => used.get(arc) === 1);
		const { scale = [1, 1], translate = [0, 0] } = topology.transform ?? {};
		const lines = outer.map((arc) => {
			let [x, y] = [0, 0];
			return arc.map(([dx = 0, dy = 0]) => {
				[x, y] = [x + dx, y + dy];
				return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
			});
		});
		const border = Math.abs(area(joinLines(lines)));
		const total = features(topology).reduce((sum, unit) => sum + areaOf(unit), 0);
		expect(total).toBeCloseTo(border, 9);
		const before = province.reduce((sum, unit) => sum + areaOf(unit), 0);
		expect(total / before).toBeGreaterThan(0.99);
	});

	it('has a commune for every outline, and nothing but its id', async () => {
		const tiny: Outline = { id: 99, geometry: square(105.9, 20.9, 0.0004) };
		const topology = await simplifyOutlines([...province, tiny], { ...plain, interval: 3000 });
		expect(features(topology).map(({ properties }) => properties.id)).toEqual([
			...province.map(({ id }) => id),
			99,
		]);
		expect(Object.keys(topology.objects)).toEqual(['units']);
		expect(features(topology).every((unit) => areaOf(unit) > 0)).toBe(true);
	});

	it('keeps every island of an archipelago, the smallest large enough to be seen', async () => {
		const islands: Outline = {
			id: 1,
			geometry: {
				type: 'MultiPolygon',
				coordinates: Array.from(
					{ length: 40 },
					(_, index) =>
						square(
							112 + (index % 8) / 5,
							16 + Math.floor(index / 8) / 5,
							index === 0 ? 0.05 : 0.0003,
						).coordinates,
				),
			},
		};
		const [kept] = features(
			await simplifyOutlines([islands], { interval: 500, wholeIds: new Set([1]) }),
		);
		const polygons = kept?.geometry.type === 'MultiPolygon' ? kept.geometry.coordinates : [];
		expect(polygons).toHaveLength(40);
		for (const rings of polygons) expect(Math.abs(area(rings[0] ?? []))).toBeGreaterThan(4e-6);
	});

	it('is the same for the same outlines', async () => {
		const [one, other] = [
			await simplifyOutlines(province, plain),
			await simplifyOutlines(province, plain),
		];
		expect(one).toEqual(other);
	});
});

describe('cleanOutlines', () => {
	it('gives the ground to the outline that is named first, and leaves out what is covered', async () => {
		const cleaned = await cleanOutlines([
			{ id: 7, geometry: square(105, 21, 0.1) },
			{ id: 8, geometry: square(105.05, 21, 0.1) },
			{ id: 9, geometry: square(105.02, 21.02, 0.01) },
		]);
		expect([...cleaned.keys()]).toEqual([7, 8]);
		const [first, second] = [...cleaned.values()].map((geometry) => areaOf({ geometry }));
		expect(first).toBeCloseTo(0.01, 6);
		expect(second).toBeCloseTo(0.005, 6);
	});

	it('does not move a sound outline', async () => {
		const cleaned = await cleanOutlines(province);
		for (const { id, geometry } of province) {
			const after = cleaned.get(id);
			expect(after && areaOf({ geometry: after })).toBeCloseTo(areaOf({ geometry }), 8);
		}
	});
});

function square(x: number, y: number, side: number): Polygon {
	const ring = [
		[x, y],
		[x, y + side],
		[x + side, y + side],
		[x + side, y],
		[x, y],
	];
	return { type: 'Polygon', coordinates: [ring] };
}

/** One ring out of lines that meet at their ends. */
function joinLines(lines: readonly (readonly Position[])[]): Position[] {
	const left = lines.map((line) => [...line]);
	const ring = left.shift() ?? [];
	const same = (a: Position | undefined, b: Position | undefined) =>
		a?.[0]?.toFixed(9) === b?.[0]?.toFixed(9) && a?.[1]?.toFixed(9) === b?.[1]?.toFixed(9);
	while (left.length > 0) {
		const end = ring.at(-1);
		const index = left.findIndex((line) => same(line[0], end) || same(line.at(-1), end));
		const [next = []] = left.splice(index, 1);
		ring.push(...(same(next[0], end) ? next : next.reverse()).slice(1));
	}
	return ring;
}
