import { reportingLevels } from '../../contracts/reports';
import type { Database } from '../../server/db/client';
import { readRulesInForce } from '../periods/deadline-versions.server';

/** The rules that hold for a unit's months from a day on, as far as they are told to everybody. */
export async function readDueDays(database: Database, unitId: number | undefined, today: string) {
	const { dueDays, returnGraceDays, smallestRange } = await readRulesInForce(
		database,
		unitId,
		today,
	);
	return {
		returnGraceDays,
		smallestRange,
		/** The day of the month before which a report is due; null when it may take the whole period. */
		deadlines: reportingLevels.map((level) => ({
			level,
			month: dueDays.month[level],
			quarter: dueDays.quarter[level],
		})),
	};
}
