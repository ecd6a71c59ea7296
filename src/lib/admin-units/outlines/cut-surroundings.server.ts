import type { MultiPolygon, Polygon } from 'geojson';
import mapshaper from 'mapshaper';
import * as v from 'valibot';
import { neighbourName, type SurroundingLand } from '../../contracts/map/surroundings';
import type { Bounds } from '../../map/geometry/mercator';
import { squareKilometres } from './area';
import {
	cleanOutlines,
	collection,
	OutlineGeometry,
	simplifyOutlines,
	type Outline,
} from './outlines.server';

/** So much of the home unit's longer side is kept on each side of it: screens are wide, and bleed. */
const margin = 1;
/** An area of which more than this is home's own ground is home itself, whatever its code. */
const homeShare = 0.5;
/** What is left of home itself by another outline than its own is land only from this share of it on. */
const leastRest = 0.02;
/** Detail that is left: this part of the longer side. */
const detail = 1 / 280;
const kilometresPerDegree = 111.32;
/** Characters of the result; more detail than that would weigh on every page. */
const budget = 11_000;

export interface CutSurroundings {
	/** Null where nothing lies near. */
	land: SurroundingLand | null;
	/** Ids of the areas that were found to be home itself. */
	home: number[];
	/** Names in the land, home's own aside. */
	named: string[];
}

/**
 * What lies around a home unit, cut off at a margin, without the home unit's own ground. Where no area is
 * given nothing is known: that may be sea or another country, and is never called either.
 * @param outlines areas under ids of their own. @param home outlines of what home consists of.
 * @param bounds where these lie, far islands aside.
 */
export async function cutSurroundings(
	{ outlines, names }: { outlines: readonly Outline[]; names: ReadonlyMap<number, string> },
	home: readonly Outline[],
	bounds: Bounds,
): Promise<CutSurroundings> {
	const [west, south, east, north] = bounds;
	const longer = Math.max(east - west, north - south);
	const wide = margin * longer;
	const box = [west - wide, south - wide, east + wide, north + wide];
	const left = await eraseHome(await cleanOutlines(outlines), home, box);
	const least = (longer * kilometresPerDegree * detail) ** 2;
	const areas: Outline[] = [];
	const ofHome: number[] = [];
	for (const { id, before, geometry } of left) {
		const after = geometry ? squareKilometres(geometry) : 0;
		const isHome = after < (1 - homeShare) * before;
		if (isHome) ofHome.push(id);
		const rest = geometry && isHome ? withoutSlivers(geometry, leastRest * before) : geometry;
		if (rest && squareKilometres(rest) > least) areas.push({ id, geometry: rest });
	}
	if (areas.length === 0) return { land: null, home: ofHome, named: [] };
	const own = new Set(ofHome);
	const land = await simplify(areas, longer, (id) =>
		own.has(id) ? null : (names.get(id) ?? null),
	);
	const named = land.objects.areas.geometries.flatMap((area) => neighbourName(area) ?? []);
	return { land, home: ofHome, named };
}

const Left = v.object({
	properties: v.object({ id: v.number(), before: v.number() }),
	geometry: OutlineGeometry,
});

/** What is left of each area within the box, and how large it was there before. */
async function eraseHome(
	areas: ReadonlyMap<number, Polygon | MultiPolygon>,
	home: readonly Outline[],
	box: readonly number[],
): Promise<{ id: number; before: number; geometry: Polygon | MultiPolygon | null }[]> {
	const files = await mapshaper.applyCommands(
		`-i areas.json -clip bbox=${box.join(',')} -each before=this.area/1e6 -erase home.json -o left.json format=geojson ndjson precision=0.00001`,
		{
			'areas.json': collection([...areas].map(([id, geometry]) => ({ id, geometry }))),
			'home.json': collection(home),
		},
	);
	const lines = Buffer.from(files['left.json'] ?? [])
		.toString('utf8')
		.split('\n');
	return lines.flatMap((line) => {
		if (line.trim() === '') return [];
		const { properties, geometry } = v.parse(Left, JSON.parse(line));
		return [{ ...properties, geometry }];
	});
}

function withoutSlivers(geometry: Polygon | MultiPolygon, least: number): MultiPolygon | null {
	const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
	const coordinates = polygons.filter(
		(rings) => squareKilometres({ type: 'Polygon', coordinates: rings }) >= least,
	);
	return coordinates.length === 0 ? null : { type: 'MultiPolygon', coordinates };
}

async function simplify(
	areas: readonly Outline[],
	longer: number,
	nameOf: (id: number) => string | null,
): Promise<SurroundingLand> {
	for (let interval = longer * kilometresPerDegree * 1000 * detail; ; interval *= 1.3) {
		const { transform, arcs, objects } = await simplifyOutlines(areas, {
			interval,
			wholeIds: new Set(),
		});
		const land: SurroundingLand = {
			type: 'Topology',
			...(transform && { transform }),
			arcs,
			objects: {
				areas: {
					type: 'GeometryCollection',
					geometries: objects.units.geometries.map(({ type, arcs: own, properties: { id } }) => ({
						...{ type, arcs: own },
						properties: { name: nameOf(id) },
					})),
				},
			},
		};
		if (JSON.stringify(land).length <= budget) return land;
	}
}
