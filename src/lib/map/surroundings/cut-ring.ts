import type { Box } from '../geometry/boxes';
import type { Point } from '../geometry/point';

/** What of a ring lies in a box; parts of it that are cut from one another stay joined along the box. */
export function cutRing(ring: readonly Point[], { left, top, right, bottom }: Box): Point[] {
	const sides: [inside: (point: Point) => boolean, crossing: (a: Point, b: Point) => Point][] = [
		[([x]) => x >= left, (a, b) => crossAt(a, b, left)],
		[([x]) => x <= right, (a, b) => crossAt(a, b, right)],
		[([, y]) => y >= top, (a, b) => swap(crossAt(swap(a), swap(b), top))],
		[([, y]) => y <= bottom, (a, b) => swap(crossAt(swap(a), swap(b), bottom))],
	];
	return sides.reduce<readonly Point[]>(
		(points, [inside, crossing]) =>
			points.flatMap((point, index) => {
				const before = points.at(index - 1) ?? point;
				const crossed = inside(before) === inside(point) ? [] : [crossing(before, point)];
				return inside(point) ? [...crossed, point] : crossed;
			}),
		ring,
	) as Point[];
}

const swap = ([x, y]: Point): Point => [y, x];

/** Where a line is at `x`. */
const crossAt = (a: Point, b: Point, x: number): Point => [
	x,
	a[1] + ((b[1] - a[1]) * (x - a[0])) / (b[0] - a[0]),
];
