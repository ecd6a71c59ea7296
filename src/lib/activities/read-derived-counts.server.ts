import { sql } from 'drizzle-orm';
import type { Period } from '../contracts/reports';
import { queryRows, type Database } from '../server/db/client';
import { deriveCounts, type ActivityTally, type DerivedCounts } from './derive-counts';
import { counted, tallyColumns } from './tally.server';

export interface UnitCounts {
	/** How many activities they come from. */
	activities: number;
	values: DerivedCounts;
}

/**
 * What the log says about a period, by unit: only the unit's own activities, so that the caller
 * decides whether those below are added. Units without any activity are left out.
 */
export async function readDerivedCounts(
	database: Database,
	unitIds: readonly number[],
	{ startsOn, endsOn }: Pick<Period, 'startsOn' | 'endsOn'>,
): Promise<Map<number, UnitCounts>> {
	const rows = await queryRows<ActivityTally & { unitId: number } & Record<string, unknown>>(
		database,
		sql`select activity.unit_id as "unitId", ${tallyColumns} from activity
			where activity.unit_id in (select jsonb_array_elements_text(${JSON.stringify(unitIds)}::jsonb)::int)
				and ${counted(startsOn, endsOn)}
			group by activity.unit_id, activity.kind, activity.topic, activity.by_youth`,
	);
	const tallies = new Map<number, ActivityTally[]>();
	for (const row of rows) tallies.set(row.unitId, [...(tallies.get(row.unitId) ?? []), row]);
	return new Map(
		[...tallies].map(([unitId, ofUnit]) => [
			unitId,
			{
				activities: ofUnit.reduce((sum, { activities }) => sum + activities, 0),
				values: deriveCounts(ofUnit),
			},
		]),
	);
}
