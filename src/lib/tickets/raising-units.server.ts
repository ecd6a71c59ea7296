import { sql } from 'drizzle-orm';
import { reachedUnits } from '../accounts/reach.server';
import type { Actor } from '../contracts/accounts';
import type { UnitKind } from '../contracts/admin-units';
import { queryRows, type Database } from '../server/db/client';

export interface RaisingUnit extends Record<string, unknown> {
	id: number;
	kind: UnitKind;
	name: string;
	parentName: string;
}

/** The units of a day for which the actor may raise tickets, from the top down. */
export async function readRaisingUnits(
	database: Database,
	actor: Actor,
	{ day, searchName, limit }: { day: string; searchName: string; limit: number },
): Promise<{ units: RaisingUnit[]; total: number }> {
	const rows = await queryRows<RaisingUnit & { total: number }>(
		database,
		sql`select unit.id, unit.kind, unit.name, coalesce(parent.name, '') as "parentName",
				count(*) over ()::int as total
			from admin_unit unit
			left join admin_unit parent on parent.id = unit.parent_id and parent.level <> 'country'
			where unit.id in ${reachedUnits(actor, 'reporter')} and unit.level <> 'country'
				and unit.valid_from <= ${day} and (unit.valid_to is null or unit.valid_to > ${day})
				and unit.search_name like ${`%${searchName}%`}
			order by array_position(array['province', 'district', 'commune', 'village'], unit.level), unit.code
			limit ${limit}`,
	);
	return { units: rows.map(({ total: _, ...unit }) => unit), total: rows[0]?.total ?? 0 };
}
