import { sql } from 'drizzle-orm';
import type { Actor } from '../../contracts/accounts';
import type { UnitKind } from '../../contracts/admin-units';
import type { TeamLevel } from '../../contracts/teams/teams';
import { queryRows, type Database } from '../../server/db/client';
import { NotFoundError } from '../../server/errors';
import { keptUnits } from '../keepers.server';

interface WritableUnit {
	id: number;
	level: TeamLevel;
	kind: UnitKind;
	name: string;
}

/** A unit in which the actor may found a team. @throws NotFoundError for any other. */
export async function writableUnit(
	database: Database,
	actor: Actor,
	unitId: number,
): Promise<WritableUnit> {
	const [unit] = await queryRows<WritableUnit & Record<string, unknown>>(
		database,
		sql`select id, level, kind, name from admin_unit
			where id = ${unitId} and level in ('district', 'commune', 'village')
				and case level when 'village' then parent_id else id end in ${keptUnits(actor)}`,
	);
	if (!unit) throw new NotFoundError(`No team can be founded in unit ${unitId}.`);
	return unit;
}
