import { sql } from 'drizzle-orm';
import type { Terrain } from '../contracts/terrain';
import { idList } from '../server/db/among';
import { queryRows, type Database } from '../server/db/client';

/** Which of these units are mountainous or islands; a village is what its commune is, unless it is named itself. */
export async function readTerrains(
	database: Database,
	unitIds: readonly number[],
): Promise<Map<number, Terrain>> {
	const rows = await queryRows<{ id: number; terrain: Terrain }>(
		database,
		sql`select unit.id, coalesce(own.terrain, above.terrain) as terrain
			from admin_unit unit
			left join unit_terrain own on own.unit_id = unit.id
			left join unit_terrain above on above.unit_id = unit.parent_id and unit.level = 'village'
			where unit.id in ${idList(unitIds)} and coalesce(own.terrain, above.terrain) is not null`,
	);
	return new Map(rows.map(({ id, terrain }) => [id, terrain]));
}
