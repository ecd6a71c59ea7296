import { Delaunay } from 'd3-delaunay';
import { randomFor } from '../random';
import { isLand, plane, spacingAt, type Point } from './terrain';

/** A wall between two small cells: from one mesh vertex to another, `left` of it and `right` of it. */
export interface Wall {
	from: number;
	to: number;
	left: number;
	right: number;
}

/** The ground as thousands of small cells, of which communes are put together. */
export interface Mesh {
	centres: Point[];
	/** Square kilometres. */
	areas: number[];
	neighbours: number[][];
	/** Mesh vertices; neighbouring cells share them, so borders fit whatever is built of the cells. */
	vertices: Point[];
	walls: Wall[];
	land: boolean[];
}

const cellCount = 26_000;
const relaxations = 3;

export function buildMesh(): Mesh {
	let points = scatter();
	for (let round = 0; round < relaxations; round += 1) points = relax(points);
	const delaunay = triangulate(points);
	const voronoi = delaunay.voronoi([-5, -5, plane.width + 5, plane.height + 5]);
	const vertices = Array.from({ length: voronoi.circumcenters.length / 2 }, (_, index): Point => [
		voronoi.circumcenters[index * 2] ?? 0,
		voronoi.circumcenters[index * 2 + 1] ?? 0,
	]);
	return {
		centres: points,
		areas: points.map((_, index) => Math.abs(signedArea(voronoi.cellPolygon(index)))),
		neighbours: points.map((_, index) => [...delaunay.neighbors(index)]),
		vertices,
		walls: wallsOf(delaunay),
		land: keepLargest(points, [...points.map(isLand)], delaunay),
	};
}

function triangulate(points: readonly Point[]): Delaunay<Point> {
	return Delaunay.from(
		points,
		([x]) => x,
		([, y]) => y,
	);
}

/** Denser where communes are small, so that a ward has a shape as well. */
function scatter(): Point[] {
	const random = randomFor('mesh');
	const points: Point[] = [];
	while (points.length < cellCount) {
		const point: Point = [random.between(0, plane.width), random.between(0, plane.height)];
		if (random.chance(Math.min(1, 3.2 / spacingAt(point)))) points.push(point);
	}
	return points;
}

/** Lloyd's step: each point moves to the middle of its cell. */
function relax(points: readonly Point[]): Point[] {
	const voronoi = triangulate(points).voronoi([0, 0, plane.width, plane.height]);
	return points.map((point, index) => centroid(voronoi.cellPolygon(index)) ?? point);
}

type Ring = readonly (readonly [number, number])[];

function signedArea(ring: Ring): number {
	return ring.reduce((sum, [x, y], index) => {
		const [nextX, nextY] = ring[(index + 1) % ring.length] ?? [x, y];
		return sum + (x * nextY - nextX * y) / 2;
	}, 0);
}

function centroid(ring: Ring): Point | undefined {
	const area = signedArea(ring);
	if (area === 0) return undefined;
	let [sumX, sumY] = [0, 0];
	for (const [index, [x, y]] of ring.entries()) {
		const [nextX, nextY] = ring[(index + 1) % ring.length] ?? [x, y];
		const cross = x * nextY - nextX * y;
		sumX += (x + nextX) * cross;
		sumY += (y + nextY) * cross;
	}
	return [sumX / (6 * area), sumY / (6 * area)];
}

/** Each pair of half-edges of the triangulation crosses one wall between their triangles. */
export function wallsOf({ halfedges, triangles }: Delaunay<Point>): Wall[] {
	const walls: Wall[] = [];
	for (const [edge, opposite] of halfedges.entries()) {
		if (opposite <= edge) continue;
		const next = edge % 3 === 2 ? edge - 2 : edge + 1;
		walls.push({
			from: Math.floor(opposite / 3),
			to: Math.floor(edge / 3),
			left: triangles[edge] ?? 0,
			right: triangles[next] ?? 0,
		});
	}
	return walls;
}

/** The mainland and the largest island; specks of land go, and lakes are filled. */
function keepLargest(
	points: readonly Point[],
	land: boolean[],
	delaunay: Delaunay<Point>,
): boolean[] {
	const besides = (cell: number) => delaunay.neighbors(cell);
	const pieces = connected(points.length, (cell) => land[cell] ?? false, besides);
	const kept = new Set(pieces.slice(0, 2).flat());
	const [sea] = connected(points.length, (cell) => !kept.has(cell), besides);
	const water = new Set(sea);
	return points.map((_, cell) => !water.has(cell));
}

/** Connected pieces of the cells that fit, largest first. */
export function connected(
	count: number,
	fits: (cell: number) => boolean,
	besides: (cell: number) => Iterable<number>,
): number[][] {
	const seen = new Set<number>();
	const pieces: number[][] = [];
	for (let start = 0; start < count; start += 1) {
		if (seen.has(start) || !fits(start)) continue;
		const piece = [start];
		seen.add(start);
		for (const cell of piece)
			for (const neighbour of besides(cell))
				if (!seen.has(neighbour) && fits(neighbour)) {
					seen.add(neighbour);
					piece.push(neighbour);
				}
		pieces.push(piece);
	}
	return pieces.sort((one, other) => other.length - one.length);
}
