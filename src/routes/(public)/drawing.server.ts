import { brotliDecompressSync } from 'node:zlib';
import { and, asc, eq, lte } from 'drizzle-orm';
import type { Layer } from '$lib/map/layer';
import { drawTopology, type Drawing } from '$lib/map/projection';
import type { Database } from '$lib/server/db/client';
import { boundaryLayer } from '$lib/server/db/schema';

export interface Structure {
	/** Null while there are no boundaries of that day. */
	picture: { drawing: Drawing; hash: string } | null;
	/** Days `YYYY-MM-DD` from which another set of communes held, oldest first. */
	changes: string[];
}

/** Drawings by the hash of their layer; drawing a whole country takes a while. */
const drawings = new Map<string, Drawing>();
const mostDrawings = 8;

/** The picture of a unit's communes as they were on a day, and when they were rearranged until then. */
export async function readStructure(
	database: Database,
	scopeUnitId: number,
	day: string,
): Promise<Structure> {
	const layers = await database
		.select({ from: boundaryLayer.structureFrom, hash: boundaryLayer.hash })
		.from(boundaryLayer)
		.where(and(eq(boundaryLayer.scopeUnitId, scopeUnitId), lte(boundaryLayer.structureFrom, day)))
		.orderBy(asc(boundaryLayer.structureFrom));
	const hash = layers.at(-1)?.hash;
	const drawing = hash === undefined ? undefined : await drawingOf(database, hash);
	return {
		picture: hash !== undefined && drawing ? { drawing, hash } : null,
		changes: layers.slice(1).map(({ from }) => from),
	};
}

async function drawingOf(database: Database, hash: string): Promise<Drawing | undefined> {
	const known = drawings.get(hash);
	if (known) return known;
	const [row] = await database
		.select({ brotli: boundaryLayer.brotli })
		.from(boundaryLayer)
		.where(eq(boundaryLayer.hash, hash))
		.limit(1);
	if (!row) return undefined;
	const layer = JSON.parse(brotliDecompressSync(row.brotli).toString('utf8')) as Layer;
	const drawing = drawTopology(layer);
	drawings.set(hash, drawing);
	for (const oldest of [...drawings.keys()].slice(0, -mostDrawings)) drawings.delete(oldest);
	return drawing;
}
