import { sql } from 'drizzle-orm';
import { startOfDay } from '../../contracts/local-time';
import { queryRows, type Database } from '../../server/db/client';
import { instant } from '../../server/db/instant';
import { writeAudit } from './audit.server';
import { sealAudit } from './seal-audit.server';

/**
 * Removes the oldest entries, those of before a local day; their seals stay, and an entry says up to where
 * they were removed and why, so that the chain still verifies.
 * @returns how many were removed.
 */
export async function pruneAudit(
	database: Database,
	{ before, reason }: { before: string; reason: string },
): Promise<number> {
	return database.transaction(async (transaction) => {
		await sealAudit(transaction);
		const [found] = await queryRows<{ until: number }>(
			transaction,
			sql`select coalesce(
					(select min(seal.sequence) - 1 from audit_seal seal join audit_log entry on entry.id = seal.entry_id
						where entry.at >= ${instant(startOfDay(before))}),
					(select max(sequence) from audit_seal), 0)::float8 as until`,
		);
		const until = found?.until ?? 0;
		await transaction.execute(sql`select set_config('nhip_so.audit_prune', 'on', true)`);
		const removed = await queryRows(
			transaction,
			sql`delete from audit_log entry using audit_seal seal
				where seal.entry_id = entry.id and seal.sequence <= ${until} returning entry.id`,
		);
		await transaction.execute(sql`select set_config('nhip_so.audit_prune', '', true)`);
		if (removed.length > 0)
			await writeAudit(transaction, {
				...{ actor: null, action: 'audit.prune', subject: 'audit' },
				details: { before, reason, removed: removed.length, until },
			});
		return removed.length;
	});
}
