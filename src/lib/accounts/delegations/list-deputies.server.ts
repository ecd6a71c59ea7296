import { sql } from 'drizzle-orm';
import type { Actor } from '../../contracts/accounts';
import { queryRows, type Database } from '../../server/db/client';
import { unitsAbove } from '../../server/db/unit-tree';

export interface Deputy extends Record<string, unknown> {
	accountId: number;
	displayName: string;
}

/**
 * Accounts that work for one of these units or above it, and may stand in for the actor there. Who
 * signs in by links alone can't: no link opens what an approver may do.
 */
export function listDeputies(
	database: Database,
	actor: Actor,
	unitIds: readonly number[],
): Promise<Deputy[]> {
	if (unitIds.length === 0) return Promise.resolve([]);
	return queryRows<Deputy>(
		database,
		sql`select distinct account.id as "accountId", account.display_name as "displayName"
		from account join role_grant granted on granted.account_id = account.id
		where granted.unit_id in (select id from ${unitsAbove(unitIds)} line) and account.disabled_at is null
			and account.password_hash is not null
			and account.id <> ${actor.accountId}
		order by 2, 1`,
	);
}
