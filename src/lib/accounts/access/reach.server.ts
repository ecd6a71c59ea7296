import { sql, type SQL } from 'drizzle-orm';
import type { Actor, Role } from '../../contracts/accounts';
import { queryRows, type Database } from '../../server/db/client';
import { covers } from './roles';
import { idList } from '../../server/db/among';
import { unitsAbove, unitsBelow } from '../../server/db/unit-tree';

/** Ids of the units on which the actor was given such a role; it reaches what lies below them. */
export const rootsOf = (actor: Actor, role: Role): number[] =>
	actor.grants.filter((grant) => covers(grant.role, role)).map((grant) => grant.unitId);

/** Sub-query for the ids of all units, former ones included, on which the actor has such a role. */
export function reachedUnits(actor: Actor, role: Role): SQL {
	const roots = rootsOf(actor, role);
	if (roots.length === 0) return sql`(select id from admin_unit where false)`;
	return sql`(select distinct id from ${unitsBelow(roots)} below)`;
}

/** Ids of all units, former ones included, for which the actor holds the role or one that covers it. */
export async function reach(database: Database, actor: Actor, role: Role): Promise<number[]> {
	const units = await queryRows<{ id: number }>(
		database,
		sql`select id from ${reachedUnits(actor, role)} reached order by id`,
	);
	return units.map(({ id }) => id);
}

/** Those of some units that `reach` would name: looked for upwards, however many lie below the roles. */
export async function reachAmong(
	database: Database,
	actor: Actor,
	role: Role,
	unitIds: readonly number[],
): Promise<Set<number>> {
	const roots = rootsOf(actor, role);
	if (roots.length === 0 || unitIds.length === 0) return new Set();
	const units = await queryRows<{ id: number }>(
		database,
		sql`select distinct start_id as id from ${unitsAbove(unitIds)} above where id in ${idList(roots)}`,
	);
	return new Set(units.map(({ id }) => id));
}
