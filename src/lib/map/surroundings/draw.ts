import { mergeArcs } from 'topojson-client';
import { neighbourName, type SurroundingLand } from '../../contracts/map/surroundings';
import { labelSpot } from '../labels/label-spot';
import { project, type Bounds } from '../geometry/mercator';
import type { Point } from '../geometry/point';
import { arcIndex, decodeArcs, linePath, ringPath, ringsOf, stitch, thin } from '../geometry/rings';
import { cutRing } from './cut-ring';

/** The land around what a drawing shows, in whole units of that drawing, far beyond its edges. */
export interface Surroundings {
	/** Of the drawing that it was made for: it lies right below another one too. */
	bounds: Bounds;
	width: number;
	land: string;
	/** Between neighbours. */
	borders: string;
	names: PlaceName[];
}

export interface PlaceName {
	name: string;
	/** Where it may stand and how wide it may be there; the farthest from the drawing first. */
	spots: { x: number; y: number; room: number }[];
}

/** A name is looked for in what is seen this far around the drawing, as parts of its longer side. */
const frames = [0.8, 0.35, 0.12, 0];
/** Half the height of a name, in units: on a phone three of them are a pixel. */
const halfName = 18;

export function drawSurroundings(
	land: SurroundingLand,
	drawing: { bounds: Bounds; width: number; height: number },
): Surroundings {
	const { bounds, width, height } = drawing;
	const [left, top] = project([bounds[0], bounds[3]]);
	const [right] = project([bounds[2], bounds[1]]);
	const scale = width / (right - left);
	const toUnits = (point: Point): Point => {
		const [x, y] = project(point);
		return [Math.round((x - left) * scale), Math.round((y - top) * scale)];
	};
	const arcs = decodeArcs(land).map((arc) => thin(arc.map(toUnits)));
	const areas = land.objects.areas.geometries;
	const polygons = areas.filter((area) => area.type === 'Polygon' || area.type === 'MultiPolygon');
	const outer = mergeArcs(land, polygons).arcs.flat();
	const uses = new Map<number, number>();
	for (const reference of areas.flatMap(ringsOf).flat())
		uses.set(arcIndex(reference), (uses.get(arcIndex(reference)) ?? 0) + 1);
	const shared = [...uses].flatMap(([index, count]) => (count > 1 ? [arcs[index] ?? []] : []));
	return {
		...{ bounds, width },
		land: outer
			.map((ring) => stitch(ring, arcs))
			.filter((ring) => ring.length > 2)
			.map(ringPath)
			.join(''),
		borders: shared
			.filter((line) => line.length > 1)
			.map(linePath)
			.join(''),
		names: areas.flatMap((area): PlaceName[] => {
			const name = neighbourName(area);
			const rings = ringsOf(area).map((ring) => stitch(ring, arcs));
			return name ? [{ name, spots: spotsOf(rings, width, height) }] : [];
		}),
	};
}

function spotsOf(rings: readonly Point[][], width: number, height: number): PlaceName['spots'] {
	const spots = frames.map((part) => {
		const air = part * Math.max(width, height);
		const frame = { left: -air, top: -air, right: width + air, bottom: height + air };
		const seen = rings.map((ring) => cutRing(ring, frame)).filter((ring) => ring.length > 2);
		const { x, y, room } = labelSpot(seen, halfName);
		return { x, y, room };
	});
	return spots.filter(
		({ x, y, room }, index) =>
			room > 0 && spots.findIndex((other) => other.x === x && other.y === y) === index,
	);
}
