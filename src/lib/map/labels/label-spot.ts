import type { Point } from '../geometry/point';
import { signedArea } from '../geometry/rings';

/** Where a label of an area sits, and how wide it may be to stay inside. */
export interface LabelSpot {
	x: number;
	y: number;
	room: number;
	/** The name lies between islands, not on an area's own colour. */
	between?: true;
	/** Written whatever the room is, above this place, so many lines from it: the caption of an inset. */
	line?: number;
}

/** Half the height of a line of text, in units of the drawing. */
const halfLine = 6;
const scanlines = 11;
/** Below this share of their box filled, areas are scattered islands, whose name lies between them. */
const scattered = 0.08;
const scatteredRoom = 140;
/** So many times as wide as all of them at most: on the map of a country islands are specks. */
const scatteredReach = 3;

/**
 * The widest place for a line of text inside the rings, preferring the middle.
 * @param half half of the line's height, in units of the drawing.
 */
export function labelSpot(rings: Point[][], half = halfLine): LabelSpot {
	const xs = rings.flat().map(([x]) => x);
	const ys = rings.flat().map(([, y]) => y);
	if (xs.length === 0) return { x: 0, y: 0, room: 0 };
	const [left, right] = [least(xs), -least(xs.map((x) => -x))];
	const [top, bottom] = [least(ys), -least(ys.map((y) => -y))];
	const filled = Math.abs(rings.reduce((sum, ring) => sum + signedArea(ring), 0));
	const middle = Math.round((left + right) / 2);
	if (rings.length > 3 && filled < scattered * (right - left) * (bottom - top))
		return {
			...{ x: middle, y: Math.round((top + bottom) / 2), between: true },
			room: Math.min(scatteredRoom, scatteredReach * (right - left)),
		};

	const height = bottom - top;
	let best = { x: middle, y: Math.round((top + bottom) / 2), room: 0, score: -Infinity };
	for (let line = 1; line <= scanlines; line++) {
		const y = top + (height * line) / (scanlines + 1) + 0.01;
		const off = Math.abs(line - (scanlines + 1) / 2) / (scanlines + 1);
		for (const [from, to] of spansOfText(rings, y, half)) {
			const score = (to - from) * (1 - 0.4 * off);
			if (score > best.score)
				best = { x: Math.round((from + to) / 2), y: Math.round(y), room: to - from, score };
		}
	}
	return { x: best.x, y: best.y, room: Math.max(0, Math.round(best.room)) };
}

/** Stretches inside the rings all along the height of a line of text at `y`. */
function spansOfText(rings: Point[][], y: number, half: number): [number, number][] {
	const [upper, centre, lower] = [y - half, y, y + half].map((at) => spans(rings, at));
	return intersect(intersect(upper ?? [], centre ?? []), lower ?? []);
}

function spans(rings: Point[][], y: number): [number, number][] {
	const crossings: number[] = [];
	for (const ring of rings)
		for (const [index, to] of ring.entries()) {
			const from = ring.at(index - 1);
			if (!from || from[1] > y === to[1] > y) continue;
			crossings.push(from[0] + ((y - from[1]) / (to[1] - from[1])) * (to[0] - from[0]));
		}
	crossings.sort((one, other) => one - other);
	const found: [number, number][] = [];
	for (let index = 0; index + 1 < crossings.length; index += 2)
		found.push([crossings[index] ?? 0, crossings[index + 1] ?? 0]);
	return found;
}

function intersect(one: [number, number][], other: [number, number][]): [number, number][] {
	return one.flatMap(([a, b]) =>
		other.flatMap(([c, d]): [number, number][] => {
			const [from, to] = [Math.max(a, c), Math.min(b, d)];
			return from < to ? [[from, to]] : [];
		}),
	);
}

/** `Math.min(...)` of any number of values. */
function least(values: number[]): number {
	return values.reduce((smallest, value) => Math.min(smallest, value), Infinity);
}
