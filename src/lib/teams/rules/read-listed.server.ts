import { sql } from 'drizzle-orm';
import { reachedUnits } from '../../accounts/reach.server';
import type { Actor } from '../../contracts/accounts';
import { queryRows, type Database } from '../../server/db/client';
import type { CompositionRule } from '../composition';
import type { AdministeredUnit } from './administered.server';
import { readFormerProvinces } from './former-provinces.server';
import { readRules } from './read-rules.server';

export interface ListedRule extends CompositionRule {
	/** Set by a province that is no more, and binding where it was. */
	inherited: boolean;
	mayClose: boolean;
}

/** The rules that bind teams below these units, which the actor administers; closed ones too. */
export async function readListedRules(
	database: Database,
	actor: Actor,
	units: readonly AdministeredUnit[],
): Promise<ListedRule[]> {
	const rules = await readRules(database);
	const communes = await queryRows<{ id: number }>(
		database,
		sql`select id from admin_unit
			where level = 'commune' and valid_to is null and id in ${reachedUnits(actor, 'administrator')}`,
	);
	const below = communes.map(({ id }) => id);
	const former = await readFormerProvinces(database, rules, below);
	const formerIds = new Set([...former.values()].flat());
	const ids = new Set<number | null>([null, ...units.map(({ id }) => id)]);
	const everywhere = units.some(({ level }) => level === 'country');
	return rules.flatMap((rule) => {
		const { unitId, validTo, setBy } = rule;
		const goesOn = validTo === null || validTo === setBy?.endedOn;
		const inherited = unitId !== null && !ids.has(unitId) && formerIds.has(unitId) && goesOn;
		if (!inherited && !ids.has(unitId)) return [];
		return [{ ...rule, inherited, mayClose: everywhere || (unitId !== null && !inherited) }];
	});
}
