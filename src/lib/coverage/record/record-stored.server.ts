import { sql } from 'drizzle-orm';
import type { UnitLevel } from '../../contracts/admin-units';
import { appendChanges, lockChanges } from '../../server/change-log';
import { queryRows, type Database } from '../../server/db/client';
import { unitsAbove } from '../../server/db/unit-tree';
import { describeChanges } from '../changes.server';
import type { CoverageKey } from '../keys';

/** Rows in one transaction: others get the lock in between. */
const atOnce = 2_000;

/**
 * Begins the record of published figures with what is public of units that it knows nothing of: after
 * an upgrade, or when an older backup was restored. Of what was published before nothing is kept.
 */
export async function recordStored(database: Database): Promise<void> {
	for (;;) {
		const found = await database.transaction(async (transaction) => {
			await lockChanges(transaction);
			const keys = await readUnrecorded(transaction);
			if (keys.length === 0) return 0;
			const places = new Map(
				keys.map(({ unitId, level, path }) => [unitId, { level, path, parentId: path[1] ?? null }]),
			);
			const payloads = await describeChanges(transaction, keys, 'approved', places);
			await appendChanges(
				transaction,
				payloads.filter((payload) => payload.type === 'figures' && payload.audience === 'public'),
			);
			return keys.length;
		});
		if (found < atOnce) return;
	}
}

type Unrecorded = CoverageKey & Record<string, unknown> & { level: UnitLevel; path: number[] };

function readUnrecorded(transaction: Database): Promise<Unrecorded[]> {
	return queryRows<Unrecorded>(
		transaction,
		sql`select row.unit_id as "unitId", row.period_id as "periodId", unit.level,
				(select jsonb_agg(line.id order by line.depth) from ${unitsAbove(sql`(unit.id)`)} line) as path
			from coverage row join admin_unit unit on unit.id = row.unit_id
			where row.basis = 'approved' and unit.level <> 'village'
				and not exists (select from published_figures entry
					where entry.unit_id = row.unit_id and entry.period_id = row.period_id)
			order by row.period_id, row.unit_id limit ${atOnce}`,
	);
}
