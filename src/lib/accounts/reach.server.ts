import { sql } from 'drizzle-orm';
import type { Actor, Role } from '../contracts/accounts';
import { queryRows, type Database } from '../server/db/client';
import { covers } from './roles';

/** Ids of all units, former ones included, for which the actor holds the role or one that covers it. */
export async function reach(database: Database, actor: Actor, role: Role): Promise<number[]> {
	const roots = actor.grants
		.filter((grant) => covers(grant.role, role))
		.map((grant) => sql`${grant.unitId}`);
	if (roots.length === 0) return [];
	const units = await queryRows<{ id: number }>(
		database,
		sql`
			with recursive downwards as (
				select id from admin_unit where id in (${sql.join(roots, sql`, `)})
				union
				select below.id from admin_unit below join downwards on below.parent_id = downwards.id
			)
			select id from downwards order by id
		`,
	);
	return units.map(({ id }) => id);
}
