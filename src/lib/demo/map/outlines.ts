import type { Polygon, Position } from 'geojson';
import { randomFor } from '../random';
import type { Mesh, Wall } from './cells';
import type { Owners } from './regions';
import { toDegrees, type Point } from './terrain';

/** A border as drawn: its mesh vertices, with the bends between them, from `wall.from` to `wall.to`. */
interface Border {
	wall: Wall;
	bends: Point[];
}

/** What every division of one mesh is drawn with, so that all of them share their borders. */
export interface Borders {
	positions: ReadonlyMap<number, Point>;
	borders: readonly Border[];
}

const smoothings = 1;
/** Sideways bends, as a part of the wall's length. */
const bend = 0.24;

/** @param divisions all that will be drawn: a border of one of them is smoothed alike in all. */
export function drawBorders({ vertices, walls }: Mesh, divisions: readonly Owners[]): Borders {
	const drawn = walls.filter(({ left, right }) =>
		divisions.some((owners) => owners[left] !== owners[right]),
	);
	const linked = new Map<number, number[]>();
	for (const { from, to } of drawn) {
		linked.set(from, [...(linked.get(from) ?? []), to]);
		linked.set(to, [...(linked.get(to) ?? []), from]);
	}
	let positions = new Map<number, Point>(
		[...linked.keys()].map((vertex) => [vertex, vertices[vertex] ?? [0, 0]]),
	);
	for (let round = 0; round < smoothings; round += 1) positions = smooth(positions, linked);
	const random = randomFor('bends');
	return {
		positions,
		borders: drawn.map((wall) => ({ wall, bends: bendsOf(wall, positions, random.next() - 0.5) })),
	};
}

/** Takes the honeycomb out of a line; where three communes meet, the corner stays. */
function smooth(
	positions: ReadonlyMap<number, Point>,
	linked: ReadonlyMap<number, number[]>,
): Map<number, Point> {
	return new Map(
		[...positions].map(([vertex, [x, y]]): [number, Point] => {
			const [before, after, third] = (linked.get(vertex) ?? []).map((each) => positions.get(each));
			if (!before || !after || third) return [vertex, [x, y]];
			return [vertex, [x / 2 + (before[0] + after[0]) / 4, y / 2 + (before[1] + after[1]) / 4]];
		}),
	);
}

function bendsOf(wall: Wall, positions: ReadonlyMap<number, Point>, sideways: number): Point[] {
	const [from, to] = [positions.get(wall.from), positions.get(wall.to)];
	if (!from || !to) return [];
	const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
	if (Math.hypot(dx, dy) < 0.12) return [];
	return [
		[from[0] + dx / 2 - dy * sideways * bend * 2, from[1] + dy / 2 + dx * sideways * bend * 2],
	];
}

/** One polygon for each region of the division, in degrees, outer ring counter-clockwise. */
export function outlinesOf({ positions, borders }: Borders, owners: Owners): Map<number, Polygon> {
	const sides = new Map<number, Map<number, { to: number; points: Point[] }>>();
	const addSide = (region: number | undefined, from: number, to: number, bends: Point[]) => {
		if (region === undefined || region < 0) return;
		const start = positions.get(from);
		const own = sides.get(region) ?? new Map<number, { to: number; points: Point[] }>();
		own.set(from, { to, points: start ? [start, ...bends] : bends });
		sides.set(region, own);
	};
	for (const { wall, bends } of borders) {
		const [left, right] = [owners[wall.left], owners[wall.right]];
		if (left === right) continue;
		addSide(left, wall.from, wall.to, bends);
		addSide(right, wall.to, wall.from, [...bends].reverse());
	}
	return new Map([...sides].map(([region, own]) => [region, polygonOf(chain(own))]));
}

/** Follows the sides from vertex to vertex until each ring is closed. */
function chain(sides: Map<number, { to: number; points: Point[] }>): Point[][] {
	const rings: Point[][] = [];
	for (const start of sides.keys()) {
		const ring: Point[] = [];
		let vertex = start;
		for (let side = sides.get(vertex); side; side = sides.get(vertex)) {
			ring.push(...side.points);
			sides.delete(vertex);
			vertex = side.to;
		}
		if (ring.length > 0) rings.push(ring);
	}
	return rings;
}

export const areaOf = (ring: readonly Position[]): number =>
	ring.reduce((sum, [x = 0, y = 0], index) => {
		const [nextX = 0, nextY = 0] = ring[(index + 1) % ring.length] ?? [];
		return sum + (x * nextY - nextX * y) / 2;
	}, 0);

function polygonOf(rings: readonly Point[][]): Polygon {
	const [outer = [], ...holes] = rings
		.map((ring) => ring.map(toDegrees))
		.sort((one, other) => Math.abs(areaOf(other)) - Math.abs(areaOf(one)));
	const turned = (ring: Position[], counterClockwise: boolean) =>
		areaOf(ring) > 0 === counterClockwise ? ring : [...ring].reverse();
	const closed = (ring: Position[]) => [...ring, ...ring.slice(0, 1)];
	return {
		type: 'Polygon',
		coordinates: [closed(turned(outer, true)), ...holes.map((hole) => closed(turned(hole, false)))],
	};
}
