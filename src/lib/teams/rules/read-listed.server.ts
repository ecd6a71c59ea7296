import { sql } from 'drizzle-orm';
import { reachedUnits } from '../../accounts/access/reach.server';
import type { Actor } from '../../contracts/accounts';
import { idList } from '../../server/db/among';
import { queryRows, type Database } from '../../server/db/client';
import type { CompositionRule } from '../composition';
import type { AdministeredUnit } from './administered.server';
import { readFormerUnits } from './former-units.server';
import { readRules } from './read-rules.server';
import { isCurrent, unitsAbove } from '../../server/db/unit-tree';

export interface ListedRule extends CompositionRule {
	/** Set by a unit that is no more, and binding where it was. */
	inherited: boolean;
	mayClose: boolean;
}

/** The rules for teams that the actor administers, set there, above or below; closed ones too. */
export async function readListedRules(
	database: Database,
	actor: Actor,
	units: readonly Pick<AdministeredUnit, 'level'>[],
): Promise<ListedRule[]> {
	const rules = await readRules(database, null);
	const communes = await queryRows<{ id: number }>(
		database,
		sql`select id from admin_unit
			where level = 'commune' and ${isCurrent('admin_unit')} and id in ${reachedUnits(actor, 'administrator')}`,
	);
	const below = communes.map(({ id }) => id);
	const former = await readFormerUnits(database, rules, below);
	const formerIds = new Set([...former.values()].flat());
	const { own, above } = await readStandings(database, actor, rules);
	const everywhere = units.some(({ level }) => level === 'country');
	return rules.flatMap((rule) => {
		const { unitId, validTo, setBy } = rule;
		const goesOn = validTo === null || validTo === setBy?.endedOn;
		const inherited = unitId !== null && !own.has(unitId) && formerIds.has(unitId) && goesOn;
		const bindsHere = unitId === null || own.has(unitId) || above.has(unitId);
		if (!inherited && !bindsHere) return [];
		const mayClose = everywhere || (unitId !== null && own.has(unitId));
		return [{ ...rule, inherited, mayClose }];
	});
}

/** Which of the units that set rules the actor administers, and which lie above those. */
async function readStandings(
	database: Database,
	actor: Actor,
	rules: readonly CompositionRule[],
): Promise<{ own: Set<number>; above: Set<number> }> {
	const setters = idList(new Set(rules.flatMap(({ unitId }) => unitId ?? [])));
	const roots = actor.grants.flatMap(({ role, unitId }) =>
		role === 'administrator' ? unitId : [],
	);
	const rows = await queryRows<{ id: number; own: boolean }>(
		database,
		sql`select unit.id, unit.id in ${reachedUnits(actor, 'administrator')} as own
			from admin_unit unit
			where unit.id in ${setters}
				and (unit.id in ${reachedUnits(actor, 'administrator')}
					or unit.id in (select id from ${unitsAbove(roots)} line))`,
	);
	const ids = (own: boolean) => new Set(rows.flatMap((row) => (row.own === own ? row.id : [])));
	return { own: ids(true), above: ids(false) };
}
