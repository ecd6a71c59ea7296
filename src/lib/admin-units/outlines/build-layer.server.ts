import { createHash } from 'node:crypto';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import { among } from '../../server/db/among';
import type { Database } from '../../server/db/client';
import { boundary } from '../../server/db/schema';
import {
	cleanOutlines,
	simplifyOutlines,
	type Outline,
	type UnitTopology,
} from './outlines.server';

/** Hoàng Sa and Trường Sa: on every map that reaches them, with each of their islands. */
export const archipelagoCodes: readonly string[] = ['20333', '22736'];

export interface LayerUnit {
	id: number;
	code: string;
}

export interface BuiltLayer {
	/** A row of `boundary_layer`; `byteLength` is that of the TopoJSON before compression. */
	stored: { hash: string; brotli: Uint8Array; gzip: Uint8Array; byteLength: number };
	drawn: number;
	/** Units left out since others, named before them, cover all they have. */
	covered: number;
}

/** A province is looked at closely, the whole country from afar. */
const overviewFrom = 1000;
const scales = {
	/** Metres of the smallest detail; degrees of the raster that thins out full-size outlines before. */
	province: { interval: 30, raster: 0 },
	country: { interval: 350, raster: 4e-4 },
} as const;

/** Brotli bytes that a layer may weigh: Bắc Giang's 209 communes stay under 25 KB, 3,321 under 260 KB. */
const budget = (units: number) => Math.max(24_000, 75 * units);

/**
 * Draws the outlines of these communes as one layer, as coarse as it takes to stay within the budget.
 * Where outlines overlap, the unit that is named first has the ground.
 */
export async function buildLayer(
	database: Database,
	units: readonly LayerUnit[],
): Promise<BuiltLayer> {
	const scale = units.length < overviewFrom ? scales.province : scales.country;
	const wholeIds = new Set(
		units.filter(({ code }) => archipelagoCodes.includes(code)).map(({ id }) => id),
	);
	const all = await readOutlines(database, units, scale.raster);
	const cleaned = await cleanOutlines(all);
	const outlines = all.flatMap(({ id }) => {
		const geometry = cleaned.get(id);
		return geometry ? [{ id, geometry }] : [];
	});
	let interval: number = scale.interval;
	for (;;) {
		const stored = compress(await simplifyOutlines(outlines, { interval, wholeIds }));
		const excess = stored.brotli.length / budget(units.length);
		if (excess <= 1)
			return { stored, drawn: outlines.length, covered: all.length - outlines.length };
		interval *= Math.min(4, Math.max(1.25, excess ** 2));
	}
}

/** In portions, each thinned out at once: the whole country in full detail is some 200 MB of text. */
async function readOutlines(
	database: Database,
	units: readonly LayerUnit[],
	raster: number,
): Promise<Outline[]> {
	const outlines: Outline[] = [];
	for (let start = 0; start < units.length; start += 100) {
		const ids = units.slice(start, start + 100).map(({ id }) => id);
		const rows = await database
			.select({ id: boundary.unitId, geometry: boundary.geometry })
			.from(boundary)
			.where(among(boundary.unitId, ids));
		const geometries = new Map(rows.map(({ id, geometry }) => [id, geometry]));
		for (const id of ids) {
			const geometry = geometries.get(id);
			if (geometry)
				outlines.push({ id, geometry: raster === 0 ? geometry : thinOut(geometry, raster) });
		}
	}
	return outlines;
}

/**
 * Moves every point to a raster and drops those that fall together. It depends on the point alone,
 * so a border that two neighbours share stays shared.
 */
function thinOut(geometry: Polygon | MultiPolygon, raster: number): Polygon | MultiPolygon {
	const snap = (value = 0) => Math.round(value / raster) * raster;
	const thinRing = (ring: Position[]) => {
		const points = ring.map(([x, y]) => [snap(x), snap(y)]);
		const kept = points.filter((point, index) => {
			const before = points[index - 1];
			return before?.[0] !== point[0] || before?.[1] !== point[1];
		});
		return kept.length < 4 ? ring : kept;
	};
	return geometry.type === 'Polygon'
		? { type: 'Polygon', coordinates: geometry.coordinates.map(thinRing) }
		: {
				type: 'MultiPolygon',
				coordinates: geometry.coordinates.map((rings) => rings.map(thinRing)),
			};
}

function compress(topology: UnitTopology): BuiltLayer['stored'] {
	const content = Buffer.from(JSON.stringify(topology));
	return {
		hash: createHash('sha256').update(content).digest('hex'),
		brotli: brotliCompressSync(content, {
			params: {
				[constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
				[constants.BROTLI_PARAM_SIZE_HINT]: content.length,
			},
		}),
		gzip: gzipSync(content, { level: 9 }),
		byteLength: content.length,
	};
}
