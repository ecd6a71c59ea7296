import { sql } from 'drizzle-orm';
import type { Period } from '../../contracts/reports';
import { queryRows, type Database } from '../../server/db/client';
import { idList, periodList } from '../../server/db/among';

/**
 * Values by the codes of the indicator catalogue, by the ids of periods, then by unit; a unit that looked at
 * nobody is left out.
 */
export async function readInspectionCounts(
	database: Database,
	unitIds: readonly number[],
	periods: readonly Pick<Period, 'id' | 'startsOn' | 'endsOn'>[],
): Promise<Map<number, Map<number, Record<string, number>>>> {
	const rows = await queryRows<{
		periodId: number;
		unitId: number;
		made: number;
		units: number;
		mended: number;
	}>(
		database,
		sql`select period.id as "periodId", inspection.unit_id as "unitId",
				count(distinct inspection.id) filter (where ${within('inspection.held_on')})::int as made,
				count(distinct inspection.inspected_unit_id)
					filter (where ${within('inspection.held_on')})::int as units,
				count(finding.id) filter (where ${within('finding.mended_on')})::int as mended
			from inspection left join inspection_finding finding on finding.inspection_id = inspection.id
			join ${periodList(periods)} period
				on ${within('inspection.held_on')} or ${within('finding.mended_on')}
			where inspection.unit_id in ${idList(unitIds)} and inspection.cancelled_at is null
			group by period.id, inspection.unit_id`,
	);
	const counts = new Map(periods.map(({ id }) => [id, new Map<number, Record<string, number>>()]));
	for (const { periodId, unitId, made, units, mended } of rows)
		counts
			.get(periodId)
			?.set(unitId, { inspectionsMade: made, unitsInspected: units, findingsMended: mended });
	return counts;
}

const within = (column: 'inspection.held_on' | 'finding.mended_on') =>
	sql`${sql.raw(column)} between period.starts_on and period.ends_on`;
