import { sql } from 'drizzle-orm';
import { handsOf, sameHands } from '../../accounts/access/credential-knowledge.server';
import type { Actor } from '../../contracts/accounts';
import { idList } from '../../server/db/among';
import { queryRows, type Database } from '../../server/db/client';
import { ForbiddenError } from '../../server/errors';

/** Of these nominations, those that may have been put forward or handed in by the same hands as the account's. */
export async function nominationsOfOwnHands(
	database: Database,
	actor: Actor,
	nominationIds: readonly number[],
	now: Date,
): Promise<Set<number>> {
	const decider = handsOf(actor.accountId, now);
	const nominator = { accountId: sql`nomination.nominated_by`, at: sql`nomination.nominated_at` };
	const sender = { accountId: sql`event.by_account_id`, at: sql`event.at` };
	const rows = await queryRows<{ id: number }>(
		database,
		sql`select id from award_nomination nomination
			where id in ${idList(nominationIds)} and (${sameHands(decider, nominator)} or exists (
				select from award_nomination_event event
				where event.nomination_id = nomination.id and event.state in ('draft', 'submitted')
					and ${sameHands(decider, sender)}))`,
	);
	return new Set(rows.map(({ id }) => id));
}

/** @throws ForbiddenError when the nomination may have come through the same hands as the account's. */
export async function requireOtherHands(
	database: Database,
	actor: Actor,
	nominationId: number,
	now: Date,
): Promise<void> {
	const own = await nominationsOfOwnHands(database, actor, [nominationId], now);
	if (own.size > 0)
		throw new ForbiddenError('Nobody judges what may have come through their own hands.');
}
