import { sql } from 'drizzle-orm';
import type { Role, Viewer } from '../../contracts/accounts';
import { queryRows, type Database } from '../../server/db/client';
import { covers } from './roles';
import { unitsAbove } from '../../server/db/unit-tree';

/** Whether the actor holds one of the roles (or one that covers it) on the unit or above it. */
export async function mayActOn(
	database: Database,
	actor: Viewer,
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
		sql`select id from ${unitsAbove(unitId)} line`,
	);
	return ancestors.some(({ id }) => roots.has(id));
}
