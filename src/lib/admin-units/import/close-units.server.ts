import { sql } from 'drizzle-orm';
import { among } from '../../server/db/among';
import { queryRows, type Database } from '../../server/db/client';
import { endsAfter, isCurrent } from '../../server/db/unit-tree';

/**
 * Ends these units, unless they have ended already, and the districts and provinces that are left
 * without any. @returns ids of all that end by this.
 */
export async function closeUnits(
	database: Database,
	unitIds: readonly number[],
	on: string,
): Promise<number[]> {
	const closed = await queryRows<{ id: number }>(
		database,
		sql`update admin_unit set valid_to = ${on}
			where ${isCurrent('admin_unit')} and ${among(sql`id`, unitIds)} returning id`,
	);
	const all = closed.map(({ id }) => id);
	// Districts first, then provinces: each may be left without units by the step before.
	for (const level of ['district', 'province']) {
		const emptied = await queryRows<{ id: number }>(
			database,
			sql`update admin_unit above set valid_to = ${on}
				where level = ${level} and ${isCurrent('above')} and valid_from < ${on}
					and exists (select 1 from admin_unit unit where unit.parent_id = above.id and unit.valid_to = ${on})
					and not exists (
						select 1 from admin_unit unit where unit.parent_id = above.id
							and ${endsAfter('unit', on)}
					)
				returning id`,
		);
		all.push(...emptied.map(({ id }) => id));
	}
	return all;
}
