import { sql } from 'drizzle-orm';
import { queryRows, type Database } from '../server/db/client';

/**
 * Households on the register of communes and of what lies above them: the unit's own newest known
 * number, else the sum of those right below it. Units without any known number are left out.
 * @param day local day on which the counted units are valid.
 */
export async function readRegisters(
	database: Database,
	unitIds: readonly number[],
	day: string,
): Promise<Map<number, number>> {
	if (unitIds.length === 0) return new Map();
	const rows = await queryRows<{ id: number; households: number }>(
		database,
		sql`with recursive tree as (
			select id, id as root, 0 as depth from admin_unit where id in ${[...unitIds]}
			union all
			select child.id, tree.root, tree.depth + 1
			from tree join admin_unit child on child.parent_id = tree.id
			where child.valid_from <= ${day} and (child.valid_to is null or child.valid_to > ${day})
				and not exists (select from household_register own where own.unit_id = tree.id and own.households is not null)
		), newest as (
			select distinct on (unit_id) unit_id, households from household_register
			where unit_id in (select id from tree) and households is not null
			order by unit_id, year desc
		)
		select tree.root as id, sum(newest.households)::int as households
		from tree join newest on newest.unit_id = tree.id group by tree.root`,
	);
	return new Map(rows.map(({ id, households }) => [id, households]));
}
