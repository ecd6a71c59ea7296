import { sql } from 'drizzle-orm';
import type { Unit } from '../../contracts/admin-units';
import { queryRows, type Database } from '../../server/db/client';
import { unitsBelow } from '../../server/db/unit-tree';
import { unitsByIds } from '../home.server';

export interface Provinces {
	/** By code. */
	units: Unit[];
	/** Which of them a commune lies in, by its id. */
	provinceOf: ReadonlyMap<number, number>;
}

/** The provinces of a country on a local day, and whose each commune is; none of anything smaller. */
export async function readProvinces(
	database: Database,
	scope: Pick<Unit, 'id' | 'level'>,
	day: string,
): Promise<Provinces> {
	if (scope.level !== 'country') return { units: [], provinceOf: new Map() };
	const provinces = sql`(select id from ${unitsBelow(scope.id, { on: day, downTo: 'commune' })} below
		where level = 'province')`;
	const communes = await queryRows<{ id: number; provinceId: number }>(
		database,
		sql`select id, root_id as "provinceId"
			from ${unitsBelow(provinces, { on: day, downTo: 'commune' })} tree where level = 'commune'`,
	);
	const provinceOf = new Map(communes.map(({ id, provinceId }) => [id, provinceId]));
	const units = await unitsByIds(database, [...new Set(provinceOf.values())]);
	return { units, provinceOf };
}
