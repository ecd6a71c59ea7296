import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Actor } from '../../contracts/accounts';
import { queryRows, type Database } from '../../server/db/client';
import { signInLink } from '../../server/db/schema';
import { NotFoundError } from '../../server/errors';
import { writeAudit } from '../audit/audit.server';
import { isLeaderBelow } from './leaders.server';

/** @throws NotFoundError when there is no such open link for an account below the actor. */
export async function revokeLink(
	database: Database,
	actor: Actor,
	id: number,
	now = new Date(),
): Promise<void> {
	await database.transaction(async (transaction) => {
		const [own] = await queryRows<{ name: string }>(
			transaction,
			sql`select account.name from account join sign_in_link link on link.account_id = account.id
				where link.id = ${id} and ${isLeaderBelow(actor)}`,
		);
		const revoked =
			own &&
			(await transaction
				.update(signInLink)
				.set({ revokedAt: now })
				.where(and(eq(signInLink.id, id), isNull(signInLink.usedAt), isNull(signInLink.revokedAt)))
				.returning({ id: signInLink.id }));
		if (!own || !revoked?.length) throw new NotFoundError(`There is no open link ${id}.`);
		await writeAudit(transaction, {
			actor,
			action: 'link.revoke',
			subject: `account:${own.name}`,
		});
	});
}
