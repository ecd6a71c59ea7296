import type { Geometry } from 'geojson';
import { feature } from 'topojson-client';
import type { Layer } from '../map/layer';
import type { Database } from '../server/db/client';
import { boundaryLayer, layerBytes } from './boundary-layer.server';

/** The simplified outlines of a unit's communes on a day, by unit, in WGS 84; null where there are none. */
export async function readUnitOutlines(
	database: Database,
	scopeUnitId: number,
	day: string,
): Promise<{ hash: string; outlines: ReadonlyMap<number, Geometry> } | null> {
	const found = await boundaryLayer(database, scopeUnitId, day);
	const bytes = found && (await layerBytes(database, found.hash, 'identity'));
	if (!bytes) return null;
	const layer = JSON.parse(new TextDecoder().decode(bytes)) as Layer;
	const { features } = feature(layer, layer.objects.units);
	return {
		hash: found.hash,
		outlines: new Map(features.map(({ properties, geometry }) => [properties.id, geometry])),
	};
}
