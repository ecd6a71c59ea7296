import { and, eq, isNull, lte } from 'drizzle-orm';
import { addMonths, localDay, startOfDay } from '../../contracts/local-time';
import type { Database } from '../../server/db/client';
import { account, apiToken, session, signInLink } from '../../server/db/schema';
import { writeAudit } from '../audit/audit.server';
import { readRetention } from './retention.server';
import { removeSecondFactor } from '../second-factor/second-factor.server';

/**
 * Takes the person out of accounts that were disabled long enough ago; what they did stays, under
 * `Tài khoản đã xóa #12`. Idempotent, for housekeeping.
 * @returns how many were erased.
 */
export async function eraseAccounts(database: Database, now: Date): Promise<number> {
	return database.transaction(async (transaction) => {
		const { accounts: months } = await readRetention(transaction);
		const day = localDay(now);
		const before = startOfDay(`${addMonths(day.slice(0, 7), -months)}-01`);
		const due = await transaction
			.select({ id: account.id })
			.from(account)
			.where(and(lte(account.disabledAt, before), isNull(account.erasedAt)));
		for (const { id } of due) {
			await transaction
				.update(account)
				.set({
					name: `da-xoa-${id}`,
					displayName: `Tài khoản đã xóa #${id}`,
					email: null,
					passwordHash: null,
					erasedAt: now,
				})
				.where(eq(account.id, id));
			await removeSecondFactor(transaction, id);
			await transaction.delete(session).where(eq(session.accountId, id));
			await transaction.delete(signInLink).where(eq(signInLink.accountId, id));
			await transaction
				.update(apiToken)
				.set({ revokedAt: now })
				.where(and(eq(apiToken.accountId, id), isNull(apiToken.revokedAt)));
			await writeAudit(transaction, {
				actor: null,
				action: 'account.erase',
				subject: `account:da-xoa-${id}`,
				details: { months },
			});
		}
		return due.length;
	});
}
