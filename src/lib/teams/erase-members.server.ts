import { and, isNotNull, lte } from 'drizzle-orm';
import { writeAudit } from '../accounts/audit/audit.server';
import { readRetention } from '../accounts/personal-data/retention.server';
import { addMonths, localDay } from '../contracts/local-time';
import type { Database } from '../server/db/client';
import { teamMember } from '../server/db/schema';

/**
 * Takes the phones out of what is kept about members who left long enough ago; names stay, since
 * decisions and rosters of their time carry them. Idempotent, for housekeeping.
 * @returns how many were erased.
 */
export async function eraseMembers(database: Database, now: Date): Promise<number> {
	return database.transaction(async (transaction) => {
		const { members: months } = await readRetention(transaction);
		const before = `${addMonths(localDay(now).slice(0, 7), -months)}-01`;
		const erased = await transaction
			.update(teamMember)
			.set({ phone: null })
			.where(and(lte(teamMember.untilOn, before), isNotNull(teamMember.phone)))
			.returning({ id: teamMember.id });
		if (erased.length > 0)
			await writeAudit(transaction, {
				actor: null,
				action: 'member.erase',
				subject: 'members',
				details: { erased: erased.length, months },
			});
		return erased.length;
	});
}
