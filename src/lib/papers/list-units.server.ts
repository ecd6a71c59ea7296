import { and, inArray } from 'drizzle-orm';
import { reach } from '../accounts/access/reach.server';
import { unitColumns, validOn } from '../admin-units/home.server';
import type { Actor, Role } from '../contracts/accounts';
import { unitLevels, type Unit, type UnitLevel } from '../contracts/admin-units';
import { compareNames } from '../contracts/text/name-order';
import type { Database } from '../server/db/client';
import { adminUnit } from '../server/db/schema';

/** Units of these levels, as valid on a day, for which the actor holds one of the roles; by name. */
export async function listUnits(
	database: Database,
	actor: Actor,
	{ roles, levels, day }: { roles: readonly Role[]; levels: readonly UnitLevel[]; day: string },
): Promise<Unit[]> {
	const ids = new Set<number>();
	for (const role of roles) for (const id of await reach(database, actor, role)) ids.add(id);
	const units = await database
		.select(unitColumns)
		.from(adminUnit)
		.where(and(inArray(adminUnit.level, [...levels]), validOn(day)));
	return units
		.filter(({ id }) => ids.has(id))
		.sort(
			(one, other) =>
				unitLevels.indexOf(one.level) - unitLevels.indexOf(other.level) ||
				compareNames(one.name, other.name),
		);
}
