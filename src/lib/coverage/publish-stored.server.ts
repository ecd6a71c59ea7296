import { sql } from 'drizzle-orm';
import { appendChanges, lockChanges, pruneChanges } from '../server/change-log';
import { queryRows, type Database } from '../server/db/client';
import type { CoverageKey } from './keys';
import { publishStored } from './recompute.server';
import { recordStored } from './record/record-stored.server';

/** Families of siblings that are decided in one transaction: others get the lock in between. */
const atOnce = 100;

/**
 * Decides what the public may see of reports that were counted before this was stored: after an
 * upgrade, or when an older backup was restored. Until then all of their counts are hidden. Screens
 * take a new snapshot afterwards, and what the log said before is forgotten.
 */
export async function publishStoredReports(database: Database): Promise<void> {
	let published = 0;
	for (;;) {
		const keys = await database.transaction(async (transaction) => {
			await lockChanges(transaction);
			const found = await readUnpublished(transaction);
			if (found.length > 0) await publishStored(transaction, found);
			return found;
		});
		if (keys.length === 0) break;
		published += keys.length;
	}
	if (published > 0) {
		await pruneChanges(database, new Date());
		await database.transaction(async (transaction) => {
			await lockChanges(transaction);
			await appendChanges(transaction, [{ type: 'structure' }]);
		});
	}
	await recordStored(database);
}

/** All reports of some families that lack it. */
function readUnpublished(transaction: Database): Promise<CoverageKey[]> {
	return queryRows<CoverageKey & Record<string, unknown>>(
		transaction,
		sql`with unpublished as (
			select row.unit_id, row.period_id, unit.parent_id
			from coverage row join admin_unit unit on unit.id = row.unit_id
			where row.basis = 'approved' and row.own_report and row.publication is null
		), family as (
			select distinct period_id, parent_id from unpublished order by 1, 2 limit ${atOnce}
		)
		select unit_id as "unitId", unpublished.period_id as "periodId"
		from unpublished join family on family.period_id = unpublished.period_id
			and family.parent_id is not distinct from unpublished.parent_id`,
	);
}
