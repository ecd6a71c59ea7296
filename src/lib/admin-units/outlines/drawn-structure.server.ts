import { and, desc, eq, isNull, lte } from 'drizzle-orm';
import type { Unit } from '../../contracts/admin-units';
import type { SurroundingLand } from '../../contracts/map/surroundings';
import { drawTopology, type Drawing } from '../../map/geometry/projection';
import { drawSurroundings } from '../../map/surroundings/draw';
import type { Database } from '../../server/db/client';
import { boundaryLayer, surroundings } from '../../server/db/schema';
import { MostRecent } from '../../server/most-recent';
import { readLayer } from './boundary-layer.server';
import { readProvinces } from '../structure/provinces.server';

export interface DrawnStructure {
	drawing: Drawing;
	/** Of the boundaries' layer. */
	hash: string;
}

/** Drawings by the hashes of their layer and surroundings and what is grouped in them; drawing a whole country takes a while. */
const drawings = new MostRecent<Drawing>(8);

/**
 * The picture of a unit's communes as they were on a day, with what lies around them where that is known;
 * null while there are no boundaries of it. Outlines and surroundings are those of today's knowledge.
 * @param grouped what communes make up beside the provinces of a country, by their ids.
 */
export async function readDrawnStructure(
	database: Database,
	scope: Pick<Unit, 'id' | 'level'>,
	day: string,
	grouped: readonly (readonly [areaId: number, groupId: number])[] = [],
): Promise<DrawnStructure | null> {
	const [layer] = await database
		.select({
			from: boundaryLayer.structureFrom,
			hash: boundaryLayer.hash,
			byteLength: boundaryLayer.byteLength,
		})
		.from(boundaryLayer)
		.where(
			and(
				eq(boundaryLayer.scopeUnitId, scope.id),
				lte(boundaryLayer.structureFrom, day),
				isNull(boundaryLayer.untilChange),
			),
		)
		.orderBy(desc(boundaryLayer.structureFrom))
		.limit(1);
	// A structure without any outline has an empty layer.
	const drawing =
		layer && layer.byteLength > 0
			? await drawingOf(
					database,
					scope,
					{ ...layer, around: await landAround(database, scope, day) },
					grouped,
				)
			: undefined;
	return layer && drawing ? { drawing, hash: layer.hash } : null;
}

async function drawingOf(
	database: Database,
	scope: Pick<Unit, 'id' | 'level'>,
	{ hash, from, around }: { hash: string; from: string; around: LandAround | undefined },
	grouped: readonly (readonly [number, number])[],
): Promise<Drawing | undefined> {
	const key = `${hash} ${around?.hash ?? ''} ${scope.level === 'country' ? from : grouped.join(' ')}`;
	const drawn = drawings.get(key);
	if (drawn) return drawn;
	const layer = await readLayer(database, hash);
	if (!layer) return undefined;
	const { provinceOf } = await readProvinces(database, scope, from);
	const areas = drawTopology(layer, undefined, new Map([...provinceOf, ...grouped]));
	const drawing = around ? { ...areas, surroundings: drawSurroundings(around.land, areas) } : areas;
	drawings.keep(key, drawing);
	return drawing;
}

interface LandAround {
	hash: string;
	land: SurroundingLand;
}

async function landAround(
	database: Database,
	scope: Pick<Unit, 'id'>,
	day: string,
): Promise<LandAround | undefined> {
	const [row] = await database
		.select({ hash: surroundings.hash, land: surroundings.land })
		.from(surroundings)
		.where(and(eq(surroundings.scopeUnitId, scope.id), lte(surroundings.validFrom, day)))
		.orderBy(desc(surroundings.validFrom))
		.limit(1);
	return row;
}
