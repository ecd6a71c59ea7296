import { mergeArcs } from 'topojson-client';
import { boxOf, type Box } from './boxes';
import { gather } from './gather';
import { placeInsets, placeRing, lozenge, type Inset } from './inset';
import { labelSpot, type LabelSpot } from '../labels/label-spot';
import { idOf, type Layer, type LayerArea } from './layer';
import { project, type Bounds } from './mercator';
import type { Point } from './point';
import type { Surroundings } from '../surroundings/draw';
import { remoteGroups } from './remote';
import {
	arcIndex,
	arcsOf,
	decodeArcs,
	isPolygonal,
	linePath,
	ringPath,
	ringsOf,
	signedArea,
	stitch,
	thin,
} from './rings';

/** One area of a drawing, in whole units of its view box. */
export interface Shape extends LabelSpot {
	id: number;
	/** SVG path data. */
	path: string;
}

export interface Drawing {
	width: number;
	height: number;
	/** Of what isn't in an inset. */
	bounds: Bounds;
	shapes: Shape[];
	/** Areas far from all others, which would shrink everything else. */
	insets: Inset[];
	/** The outer border of all areas together. */
	outline: string;
	/** What several areas make up, such as the provinces of a country, without what is in an inset. */
	groups: Shape[];
	/** Side, in units, of the small areas among them: nine in ten are larger. */
	fineness: number;
	/** Circles stand for the areas: the outline only tells where they belong. */
	ofCircles?: true;
	/** What lies around, where that is known; circles have none. */
	surroundings?: Surroundings;
}

/**
 * Draws a layer of areas with whole numbers. Every border is rounded and thinned once and used by both
 * neighbours, so that no gap opens between them.
 * @param size length of the longer side, in units of the view box: about its greatest width in pixels.
 * @param groupOf which areas lie together, by id; empty where all stand for themselves.
 */
export function drawTopology(
	topology: Layer,
	size = 1000,
	groupOf: ReadonlyMap<number, number> = new Map(),
): Drawing {
	const arcs = decodeArcs(topology);
	const all = topology.objects.units.geometries;
	const groups = remoteGroups(
		all.map((area) => ringsOf(area).map((ring) => boxOf(stitch(ring, arcs)))),
	);
	const remote = new Set(groups.flat());
	const areas = all.filter((_, index) => !remote.has(index));
	const used = new Set(areas.flatMap(arcsOf).map(arcIndex));
	const bounds = boundsOf(arcs.filter((_, index) => used.has(index)));
	const [left, top] = project([bounds[0], bounds[3]]);
	const [right, bottom] = project([bounds[2], bounds[1]]);
	const scale = size / Math.max(right - left, bottom - top, Number.MIN_VALUE);
	const toUnits = (point: Point): Point => {
		const [x, y] = project(point);
		return [Math.round((x - left) * scale), Math.round((y - top) * scale)];
	};
	const drawn = arcs.map((arc) => thin(arc.map(toUnits)));
	const width = Math.max(1, Math.round((right - left) * scale));
	const height = Math.max(1, Math.round((bottom - top) * scale));
	const insets = placeInsets(
		{
			...{ width, height, scale, origin: [left, top] },
			drawn: areas.flatMap((area) => ringsOf(area).flatMap((ring) => stitch(ring, drawn))),
		},
		groups.map((group) =>
			describeGroup(
				group.flatMap((index) => all[index] ?? []),
				arcs,
			),
		),
	);
	return {
		...{ width, height, bounds, insets },
		shapes: [
			...areas.map((area) => drawArea(area, drawn)),
			...insets.flatMap((inset) => drawInset(inset, all, arcs, toUnits)),
		],
		outline: outlineOf(areas, drawn),
		groups: drawGroups(topology, areas, drawn, groupOf),
		fineness: finenessOf(areas, drawn),
	};
}

function drawGroups(
	topology: Layer,
	areas: readonly LayerArea[],
	arcs: Point[][],
	groupOf: ReadonlyMap<number, number>,
): Shape[] {
	return [...gather(areas, (area) => groupOf.get(idOf(area)))].map(([id, group]): Shape => {
		const merged = mergeArcs(topology, group.filter(isPolygonal));
		const rings = merged.arcs.flat().map((ring) => stitch(ring, arcs));
		const visible = rings.filter((ring) => ring.length > 2);
		return { id, path: visible.map(ringPath).join(''), ...labelSpot(visible) };
	});
}

function finenessOf(areas: readonly LayerArea[], arcs: Point[][]): number {
	const sizes = areas.map((area) =>
		Math.abs(ringsOf(area).reduce((sum, ring) => sum + signedArea(stitch(ring, arcs)), 0)),
	);
	const small = [...sizes].sort((one, other) => one - other)[Math.floor(sizes.length / 10)] ?? 0;
	return Math.round(Math.sqrt(small) * 100) / 100;
}

function describeGroup(areas: LayerArea[], arcs: Point[][]): { ids: number[]; box: Box } {
	const points = areas.flatMap(arcsOf).flatMap((arc) => arcs[arcIndex(arc)] ?? []);
	return { ids: areas.map(idOf), box: boxOf(points.map(project)) };
}

/** Each island of the inset, its names at the foot of the frame, one below the other. */
function drawInset(
	inset: Inset,
	areas: LayerArea[],
	arcs: Point[][],
	toUnits: (point: Point) => Point,
): Shape[] {
	const { ids, frame } = inset;
	const x = Math.round((frame.left + frame.right) / 2);
	return ids.flatMap((id, index): Shape[] => {
		const area = areas.find((each) => idOf(each) === id);
		if (!area) return [];
		const rings = ringsOf(area).map((ring) =>
			thin(placeRing(inset, stitch(ring, arcs)).map(toUnits)),
		);
		const line = ids.length - index - 1;
		const caption = { x, y: frame.bottom, room: 0, between: true, line } as const;
		return [{ id, path: rings.map(ringPath).join(''), ...caption }];
	});
}

function drawArea(area: LayerArea, arcs: Point[][]): Shape {
	const rings = ringsOf(area).map((ring) => stitch(ring, arcs));
	const visible = rings.filter((ring) => ring.length > 2);
	// An islet smaller than a unit would vanish: a small lozenge stands for it.
	const shown =
		visible.length > 0 ? visible : rings.slice(0, 1).map((ring) => lozenge(ring[0] ?? [0, 0], 2));
	return { id: idOf(area), path: shown.map(ringPath).join(''), ...labelSpot(shown) };
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
