import { sql } from 'drizzle-orm';
import { queryRows, type Database } from '../../server/db/client';
import { idList } from '../../server/db/among';

/** Values by the codes of the indicator catalogue; a unit that looked at nobody is left out. */
export async function readInspectionCounts(
	database: Database,
	unitIds: readonly number[],
	{ startsOn, endsOn }: { startsOn: string; endsOn: string },
): Promise<Map<number, Record<string, number>>> {
	const rows = await queryRows<{ unitId: number; made: number; units: number; mended: number }>(
		database,
		sql`select inspection.unit_id as "unitId",
				count(distinct inspection.id) filter (where ${within('inspection.held_on')})::int as made,
				count(distinct inspection.inspected_unit_id)
					filter (where ${within('inspection.held_on')})::int as units,
				count(finding.id) filter (where ${within('finding.mended_on')})::int as mended
			from inspection left join inspection_finding finding on finding.inspection_id = inspection.id
			where inspection.unit_id in ${idList(unitIds)} and inspection.cancelled_at is null
				and (${within('inspection.held_on')} or ${within('finding.mended_on')})
			group by inspection.unit_id`,
	);
	function within(column: 'inspection.held_on' | 'finding.mended_on') {
		return sql`${sql.raw(column)} between ${startsOn} and ${endsOn}`;
	}
	return new Map(
		rows.map(({ unitId, made, units, mended }) => [
			unitId,
			{ inspectionsMade: made, unitsInspected: units, findingsMended: mended },
		]),
	);
}
