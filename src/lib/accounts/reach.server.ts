import { sql, type SQL } from 'drizzle-orm';
import type { Actor, Role } from '../contracts/accounts';
import { queryRows, type Database } from '../server/db/client';
import { covers } from './roles';

/** Sub-query for the ids of all units, former ones included, on which the actor has such a role. */
export function reachedUnits(actor: Actor, role: Role): SQL {
	const roots = actor.grants
		.filter((grant) => covers(grant.role, role))
		.map((grant) => sql`${grant.unitId}`);
	if (roots.length === 0) return sql`(select id from admin_unit where false)`;
	return sql`(
		with recursive downwards as (
			select id from admin_unit where id in (${sql.join(roots, sql`, `)})
			union
			select below.id from admin_unit below join downwards on below.parent_id = downwards.id
		)
		select id from downwards
	)`;
}

/** Ids of all units, former ones included, for which the actor holds the role or one that covers it. */
export async function reach(database: Database, actor: Actor, role: Role): Promise<number[]> {
	const units = await queryRows<{ id: number }>(
		database,
		sql`select id from ${reachedUnits(actor, role)} reached order by id`,
	);
	return units.map(({ id }) => id);
}
