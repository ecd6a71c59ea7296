import { neighbors } from 'topojson-client';
import type { Unit } from '../../contracts/admin-units';
import { compareNames } from '../../contracts/text/name-order';
import { idOf, type Layer } from '../../map/geometry/layer';
import type { Database } from '../../server/db/client';
import { boundaryLayer, layerBytes } from './boundary-layer.server';
import { unitsByIds } from '../home.server';

/** The communes whose border a commune shares on a day, within its province, by name. */
export async function readNeighbours(
	database: Database,
	unitId: number,
	{ provinceId, day }: { provinceId: number; day: string },
): Promise<Unit[]> {
	const found = await boundaryLayer(database, provinceId, day);
	const bytes = found && (await layerBytes(database, found.hash, 'identity'));
	if (!bytes) return [];
	const layer = JSON.parse(new TextDecoder().decode(bytes)) as Layer;
	const areas = layer.objects.units.geometries;
	const index = areas.findIndex((area) => idOf(area) === unitId);
	const beside = neighbors(areas)[index] ?? [];
	const ids = beside.flatMap((other) => {
		const area = areas[other];
		return area ? [idOf(area)] : [];
	});
	return (await unitsByIds(database, ids)).sort((one, other) => compareNames(one.name, other.name));
}
