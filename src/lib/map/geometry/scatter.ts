import type { Point } from './point';

/** Numbers in order that spread evenly, whichever of them one stops at (van der Corput's, by a base). */
function spreadNumber(index: number, base: number): number {
	let [rest, part, sum] = [index, 1 / base, 0];
	while (rest > 0) {
		sum += (rest % base) * part;
		rest = Math.floor(rest / base);
		part /= base;
	}
	return sum;
}

/** The corners of the rings of a path that `ringPath` wrote. */
export function ringsOfPath(path: string): Point[][] {
	return path
		.split('z')
		.filter((ring) => ring !== '')
		.map((ring) => {
			const numbers = ring.match(/-?\d+(?:\.\d+)?/g)?.map(Number) ?? [];
			const corners: Point[] = [];
			for (let at = 0; at + 1 < numbers.length; at += 2) {
				const [left, top] = corners.at(-1) ?? [0, 0];
				corners.push([left + (numbers[at] ?? 0), top + (numbers[at + 1] ?? 0)]);
			}
			return corners;
		});
}

function isInside([x, y]: Point, rings: readonly Point[][]): boolean {
	let inside = false;
	for (const ring of rings)
		for (const [index, [x1, y1]] of ring.entries()) {
			const [x2, y2] = ring.at(index - 1) ?? [x1, y1];
			if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside;
		}
	return inside;
}

const distance = ([x1, y1]: Point, [x2, y2]: Point) => Math.hypot(x1 - x2, y1 - y2);

/** How far a place is from the nearest border. */
function toBorder([x, y]: Point, rings: readonly Point[][]): number {
	let nearest = Infinity;
	for (const ring of rings)
		for (const [index, one] of ring.entries()) {
			const other = ring.at(index - 1) ?? one;
			const [alongX, alongY] = [other[0] - one[0], other[1] - one[1]];
			const length = alongX ** 2 + alongY ** 2 || 1;
			const part = ((x - one[0]) * alongX + (y - one[1]) * alongY) / length;
			const at = Math.min(1, Math.max(0, part));
			nearest = Math.min(nearest, distance([x, y], [one[0] + at * alongX, one[1] + at * alongY]));
		}
	return nearest;
}

/** Of so many places that come next the one with most room is taken. */
const choice = 12;
const mostTries = 2_000;

export interface Scattered {
	places: Point[];
	/** The least distance between two of them, or twice that to the border. */
	room: number;
	box: { left: number; top: number; width: number; height: number };
}

/**
 * Places inside an outline for what is known to lie somewhere in it: spread over it, the same each time,
 * and those of the first stay when more are asked for.
 */
export function scatter(path: string, count: number): Scattered {
	const rings = ringsOfPath(path);
	const [xs, ys] = [rings.flat().map(([x]) => x), rings.flat().map(([, y]) => y)];
	const [left, top] = [Math.min(...xs), Math.min(...ys)];
	const [width, height] = [Math.max(...xs) - left, Math.max(...ys) - top];
	const places: Point[] = [];
	let room = Math.min(width, height);
	let turn = 0;
	while (places.length < count) {
		let best: { place: Point; room: number } | undefined;
		for (let found = 0, tries = 0; found < choice && tries < mostTries; tries += 1) {
			turn += 1;
			const place: Point = [
				left + spreadNumber(turn, 2) * width,
				top + spreadNumber(turn, 3) * height,
			];
			if (!isInside(place, rings)) continue;
			found += 1;
			const around = places.map((other) => distance(place, other));
			const free = Math.min(2 * toBorder(place, rings), ...around);
			if (!best || free > best.room) best = { place, room: free };
		}
		if (!best) break;
		places.push(best.place);
		room = Math.min(room, best.room);
	}
	return { places, room, box: { left, top, width, height } };
}
