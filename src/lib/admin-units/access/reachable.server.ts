import { sql } from 'drizzle-orm';
import { reachedUnits } from '../../accounts/access/reach.server';
import type { Actor } from '../../contracts/accounts';
import { unitLevels, type Unit } from '../../contracts/admin-units';
import { compareNames } from '../../contracts/text/name-order';
import { idList } from '../../server/db/among';
import { queryRows, type Database } from '../../server/db/client';
import { NotFoundError } from '../../server/errors';
import { isValidOn, unitsAbove } from '../../server/db/unit-tree';

export interface ReachableUnit {
	unit: Unit;
	/** Where to go from it: up as far as the actor may look, down one level, and the units granted. */
	choices: Unit[];
}

/**
 * The unit that a page is about: the bearer of a code on a day, or the first that the actor has a
 * role for.
 * @throws NotFoundError where the actor may not look.
 */
export async function readReachable(
	database: Database,
	actor: Actor,
	code: string | null,
	day: string,
): Promise<ReachableUnit> {
	const granted = actor.grants.map(({ unitId }) => unitId);
	const seen = sql`unit.id in ${reachedUnits(actor, 'viewer')}
		and ${isValidOn('unit', day)}`;
	const [unit] = await queryRows<Unit & Record<string, unknown>>(
		database,
		sql`select ${columns} from admin_unit unit
			where ${seen} and ${
				code === null ? sql`unit.id in ${idList(granted)}` : sql`unit.code = ${code}`
			}
			order by array_position(array['country', 'province', 'district', 'commune', 'village'], unit.level), unit.code
			limit 1`,
	);
	if (!unit) throw new NotFoundError(`The account reaches no unit ${code ?? ''}.`);
	const choices = await queryRows<Unit & Record<string, unknown>>(
		database,
		sql`select ${columns} from admin_unit unit
			where ${seen} and (unit.parent_id = ${unit.id} or unit.id in (select id from ${unitsAbove(unit.id)} line)
				or unit.id in ${idList(granted)})`,
	);
	const depth = ({ level }: Unit) => unitLevels.indexOf(level);
	choices.sort((one, other) => depth(one) - depth(other) || compareNames(one.name, other.name));
	return { unit, choices };
}

const columns = sql`unit.id, unit.code, unit.level, unit.kind, unit.name, unit.parent_id as "parentId",
	unit.valid_from::text as "validFrom", unit.valid_to::text as "validTo"`;
