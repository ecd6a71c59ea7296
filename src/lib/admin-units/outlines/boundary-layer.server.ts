import { gunzipSync } from 'node:zlib';
import { and, desc, eq, gte, isNull, lt, lte, or, type SQL } from 'drizzle-orm';
import type { Layer } from '../../map/geometry/layer';
import type { Database } from '../../server/db/client';
import { boundaryLayer as layers } from '../../server/db/schema';

interface FoundLayer {
	hash: string;
	byteLength: number;
}

/** The map of a scope on a day, `YYYY-MM-DD`; null where there are no outlines for that structure. */
export const boundaryLayer = (
	database: Database,
	scopeUnitId: number,
	day: string,
): Promise<FoundLayer | null> => find(database, scopeUnitId, day, isNull(layers.untilChange));

/** The same as it was drawn when an edition of open data was made, by the edition's change number. */
export const boundaryLayerAt = (
	database: Database,
	scopeUnitId: number,
	day: string,
	number: number,
): Promise<FoundLayer | null> =>
	find(
		database,
		scopeUnitId,
		day,
		and(
			lt(layers.afterChange, number),
			or(isNull(layers.untilChange), gte(layers.untilChange, number)),
		),
	);

async function find(
	database: Database,
	scopeUnitId: number,
	day: string,
	held: SQL | undefined,
): Promise<FoundLayer | null> {
	const [row] = await database
		.select({ hash: layers.hash, byteLength: layers.byteLength })
		.from(layers)
		.where(and(eq(layers.scopeUnitId, scopeUnitId), lte(layers.structureFrom, day), held))
		.orderBy(desc(layers.structureFrom))
		.limit(1);
	return row && row.byteLength > 0 ? row : null;
}

/** The TopoJSON of a layer as it goes over the wire; null for an unknown hash. */
export async function layerBytes(
	database: Database,
	hash: string,
	encoding: 'br' | 'gzip' | 'identity',
): Promise<Uint8Array | null> {
	const column = encoding === 'br' ? layers.brotli : layers.gzip;
	const [row] = await database
		.select({ bytes: column })
		.from(layers)
		.where(eq(layers.hash, hash))
		.limit(1);
	if (!row) return null;
	return encoding === 'identity' ? gunzipSync(row.bytes) : row.bytes;
}

/** The layer itself; null for an unknown hash. */
export async function readLayer(database: Database, hash: string): Promise<Layer | null> {
	const bytes = await layerBytes(database, hash, 'identity');
	return bytes && (JSON.parse(Buffer.from(bytes).toString('utf8')) as Layer);
}
