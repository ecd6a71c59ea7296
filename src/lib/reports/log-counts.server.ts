import { readDerivedCounts } from '../activities/read-derived-counts.server';
import type { Period } from '../contracts/reports';
import type { Database } from '../server/db/client';
import type { LogCounts } from './log-counts';

/**
 * What units' own activity logs say about periods, by `unitId:periodId`; a commune's log is its own,
 * not that of its villages. Left out where there was no activity.
 */
export async function readLogCounts(
	database: Database,
	keys: readonly { unitId: number; periodId: number }[],
	periods: readonly Pick<Period, 'id' | 'startsOn' | 'endsOn'>[],
): Promise<Map<string, LogCounts>> {
	const counts = new Map<string, LogCounts>();
	for (const period of periods) {
		const unitIds = keys.flatMap(({ unitId, periodId }) => (periodId === period.id ? unitId : []));
		if (unitIds.length === 0) continue;
		for (const [unitId, { values }] of await readDerivedCounts(database, unitIds, period))
			counts.set(`${unitId}:${period.id}`, values);
	}
	return counts;
}
