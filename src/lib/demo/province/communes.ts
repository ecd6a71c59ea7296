import type { Polygon } from 'geojson';
import type { UnitKind } from '../../contracts/admin-units';
import { buildMesh, type Mesh } from '../map/cells';
import { drawBorders, outlinesOf } from '../map/outlines';
import { divide, type Owners } from '../map/regions';
import { landscapeAt, type Landscape, type Point } from '../map/terrain';
import { merge, type Merger } from './merger';
import { nameCommunes } from './names';

/** A piece of ground that is one commune before the merger. */
export interface Place {
	/** Stays the same over the merger. */
	number: number;
	landscape: Landscape;
	kind: UnitKind;
	name: string;
	middle: Point;
	outline: Polygon;
}

export interface Ground {
	places: Place[];
	/** Which places went together, and the outlines of what came out of it. */
	merger: Merger & { outlines: [Polygon, Polygon] };
}

/** 103 communes before the merger, 100 after it. */
const communesBefore = 103;

/** The same on every machine and at every time: takes a few seconds. */
export function buildGround(): Ground {
	const mesh = buildMesh();
	const before = divide(mesh, communesBefore);
	const middles = Array.from({ length: communesBefore }, (_, region) =>
		middleOf(mesh, before, region),
	);
	const landscapes = middles.map(landscapeAt);
	const merger = merge(mesh, before, landscapes);
	const borders = drawBorders(mesh, [before, merger.owners]);
	const outlines = outlinesOf(borders, before);
	const merged = outlinesOf(borders, merger.owners);
	const names = nameCommunes(landscapes);
	const island = communesBefore - 1;
	respell(names, landscapes, merger);
	const need = <Value>(value: Value | undefined): Value => {
		if (value === undefined) throw new Error('A commune has no ground.');
		return value;
	};
	return {
		places: landscapes.map((landscape, number) => ({
			number,
			landscape,
			kind: number === island ? 'dacKhu' : landscape === 'town' ? 'phuong' : 'xa',
			name: need(names[number]),
			middle: need(middles[number]),
			outline: need(outlines.get(number)),
		})),
		merger: {
			...merger,
			outlines: [need(merged.get(communesBefore)), need(merged.get(communesBefore + 1))],
		},
	};
}

function middleOf({ centres, areas }: Mesh, owners: Owners, region: number): Point {
	let [x, y, area] = [0, 0, 0];
	for (const [cell, owner] of owners.entries()) {
		if (owner !== region) continue;
		const weight = areas[cell] ?? 0;
		x += (centres[cell]?.[0] ?? 0) * weight;
		y += (centres[cell]?.[1] ?? 0) * weight;
		area += weight;
	}
	return [x / area, y / area];
}

/** What real lists are full of: namesakes of another kind, and two ways to place a tone. */
function respell(names: string[], landscapes: readonly Landscape[], merger: Merger): void {
	const free = (landscape: Landscape) =>
		[...landscapes.keys()].filter(
			(place) =>
				landscapes[place] === landscape &&
				!merger.first.includes(place) &&
				!merger.second.includes(place) &&
				place !== communesBefore - 1,
		);
	const [wards, villages, hills] = [free('town'), free('plain'), free('mountain')];
	const rename = (place: number | undefined, name: string | undefined) => {
		if (place !== undefined && name !== undefined) names[place] = name;
	};
	for (const pair of [1, 4, 8]) rename(villages[pair], names[wards[pair] ?? -1]);
	rename(villages[2], 'Thuỷ Xuân');
	rename(hills[3], 'Hoà Lạc');
	rename(villages[6], 'Thủy Khê');
}
