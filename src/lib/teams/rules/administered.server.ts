import { sql } from 'drizzle-orm';
import { reachedUnits } from '../../accounts/reach.server';
import type { Actor } from '../../contracts/accounts';
import type { UnitKind, UnitLevel } from '../../contracts/admin-units';
import { queryRows, type Database } from '../../server/db/client';

export interface AdministeredUnit {
	id: number;
	level: UnitLevel;
	kind: UnitKind;
	name: string;
}

/** The provinces, and the country if so, that the actor administers on a day. */
export function readAdministered(
	database: Database,
	actor: Actor,
	day: string,
): Promise<AdministeredUnit[]> {
	return queryRows<AdministeredUnit & Record<string, unknown>>(
		database,
		sql`select id, level, kind, name from admin_unit
			where level in ('country', 'province') and id in ${reachedUnits(actor, 'administrator')}
				and valid_from <= ${day} and (valid_to is null or valid_to > ${day})
			order by level desc, code`,
	);
}
