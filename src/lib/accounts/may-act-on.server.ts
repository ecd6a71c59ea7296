import { sql } from 'drizzle-orm';
import type { Actor, Role } from '../contracts/accounts';
import { queryRows, type Database } from '../server/db/client';
import { covers } from './roles';

/** Whether the actor holds one of the roles (or one that covers it) on the unit or above it. */
export async function mayActOn(
	database: Database,
	actor: Actor,
	roles: readonly Role[],
	unitId: number,
): Promise<boolean> {
	const roots = new Set(
		actor.grants
			.filter((grant) => roles.some((role) => covers(grant.role, role)))
			.map((grant) => grant.unitId),
	);
	if (roots.size === 0) return false;
	const ancestors = await queryRows<{ id: number }>(
		database,
		sql`
			with recursive upwards as (
				select id, parent_id from admin_unit where id = ${unitId}
				union
				select above.id, above.parent_id
				from admin_unit above join upwards on above.id = upwards.parent_id
			)
			select id from upwards
		`,
	);
	return ancestors.some(({ id }) => roots.has(id));
}
