import { sql } from 'drizzle-orm';
import { readDerivedByPeriod, type UnitCounts } from '../../activities/read-derived-counts.server';
import { codesOfForm } from '../../indicators/rules.server';
import { readInspectionCounts } from '../../plans/inspections/counts.server';
import type { Period } from '../../contracts/reports';
import { idList } from '../../server/db/among';
import { queryRows, type Database } from '../../server/db/client';
import type { LogCounts } from './log-counts';
import { readRegistryCounts } from './registry-counts.server';

/**
 * What units' own logs of activities and checks and the registry of teams say about periods, by `unitId:periodId`. A
 * commune's log is its own, not that of its villages, but for what no village is asked for: nobody else reports it.
 */
export async function readLogCounts(
	database: Database,
	keys: readonly { unitId: number; periodId: number }[],
	periods: readonly Pick<Period, 'id' | 'startsOn' | 'endsOn'>[],
): Promise<Map<string, LogCounts>> {
	const unitIds = [...new Set(keys.map(({ unitId }) => unitId))];
	const registry = await readRegistryCounts(database, keys);
	const below = await readVillages(database, unitIds);
	const logged = [...new Set([...unitIds, ...[...below.values()].flat()])];
	const activities = await readDerivedByPeriod(database, logged, periods);
	const inspections = await readInspectionCounts(database, unitIds, periods);
	return new Map(
		keys.map(({ unitId, periodId }) => [
			`${unitId}:${periodId}`,
			{
				...registry.get(`${unitId}:${periodId}`),
				...withVillages(unitId, below.get(unitId) ?? [], activities.get(periodId)),
				...inspections.get(periodId)?.get(unitId),
			},
		]),
	);
}

function withVillages(
	unitId: number,
	villages: readonly number[],
	ofPeriod: ReadonlyMap<number, UnitCounts> | undefined,
): LogCounts {
	const counts: Record<string, number> = { ...ofPeriod?.get(unitId)?.values };
	const askedOfVillages = codesOfForm('village');
	for (const village of villages)
		for (const [code, value] of Object.entries(ofPeriod?.get(village)?.values ?? {}))
			if (!askedOfVillages.has(code)) counts[code] = (counts[code] ?? 0) + value;
	return counts;
}

/** The villages of those of the units that are communes. */
async function readVillages(
	database: Database,
	unitIds: readonly number[],
): Promise<Map<number, number[]>> {
	const rows = await queryRows<{ communeId: number; villages: number[] }>(
		database,
		sql`select parent_id as "communeId", jsonb_agg(id) as villages from admin_unit
			where level = 'village' and parent_id in ${idList(unitIds)} group by parent_id`,
	);
	return new Map(rows.map(({ communeId, villages }) => [communeId, villages]));
}
