import type { Point } from './point';

/** West, south, east, north in degrees. */
export type Bounds = readonly [number, number, number, number];

const radians = Math.PI / 180;

/** Web Mercator, 0–1 over the whole world, y downwards: the same as MapLibre's, so both pictures coincide. */
export function project([longitude, latitude]: Point): Point {
	const sine = Math.sin(latitude * radians);
	return [longitude / 360 + 0.5, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)];
}

/** The way back, to degrees. */
export function unproject([x, y]: Point): Point {
	return [(x - 0.5) * 360, Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) / radians];
}
