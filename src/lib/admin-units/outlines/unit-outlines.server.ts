import type { Geometry } from 'geojson';
import { feature } from 'topojson-client';
import type { Database } from '../../server/db/client';
import { readLayer } from './boundary-layer.server';

/** The simplified outlines of a layer's communes, by unit, in WGS 84; null for an unknown hash. */
export async function readUnitOutlines(
	database: Database,
	hash: string,
): Promise<ReadonlyMap<number, Geometry> | null> {
	const layer = await readLayer(database, hash);
	if (!layer) return null;
	const { features } = feature(layer, layer.objects.units);
	return new Map(features.map(({ properties, geometry }) => [properties.id, geometry]));
}
