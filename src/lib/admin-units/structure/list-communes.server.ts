import { sql } from 'drizzle-orm';
import type { Unit } from '../../contracts/admin-units';
import { compareNames } from '../../contracts/text/name-order';
import { queryRows, type Database } from '../../server/db/client';
import { unitsBelow } from '../../server/db/unit-tree';

/** A commune with the name of the province it lies in. */
export type ListedCommune = Pick<Unit, 'id' | 'code' | 'name' | 'kind'> & {
	province: Pick<Unit, 'id' | 'code' | 'name' | 'kind'>;
};

/** Communes of a day below a unit, by province and name; names in the order of the Vietnamese alphabet. */
export async function listCommunes(
	database: Database,
	scopeUnitId: number,
	day: string,
): Promise<ListedCommune[]> {
	const rows = await queryRows<ListedCommune & Record<string, unknown>>(
		database,
		sql`select unit.id, unit.code, unit.name, unit.kind, jsonb_build_object('id', province.id,
				'code', province.code, 'name', province.name, 'kind', province.kind) as province
			from ${unitsBelow(scopeUnitId, { on: day, downTo: 'commune' })} below
			join admin_unit unit on unit.id = below.id and unit.level = 'commune'
			join admin_unit above on above.id = unit.parent_id
			join admin_unit province on province.id =
				case when above.level = 'province' then above.id else above.parent_id end`,
	);
	return rows.sort(
		(one, other) =>
			compareNames(one.province.name, other.province.name) || compareNames(one.name, other.name),
	);
}
