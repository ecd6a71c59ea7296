import { readDerivedByPeriod } from '../../activities/read-derived-counts.server';
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
	const unitIds = [...new Set(keys.map(({ unitId }) => unitId))];
	const registry = await readRegistryCounts(database, keys);
	const activities = await readDerivedByPeriod(database, unitIds, periods);
	const inspections = await readInspectionCounts(database, unitIds, periods);
	return new Map(
		keys.map(({ unitId, periodId }) => [
			`${unitId}:${periodId}`,
			{
				...registry.get(`${unitId}:${periodId}`),
				...activities.get(periodId)?.get(unitId)?.values,
				...inspections.get(periodId)?.get(unitId),
			},
		]),
	);
}
