import { sql, type SQL } from 'drizzle-orm';
import type { Actor } from '../../contracts/accounts';
import { unitsAbove } from '../../server/db/unit-tree';
import { reachedUnits } from './reach.server';

/**
 * Sub-query for the units whose material and papers the actor sees: those in reach, and all that lie
 * above, since these hand down what they have.
 */
export function handingDown(actor: Actor): SQL {
	const granted = actor.grants.map(({ unitId }) => unitId);
	return sql`(
		select id from ${reachedUnits(actor, 'viewer')} reached
		union
		select id from ${unitsAbove(granted)} line
	)`;
}
