import type { MultiPolygon, Polygon, Position } from 'geojson';
import { orient2d } from 'robust-predicates';

export interface Fault {
	rule: string;
	message: string;
}

/** Where Viet Nam and its sea lie, degrees. */
const east = { from: 100, to: 120 };
const north = { from: 4, to: 25 };

const isList = (value: unknown): value is unknown[] => Array.isArray(value);
interface Shape {
	type: unknown;
	coordinates?: unknown;
	geometries?: unknown;
}
const isShape = (value: unknown): value is Shape =>
	typeof value === 'object' && value !== null && 'type' in value;

/** A polygon or multipolygon in WGS 84, or everything that is wrong with it. */
export function readPolygons(
	geometry: unknown,
): { geometry: Polygon | MultiPolygon; faults: [] } | { geometry: null; faults: Fault[] } {
	const polygons = polygonsOf(geometry);
	if (polygons === undefined)
		return {
			geometry: null,
			faults: [
				{
					rule: 'geometryType',
					message: `is ${describeType(geometry)}; only Polygon and MultiPolygon have an outline`,
				},
			],
		};
	const faults: Fault[] = [];
	const coordinates = polygons.map((rings, polygon) =>
		(isList(rings) ? rings : []).map((ring, index) =>
			readRing(ring, ringName(polygon, index, polygons.length), faults),
		),
	);
	if (faults.length === 0) faults.push(...findWholeFault(coordinates));
	if (faults.length > 0) return { geometry: null, faults };
	const [only] = coordinates;
	const isMany = isShape(geometry) && geometry.type === 'MultiPolygon';
	return only && coordinates.length === 1 && !isMany
		? { geometry: { type: 'Polygon', coordinates: only }, faults: [] }
		: { geometry: { type: 'MultiPolygon', coordinates }, faults: [] };
}

/** The polygons that a geometry is made of; undefined where it is something else, or not only that. */
function polygonsOf(geometry: unknown): unknown[] | undefined {
	if (!isShape(geometry)) return undefined;
	const { type, coordinates, geometries } = geometry;
	if (type === 'Polygon') return [coordinates];
	if (type === 'MultiPolygon') return isList(coordinates) ? coordinates : [];
	if (type !== 'GeometryCollection' || !isList(geometries)) return undefined;
	const parts = geometries.map(polygonsOf);
	return parts.some((part) => part === undefined) ? undefined : parts.flatMap((part) => part ?? []);
}

function describeType(geometry: unknown): string {
	if (!isShape(geometry)) return 'no geometry';
	const { type, geometries } = geometry;
	if (!isList(geometries)) return String(type);
	return `${String(type)} of ${geometries.map(describeType).join(' and ')}`;
}

/** Square degrees: some square millimetres. */
const smallestArea = 1e-16;

/** What is wrong with rings that are sound each by itself. */
function findWholeFault(polygons: readonly Position[][][]): Fault[] {
	if (polygons.length === 0 || polygons.some((rings) => rings.length === 0))
		return [{ rule: 'emptyGeometry', message: 'has an empty outline' }];
	const stray = polygons.some(([outer = [], ...holes]) =>
		holes.some((hole) => !hole.some((point) => surrounds(outer, point))),
	);
	if (stray)
		return [{ rule: 'holeOutside', message: 'has a hole that lies outside of its outline' }];
	const area = polygons.reduce((sum, [outer = []]) => sum + areaOf(outer), 0);
	return area < smallestArea
		? [
				{
					rule: 'zeroArea',
					message: 'encloses no area: all its points lie on one spot or one line',
				},
			]
		: [];
}

/** Whether a point lies within a closed ring; on its border it may or may not. */
function surrounds(ring: readonly Position[], [x = 0, y = 0]: Position): boolean {
	let within = false;
	for (const [index, [ax = 0, ay = 0]] of ring.entries()) {
		const [bx = ax, by = ay] = ring[index + 1] ?? [];
		if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) within = !within;
	}
	return within;
}

/** Of a ring, in square degrees, seen from its first point so that small ones keep their digits. */
function areaOf(ring: readonly Position[]): number {
	const [[originX = 0, originY = 0] = []] = ring;
	const twice = ring.reduce((sum, [x = 0, y = 0], index) => {
		const [nextX = x, nextY = y] = ring[index + 1] ?? [];
		return sum + (x - originX) * (nextY - originY) - (nextX - originX) * (y - originY);
	}, 0);
	return Math.abs(twice) / 2;
}

const ringName = (polygon: number, ring: number, polygons: number) =>
	polygons > 1 ? `ring ${ring + 1} of polygon ${polygon + 1}` : `ring ${ring + 1}`;

/** Answers with an empty ring when it noted a fault. */
function readRing(ring: unknown, name: string, faults: Fault[]): Position[] {
	const points: Position[] = [];
	for (const point of isList(ring) ? ring : []) {
		const [x, y] = isList(point) ? point : [];
		if (
			typeof x !== 'number' ||
			typeof y !== 'number' ||
			!Number.isFinite(x) ||
			!Number.isFinite(y)
		) {
			faults.push({
				rule: 'coordinates',
				message: `${name} has a point that is no pair of numbers`,
			});
			return [];
		}
		points.push([x, y]);
	}
	const fault = findPlaceFault(points) ?? findShapeFault(points);
	if (!fault) return points;
	faults.push({ rule: fault.rule, message: `${name} ${fault.message}` });
	return [];
}

const within = (value: number, range: { from: number; to: number }) =>
	value >= range.from && value <= range.to;

function findPlaceFault(points: readonly Position[]): Fault | undefined {
	const stray = points.find(([x = NaN, y = NaN]) => !within(x, east) || !within(y, north));
	if (!stray) return undefined;
	const [x = 0, y = 0] = stray;
	if (Math.abs(x) > 360 || Math.abs(y) > 360)
		return {
			rule: 'referenceSystem',
			message: `is in metres (${x}, ${y}), such as VN-2000 or UTM; convert it to WGS 84 longitude and latitude (EPSG:4326)`,
		};
	if (within(y, east) && within(x, north))
		return {
			rule: 'axisOrder',
			message: `gives latitude first (${x}, ${y}); GeoJSON wants longitude first`,
		};
	return {
		rule: 'outOfRange',
		message: `has a point outside Viet Nam: longitude ${x}, latitude ${y}`,
	};
}

function findShapeFault(points: readonly Position[]): Fault | undefined {
	const [first] = points;
	const last = points.at(-1);
	if (!first || !last || points.length < 3)
		return { rule: 'ringTooShort', message: `has ${points.length} points; a ring needs 4` };
	if (first[0] !== last[0] || first[1] !== last[1])
		return {
			rule: 'openRing',
			message: `is open: it begins at ${first.join(', ')} and ends at ${last.join(', ')}`,
		};
	if (points.length < 4)
		return { rule: 'ringTooShort', message: `has ${points.length} points; a ring needs 4` };
	const crossing = findCrossing(points);
	return crossing
		? { rule: 'selfCrossing', message: `crosses itself near ${crossing.join(', ')}` }
		: undefined;
}

interface Segment {
	ax: number;
	ay: number;
	bx: number;
	by: number;
}

/**
 * A point near which two sides of a closed ring cross, by a sweep from west to east with exact
 * orientation tests. Sides that only touch don't count: cleaning mends them.
 */
export function findCrossing(ring: readonly Position[]): Position | undefined {
	const segments: Segment[] = [];
	for (const [index, [x = 0, y = 0]] of ring.entries()) {
		const [nextX, nextY] = ring[index + 1] ?? [];
		if (nextX === undefined || nextY === undefined) break;
		const forward = x <= nextX;
		segments.push({
			ax: forward ? x : nextX,
			ay: forward ? y : nextY,
			bx: forward ? nextX : x,
			by: forward ? nextY : y,
		});
	}
	segments.sort((one, other) => one.ax - other.ax);
	let open: Segment[] = [];
	for (const segment of segments) {
		open = open.filter((other) => other.bx >= segment.ax);
		if (open.some((other) => doCross(segment, other))) return [segment.ax, segment.ay];
		open.push(segment);
	}
	return undefined;
}

function doCross(one: Segment, other: Segment): boolean {
	if (Math.max(one.ay, one.by) < Math.min(other.ay, other.by)) return false;
	if (Math.max(other.ay, other.by) < Math.min(one.ay, one.by)) return false;
	return parts(one, other) && parts(other, one);
}

/** Whether the ends of `other` lie strictly on two sides of `line`. */
function parts(line: Segment, other: Segment): boolean {
	const a = orient2d(line.ax, line.ay, line.bx, line.by, other.ax, other.ay);
	const b = orient2d(line.ax, line.ay, line.bx, line.by, other.bx, other.by);
	return (a > 0 && b < 0) || (a < 0 && b > 0);
}
