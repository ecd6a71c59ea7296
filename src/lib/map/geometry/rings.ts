import type { GeometryObject, MultiPolygon, Polygon, Topology } from 'topojson-specification';
import type { LayerArea } from './layer';
import type { Point } from './point';

/** Each ring as a list of arc references, outer and inner rings alike: the fill rule sorts them out. */
export function ringsOf(area: GeometryObject<object>): number[][] {
	if (area.type === 'Polygon') return area.arcs;
	if (area.type === 'MultiPolygon') return area.arcs.flat();
	return [];
}

export const isPolygonal = (
	area: LayerArea,
): area is Polygon<{ id: number }> | MultiPolygon<{ id: number }> =>
	area.type === 'Polygon' || area.type === 'MultiPolygon';

export const arcsOf = (area: LayerArea) => ringsOf(area).flat();
export const arcIndex = (reference: number) => (reference < 0 ? ~reference : reference);

export function stitch(references: number[], arcs: Point[][]): Point[] {
	const ring: Point[] = [];
	for (const reference of references) {
		const arc = arcs[arcIndex(reference)] ?? [];
		const forward = reference < 0 ? [...arc].reverse() : arc;
		for (const point of forward) if (!same(point, ring.at(-1))) ring.push(point);
	}
	while (ring.length > 1 && same(ring[0], ring.at(-1))) ring.pop();
	return ring;
}

function same(one: Point | undefined, other: Point | undefined): boolean {
	return one !== undefined && other !== undefined && one[0] === other[0] && one[1] === other[1];
}

/** Drops points that a whole-number drawing can't show: repeated ones and those on a straight line. */
export function thin(points: Point[]): Point[] {
	const kept: Point[] = [];
	for (const point of points) {
		if (same(point, kept.at(-1))) continue;
		const [before, last] = [kept.at(-2), kept.at(-1)];
		if (before && last && onLine(before, last, point)) kept.pop();
		kept.push(point);
	}
	return kept;
}

function onLine(a: Point, b: Point, c: Point): boolean {
	const cross = (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
	const along = (b[0] - a[0]) * (c[0] - b[0]) + (b[1] - a[1]) * (c[1] - b[1]);
	return cross === 0 && along >= 0;
}

export const ringPath = (ring: Point[]) => `${linePath(ring)}z`;

/** Relative steps are short to write: most are of one or two digits. */
export function linePath(points: Point[]): string {
	let path = '';
	let last: Point = [0, 0];
	for (const [index, point] of points.entries()) {
		const [x, y] = index === 0 ? point : [point[0] - last[0], point[1] - last[1]];
		path += `${index === 0 ? 'M' : index === 1 ? 'l' : x < 0 ? '' : ' '}${x}${y < 0 ? '' : ' '}${y}`;
		last = point;
	}
	return path;
}

export function decodeArcs({ arcs, transform }: Topology): Point[][] {
	if (!transform) return arcs.map((arc) => arc.map(([x = 0, y = 0]): Point => [x, y]));
	const [scaleX, scaleY] = transform.scale;
	const [shiftX, shiftY] = transform.translate;
	return arcs.map((arc) => {
		let [x, y] = [0, 0];
		return arc.map(([stepX = 0, stepY = 0]): Point => {
			x += stepX;
			y += stepY;
			return [x * scaleX + shiftX, y * scaleY + shiftY];
		});
	});
}

/** Its sign is that of the direction in which the ring runs. */
export function signedArea(ring: readonly Point[]): number {
	let doubled = 0;
	for (const [index, [x, y]] of ring.entries()) {
		const [lastX, lastY] = ring.at(index - 1) ?? [x, y];
		doubled += lastX * y - x * lastY;
	}
	return doubled / 2;
}
