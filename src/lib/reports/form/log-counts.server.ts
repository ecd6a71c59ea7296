import { readDerivedCounts } from '../../activities/read-derived-counts.server';
import { readInspectionCounts } from '../../plans/inspections/counts.server';
import type { Period } from '../../contracts/reports';
import type { Database } from '../../server/db/client';
import type { LogCounts } from './log-counts';
import { readRegistryCounts } from './registry-counts.server';

/**
 * What units' own logs of activities and checks and the registry of teams say about periods, by `unitId:periodId`; a
 * commune's log is its own, not that of its villages.
 */
export async function readLogCounts(
	database: Database,
	keys: readonly { unitId: number; periodId: number }[],
	periods: readonly Pick<Period, 'id' | 'startsOn' | 'endsOn'>[],
): Promise<Map<string, LogCounts>> {
	const counts = await readRegistryCounts(database, keys);
	for (const period of periods) {
		const unitIds = keys.flatMap(({ unitId, periodId }) => (periodId === period.id ? unitId : []));
		if (unitIds.length === 0) continue;
		const add = (unitId: number, values: LogCounts) => {
			const key = `${unitId}:${period.id}`;
			counts.set(key, { ...counts.get(key), ...values });
		};
		for (const [unitId, { values }] of await readDerivedCounts(database, unitIds, period))
			add(unitId, values);
		for (const [unitId, values] of await readInspectionCounts(database, unitIds, period))
			add(unitId, values);
	}
	return counts;
}
