import { sql } from 'drizzle-orm';
import type { Actor } from '../../contracts/accounts';
import { queryRows, type Database } from '../../server/db/client';

export interface Deputy extends Record<string, unknown> {
	accountId: number;
	displayName: string;
}

/** Accounts that work for one of these units or above it, and may stand in for the actor there. */
export function listDeputies(
	database: Database,
	actor: Actor,
	unitIds: readonly number[],
): Promise<Deputy[]> {
	if (unitIds.length === 0) return Promise.resolve([]);
	return queryRows<Deputy>(
		database,
		sql`with recursive line as (
			select id, parent_id from admin_unit where id in ${[...unitIds]}
			union
			select above.id, above.parent_id from admin_unit above join line on above.id = line.parent_id
		)
		select distinct account.id as "accountId", account.display_name as "displayName"
		from account join role_grant held on held.account_id = account.id
		where held.unit_id in (select id from line) and account.disabled_at is null
			and account.id <> ${actor.accountId}
		order by 2, 1`,
	);
}
