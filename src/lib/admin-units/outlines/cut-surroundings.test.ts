import type { Polygon } from 'geojson';
import { expect, it } from 'vitest';
import { neighbourName } from '../../contracts/map/surroundings';
import { cutSurroundings } from './cut-surroundings.server';
import type { Outline } from './outlines.server';

/** A rectangle with points along its sides, as real outlines have. */
function rectangle(west: number, south: number, east: number, north: number): Polygon {
	const steps = 8;
	const corners = [
		[west, south],
		[east, south],
		[east, north],
		[west, north],
		[west, south],
	] as const;
	const ring = corners.slice(1).flatMap(([x, y], index) => {
		const [fromX, fromY] = corners[index] ?? [x, y];
		return Array.from({ length: steps }, (_, step) => [
			fromX + ((x - fromX) * step) / steps,
			fromY + ((y - fromY) * step) / steps,
		]);
	});
	return { type: 'Polygon', coordinates: [[...ring, [west, south]]] };
}

const home: Outline[] = [
	{ id: 1, geometry: rectangle(106, 20, 106.5, 21) },
	{ id: 2, geometry: rectangle(106.5, 20, 107, 21) },
];
const bounds = [106, 20, 107, 21] as const;
const cut = (areas: Record<string, Polygon>) =>
	cutSurroundings(
		{
			outlines: Object.values(areas).map((geometry, id) => ({ id, geometry })),
			names: new Map(Object.keys(areas).map((name, id) => [id, name])),
		},
		home,
		bounds,
	);

it('keeps neighbours up to a margin, and neither what lies beyond it nor home itself', async () => {
	const {
		land,
		home: own,
		named,
	} = await cut({
		'Như Nhà': rectangle(106.02, 20.01, 107.01, 21),
		'Kề Bên': rectangle(103, 19, 106, 22),
		'Xa Xôi': rectangle(111, 19, 113, 22),
	});
	expect(named).toEqual(['Kề Bên']);
	expect(own).toEqual([0]);
	const { scale, translate } = land?.transform ?? { scale: [0, 0], translate: [0, 0] };
	expect(translate[0]).toBeCloseTo(105, 1);
	expect(land?.objects.areas.geometries.map(neighbourName)).toEqual(['Kề Bên']);
	expect(scale[0]).toBeGreaterThan(0);
});

it("takes home's ground from a neighbour that overlaps it, and keeps the rest of one that home was a part of", async () => {
	const { named, home: own } = await cut({ 'Lấn Sang': rectangle(104.5, 20, 106.3, 21) });
	expect(named).toEqual(['Lấn Sang']);
	expect(own).toEqual([]);
	const merged = await cut({ 'Sáp Nhập': rectangle(106, 19.4, 107, 21) });
	expect(merged.named).toEqual([]);
	expect(merged.home).toEqual([0]);
	expect(merged.land?.objects.areas.geometries.map(neighbourName)).toEqual([null]);
});

it('knows of nothing where nothing lies near', async () => {
	expect(await cut({ 'Xa Xôi': rectangle(111, 12, 113, 14) })).toMatchObject({ land: null });
	expect(await cut({ 'Như Nhà': rectangle(106, 20, 107, 21) })).toMatchObject({ land: null });
});
