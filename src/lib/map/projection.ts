import { idOf, type Layer, type LayerArea } from './layer';
import { labelSpot, type LabelSpot } from './label-spot';

export type Point = readonly [x: number, y: number];
/** West, south, east, north in degrees. */
export type Bounds = readonly [number, number, number, number];

/** One area of a drawing, in whole units of its view box. */
export interface Shape extends LabelSpot {
	id: number;
	/** SVG path data. */
	path: string;
}

export interface Drawing {
	width: number;
	height: number;
	bounds: Bounds;
	shapes: Shape[];
	/** The outer border of all areas together. */
	outline: string;
}

const radians = Math.PI / 180;

/** Web Mercator, 0–1 over the whole world, y downwards: the same as MapLibre's, so both pictures coincide. */
export function project([longitude, latitude]: Point): Point {
	const sine = Math.sin(latitude * radians);
	return [longitude / 360 + 0.5, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)];
}

/**
 * Draws a layer of areas with whole numbers. Every border is rounded and thinned once and used by both
 * neighbours, so that no gap opens between them.
 * @param size length of the longer side, in units of the view box: about its greatest width in pixels.
 */
export function drawTopology(topology: Layer, size = 1000): Drawing {
	const areas = topology.objects.units.geometries;
	const arcs = decodeArcs(topology);
	const used = new Set(areas.flatMap(arcsOf).map(arcIndex));
	const bounds = boundsOf(arcs.filter((_, index) => used.has(index)));
	const [left, top] = project([bounds[0], bounds[3]]);
	const [right, bottom] = project([bounds[2], bounds[1]]);
	const scale = size / Math.max(right - left, bottom - top, Number.MIN_VALUE);
	const drawn = arcs.map((arc) =>
		thin(
			arc.map((point): Point => {
				const [x, y] = project(point);
				return [Math.round((x - left) * scale), Math.round((y - top) * scale)];
			}),
		),
	);
	return {
		width: Math.max(1, Math.round((right - left) * scale)),
		height: Math.max(1, Math.round((bottom - top) * scale)),
		bounds,
		shapes: areas.map((area) => drawArea(area, drawn)),
		outline: outlineOf(areas, drawn),
	};
}

function drawArea(area: LayerArea, arcs: Point[][]): Shape {
	const rings = ringsOf(area).map((ring) => stitch(ring, arcs));
	const visible = rings.filter((ring) => ring.length > 2);
	// An islet smaller than a unit would vanish: a small lozenge stands for it.
	const shown = visible.length > 0 ? visible : rings.slice(0, 1).map(lozenge);
	return { id: idOf(area), path: shown.map(ringPath).join(''), ...labelSpot(shown) };
}

function lozenge(ring: Point[]): Point[] {
	const [x, y] = ring[0] ?? [0, 0];
	return [
		[x - 2, y],
		[x, y - 2],
		[x + 2, y],
		[x, y + 2],
	];
}

/** Each ring as a list of arc references, outer and inner rings alike: the fill rule sorts them out. */
function ringsOf(area: LayerArea): number[][] {
	if (area.type === 'Polygon') return area.arcs;
	if (area.type === 'MultiPolygon') return area.arcs.flat();
	return [];
}

const arcsOf = (area: LayerArea) => ringsOf(area).flat();
const arcIndex = (reference: number) => (reference < 0 ? ~reference : reference);

function stitch(references: number[], arcs: Point[][]): Point[] {
	const ring: Point[] = [];
	for (const reference of references) {
		const arc = arcs[arcIndex(reference)] ?? [];
		const forward = reference < 0 ? arc.toReversed() : arc;
		for (const point of forward) if (!same(point, ring.at(-1))) ring.push(point);
	}
	while (ring.length > 1 && same(ring[0], ring.at(-1))) ring.pop();
	return ring;
}

function same(one: Point | undefined, other: Point | undefined): boolean {
	return one !== undefined && other !== undefined && one[0] === other[0] && one[1] === other[1];
}

/** Drops points that a whole-number drawing can't show: repeated ones and those on a straight line. */
function thin(points: Point[]): Point[] {
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

const ringPath = (ring: Point[]) => `${linePath(ring)}z`;

/** Relative steps are short to write: most are of one or two digits. */
function linePath(points: Point[]): string {
	let path = '';
	let last: Point = [0, 0];
	for (const [index, point] of points.entries()) {
		const [x, y] = index === 0 ? point : [point[0] - last[0], point[1] - last[1]];
		path += `${index === 0 ? 'M' : index === 1 ? 'l' : x < 0 ? '' : ' '}${x}${y < 0 ? '' : ' '}${y}`;
		last = point;
	}
	return path;
}

/** Borders that only one area has. */
function outlineOf(areas: LayerArea[], arcs: Point[][]): string {
	const uses = new Map<number, number>();
	for (const reference of areas.flatMap(arcsOf))
		uses.set(arcIndex(reference), (uses.get(arcIndex(reference)) ?? 0) + 1);
	return [...uses]
		.filter(([index, count]) => count === 1 && (arcs[index]?.length ?? 0) > 1)
		.map(([index]) => linePath(arcs[index] ?? []))
		.join('');
}

function decodeArcs({ arcs, transform }: Layer): Point[][] {
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

function boundsOf(arcs: Point[][]): Bounds {
	let [west, south, east, north] = [180, 85, -180, -85];
	for (const arc of arcs)
		for (const [x, y] of arc) {
			west = Math.min(west, x);
			south = Math.min(south, y);
			east = Math.max(east, x);
			north = Math.max(north, y);
		}
	return west <= east ? [west, south, east, north] : [0, 0, 1, 1];
}
