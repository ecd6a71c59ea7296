import { sql } from 'drizzle-orm';
import type { Period } from '../contracts/reports';
import { idList, periodList } from '../server/db/among';
import { queryRows, type Database } from '../server/db/client';
import { deriveCounts, type ActivityTally, type DerivedCounts } from './derive-counts';
import { counted, tallyColumns } from './tally.server';

export interface UnitCounts {
	/** How many activities they come from. */
	activities: number;
	values: DerivedCounts;
}

/** As `readDerivedByPeriod`, for a single span of days. */
export async function readDerivedCounts(
	database: Database,
	unitIds: readonly number[],
	{ startsOn, endsOn }: Pick<Period, 'startsOn' | 'endsOn'>,
): Promise<Map<number, UnitCounts>> {
	const span = { id: 0, startsOn, endsOn };
	return (await readDerivedByPeriod(database, unitIds, [span])).get(span.id) ?? new Map();
}

/**
 * What the log says, by the ids of periods, then by unit: only the unit's own activities, so that the caller
 * decides whether those below are added. Units without any activity are left out.
 */
export async function readDerivedByPeriod(
	database: Database,
	unitIds: readonly number[],
	periods: readonly Pick<Period, 'id' | 'startsOn' | 'endsOn'>[],
): Promise<Map<number, Map<number, UnitCounts>>> {
	const rows = await queryRows<
		ActivityTally & { periodId: number; unitId: number } & Record<string, unknown>
	>(
		database,
		sql`select period.id as "periodId", activity.unit_id as "unitId", ${tallyColumns}
			from ${periodList(periods)} period
			join activity on ${counted(sql`period.starts_on`, sql`period.ends_on`)}
			where activity.unit_id in ${idList(unitIds)}
			group by period.id, activity.unit_id, activity.kind, activity.topic, activity.by_youth`,
	);
	const tallies = new Map(periods.map(({ id }) => [id, new Map<number, ActivityTally[]>()]));
	for (const { periodId, unitId, ...tally } of rows) {
		const ofPeriod = tallies.get(periodId);
		ofPeriod?.set(unitId, [...(ofPeriod.get(unitId) ?? []), tally]);
	}
	return new Map([...tallies].map(([id, byUnit]) => [id, countsOf(byUnit)]));
}

const countsOf = (tallies: ReadonlyMap<number, ActivityTally[]>): Map<number, UnitCounts> =>
	new Map(
		[...tallies].map(([unitId, ofUnit]) => [
			unitId,
			{
				activities: ofUnit.reduce((sum, { activities }) => sum + activities, 0),
				values: deriveCounts(ofUnit),
			},
		]),
	);
