import { sql, type SQL } from 'drizzle-orm';
import type { Actor } from '../../contracts/accounts';
import { queryRows, type Database } from '../../server/db/client';
import { reachedUnits, rootsOf } from '../access/reach.server';
import { isCurrent, unitsBelow as treeBelow } from '../../server/db/unit-tree';

/**
 * Units strictly below one that the actor reports for or administers. The rule of leaders' accounts:
 * whoever reports for a unit makes and opens the accounts that do nothing but report (or look) below
 * it. No administrator is needed for that, and nobody gains a right that they don't have above.
 */
export const unitsBelow = (actor: Actor): SQL =>
	sql`(select below.id from admin_unit below where below.parent_id in ${reachedUnits(actor, 'reporter')})`;

/**
 * A condition on `account.id`: a leader's account that the actor may open. Not one that stands in for
 * an approver, now or soon: no link opens that right.
 */
export const isLeaderBelow = (actor: Actor): SQL => sql`
	exists (
		select 1 from role_grant granted where granted.account_id = account.id and granted.role = 'reporter'
	) and not exists (
		select 1 from role_grant beyond where beyond.account_id = account.id and (
			beyond.role not in ('reporter', 'viewer') or beyond.unit_id not in ${unitsBelow(actor)}
		)
	) and not exists (
		select 1 from delegation lent
		where lent.to_account_id = account.id and lent.revoked_at is null and lent.ends_at > now()
	)`;

/** Whether anybody could report below one of the actor's units; asked for every page, it ends at the first that is found. */
export async function hasUnitsBelow(database: Database, actor: Actor): Promise<boolean> {
	const roots = rootsOf(actor, 'reporter');
	if (roots.length === 0) return false;
	const [answer] = await queryRows<{ found: boolean }>(
		database,
		sql`select exists (
			select from ${treeBelow(roots)} reached
			join admin_unit below on below.parent_id = reached.id and ${isCurrent('below')}
		) as found`,
	);
	return answer?.found ?? false;
}
