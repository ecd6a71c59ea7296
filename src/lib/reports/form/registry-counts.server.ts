import { sql } from 'drizzle-orm';
import { queryRows, type Database } from '../../server/db/client';
import { unitsAbove } from '../../server/db/unit-tree';
import { readReportedFigures } from '../../teams/registry/read-figures.server';
import type { LogCounts } from './log-counts';

/**
 * What the registry of teams says of units as of the cut-off day of periods, by `unitId:periodId`; a
 * commune's teams are those of its villages too.
 */
export async function readRegistryCounts(
	database: Database,
	keys: readonly { unitId: number; periodId: number }[],
): Promise<Map<string, LogCounts>> {
	const asked = await readCutOffs(database, keys);
	const unitIds = [...new Set(asked.map(({ unitId }) => unitId))];
	// Several periods end on one day: a month and its quarter.
	const days = [...new Set(asked.map(({ day }) => day))];
	const figures = await readReportedFigures(database, unitIds, days);
	return new Map(
		asked.map(({ unitId, periodId, day }) => [
			`${unitId}:${periodId}`,
			figures.get(day)?.get(unitId) ?? {},
		]),
	);
}

/** The day that each report's figures are as of, by the nearest unit that sets its own. */
function readCutOffs(
	database: Database,
	keys: readonly { unitId: number; periodId: number }[],
): Promise<{ unitId: number; periodId: number; day: string }[]> {
	const given = JSON.stringify(keys.map(({ unitId, periodId }) => ({ unitId, periodId })));
	return queryRows<{ unitId: number; periodId: number; day: string }>(
		database,
		sql`with key as (
				select * from jsonb_to_recordset(${given}::jsonb) as key ("unitId" int, "periodId" int)
			), line as (
				select start_id, id, depth from ${unitsAbove(sql`(select "unitId" from key)`)} above
			)
			select key."unitId", key."periodId", coalesce((
					select due.cut_off_on from period_due_date due
					left join line on line.start_id = key."unitId" and line.id = due.unit_id
					where due.period_id = key."periodId" and (due.unit_id is null or line.id is not null)
						and due.level = case unit.level when 'village' then 'village' else 'commune' end
					order by line.depth nulls last limit 1
				), period.ends_on)::text as day
			from key
			join reporting_period period on period.id = key."periodId"
			join admin_unit unit on unit.id = key."unitId"`,
	);
}
