import type { Point } from './point';

/** The least and greatest coordinates of something, in whatever they are counted. */
export interface Box {
	left: number;
	top: number;
	right: number;
	bottom: number;
}

export function boxOf(points: Iterable<Point>): Box {
	const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
	for (const [x, y] of points) {
		box.left = Math.min(box.left, x);
		box.top = Math.min(box.top, y);
		box.right = Math.max(box.right, x);
		box.bottom = Math.max(box.bottom, y);
	}
	return box;
}

/** How far apart two boxes are along each axis; 0 where they overlap. */
export const gapOf = (one: Box, other: Box): Point => [
	Math.max(0, one.left - other.right, other.left - one.right),
	Math.max(0, one.top - other.bottom, other.top - one.bottom),
];

/** The area that two boxes share. */
export function overlapOf(one: Box, other: Box): number {
	const width = Math.min(one.right, other.right) - Math.max(one.left, other.left);
	const height = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
	return width > 0 && height > 0 ? width * height : 0;
}
