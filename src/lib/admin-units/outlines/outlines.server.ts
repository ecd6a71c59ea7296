import type { MultiPolygon, Polygon, Position } from 'geojson';
import mapshaper from 'mapshaper';
import type { Topology } from 'topojson-specification';
import * as v from 'valibot';

/** An outline under a number of the caller's own. */
export interface Outline {
	id: number;
	geometry: Polygon | MultiPolygon;
}

/** Outlines as mapshaper takes them. */
export const collection = (outlines: readonly Outline[]) => ({
	type: 'FeatureCollection',
	features: outlines.map(({ id, geometry }) => ({ type: 'Feature', properties: { id }, geometry })),
});

const text = (file: Uint8Array | string | undefined) =>
	typeof file === 'string' ? file : Buffer.from(file ?? []).toString('utf8');

/** An outline as mapshaper gives it back; null where nothing is left of it. */
export const OutlineGeometry = v.nullable(
	v.custom<Polygon | MultiPolygon>(
		(value) =>
			typeof value === 'object' &&
			value !== null &&
			'type' in value &&
			(value.type === 'Polygon' || value.type === 'MultiPolygon'),
	),
);
const CleanFeature = v.object({
	properties: v.object({ id: v.number() }),
	geometry: OutlineGeometry,
});

/**
 * Closes slivers between neighbours and takes away overlaps, in all outlines together, so that
 * neighbours share their border point by point. Where two overlap, the one named first has the
 * ground; one that is left with nothing is missing from the answer. Six decimals (10 cm) are kept.
 */
export async function cleanOutlines(
	outlines: readonly Outline[],
): Promise<Map<number, Polygon | MultiPolygon>> {
	const files = await mapshaper.applyCommands(
		'-i in.json -clean overlap-rule=min-id -o out.json format=geojson ndjson precision=0.000001',
		{ 'in.json': collection(outlines) },
	);
	const cleaned = new Map<number, Polygon | MultiPolygon>();
	for (const line of text(files['out.json']).split('\n')) {
		if (line === '') continue;
		const { properties, geometry } = v.parse(CleanFeature, JSON.parse(line));
		if (geometry) cleaned.set(properties.id, geometry);
	}
	return cleaned;
}

export interface Simplification {
	/** Metres: detail smaller than this goes. */
	interval: number;
	/** Outlines of which every island stays. */
	wholeIds: ReadonlySet<number>;
}

const ring = v.array(v.number());
const coordinatePair = v.tuple([v.number(), v.number()]);
const Simplified = v.object({
	arcs: v.array(v.array(coordinatePair)),
	transform: v.object({ scale: coordinatePair, translate: coordinatePair }),
	objects: v.object({
		units: v.object({
			geometries: v.array(
				v.union([
					v.object({ type: v.literal('Polygon'), id: v.number(), arcs: v.array(ring) }),
					v.object({
						type: v.literal('MultiPolygon'),
						id: v.number(),
						arcs: v.array(v.array(ring)),
					}),
					// No geometry at all: nothing is left of it.
					v.object({ id: v.number() }),
				]),
			),
		}),
	}),
});

/** `arcs` of a Polygon hold rings, those of a MultiPolygon polygons of rings. */
interface UnitShape {
	type: 'MultiPolygon';
	arcs: number[][][];
	properties: { id: number };
}

export interface UnitTopology extends Topology {
	type: 'Topology';
	objects: { units: { type: 'GeometryCollection'; geometries: UnitShape[] } };
}

/** Points per axis on which the result lies: some 5 m of a province, 90 m of the country. */
const quantization = 20_000;

/**
 * One topology of all outlines, simplified along shared borders, so that no neighbour is torn apart.
 * @throws Error when an outline would vanish.
 */
export async function simplifyOutlines(
	outlines: readonly Outline[],
	{ interval, wholeIds }: Simplification,
): Promise<UnitTopology> {
	// keep-shapes keeps the largest ring of a feature: an archipelago goes in island by island.
	const parts = outlines.flatMap((outline) =>
		wholeIds.has(outline.id) ? islands(outline, interval) : [outline],
	);
	const files = await mapshaper.applyCommands(
		`-i units.json -clean -simplify interval=${interval} keep-shapes -clean -o out.json format=topojson quantization=${quantization} id-field=id`,
		{ 'units.json': collection(parts) },
	);
	const { arcs, transform, objects } = v.parse(Simplified, JSON.parse(text(files['out.json'])));
	const polygons = new Map<number, number[][][]>();
	for (const shape of objects.units.geometries) {
		if (!('arcs' in shape))
			throw new Error(`The outline of unit ${shape.id} vanished at ${interval} m.`);
		const own = shape.type === 'Polygon' ? [shape.arcs] : shape.arcs;
		polygons.set(shape.id, [...(polygons.get(shape.id) ?? []), ...own]);
	}
	const geometries = outlines.map(({ id }): UnitShape => {
		const own = polygons.get(id);
		if (!own) throw new Error(`The outline of unit ${id} vanished at ${interval} m.`);
		return { type: 'MultiPolygon', arcs: own, properties: { id } };
	});
	return {
		type: 'Topology',
		transform,
		objects: { units: { type: 'GeometryCollection', geometries } },
		arcs,
	};
}

const metresPerDegree = 111_320;

/** Each polygon on its own; a speck that would vanish is drawn as large as the smallest detail. */
function islands({ id, geometry }: Outline, interval: number): Outline[] {
	const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
	return polygons.map((rings) => ({
		id,
		geometry: { type: 'Polygon', coordinates: enlarge(rings, interval / metresPerDegree) },
	}));
}

/** @param least degrees that the polygon should measure at least. */
function enlarge(rings: Position[][], least: number): Position[][] {
	const points = rings[0] ?? [];
	const range = (axis: 0 | 1) => {
		const values = points.map((point) => point[axis] ?? 0);
		const [low, high] = [Math.min(...values), Math.max(...values)];
		return { middle: (low + high) / 2, size: high - low };
	};
	const [x, y] = [range(0), range(1)];
	const factor = least / Math.max(x.size, y.size);
	if (factor <= 1) return rings;
	return rings.map((ring) =>
		ring.map(([lon = 0, lat = 0]) => [
			x.middle + (lon - x.middle) * factor,
			y.middle + (lat - y.middle) * factor,
		]),
	);
}
