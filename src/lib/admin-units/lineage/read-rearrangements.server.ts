import { sql } from 'drizzle-orm';
import { queryRows, type Database } from '../../server/db/client';

/** Days up to one on which a unit came from others, or another set of communes began to hold in it; oldest first. */
export async function readRearrangements(
	database: Database,
	unitId: number,
	until: string,
): Promise<string[]> {
	const rows = await queryRows<{ day: string }>(
		database,
		sql`with layer as (
				select structure_from as day from boundary_layer
				where scope_unit_id = ${unitId} and until_change is null)
			select day::text as day from (
				select day from layer where day > (select min(day) from layer)
				union
				select valid_from from admin_unit
				where id = ${unitId} and exists (select from unit_lineage where new_unit_id = ${unitId})
			) days where day <= ${until}::date order by day`,
	);
	return rows.map(({ day }) => day);
}
