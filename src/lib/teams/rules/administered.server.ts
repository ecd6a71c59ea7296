import { sql } from 'drizzle-orm';
import { reachedUnits } from '../../accounts/access/reach.server';
import type { Actor } from '../../contracts/accounts';
import type { UnitKind, UnitLevel } from '../../contracts/admin-units';
import { queryRows, type Database } from '../../server/db/client';
import { isValidOn } from '../../server/db/unit-tree';

export interface AdministeredUnit {
	id: number;
	level: UnitLevel;
	kind: UnitKind;
	name: string;
}

/** From so many on, a list of communes is none to choose from. */
const mostCommunes = 500;

/**
 * The units that the actor may set rules for on a day, the highest first: provinces, districts and
 * communes, and the country if so. Of too many communes none is offered.
 */
export async function readAdministered(
	database: Database,
	actor: Actor,
	day: string,
): Promise<AdministeredUnit[]> {
	const units = await queryRows<AdministeredUnit & Record<string, unknown>>(
		database,
		sql`select id, level, kind, name from admin_unit
			where level in ('country', 'province', 'district', 'commune') and id in ${reachedUnits(actor, 'administrator')}
				and ${isValidOn('admin_unit', day)}
			order by array_position(array['country', 'province', 'district', 'commune'], level), code`,
	);
	const communes = units.filter(({ level }) => level === 'commune').length;
	return communes > mostCommunes ? units.filter(({ level }) => level !== 'commune') : units;
}
