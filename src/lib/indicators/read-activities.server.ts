import type { CountingUnit } from '../contracts/indicators';
import type { Database } from '../server/db/client';
import { isAboutThings } from './about-things';
import { catalogue } from './catalogue';
import { readSeries, seriesKey } from './targets/read-series.server';

export interface ActivityCount {
	code: string;
	name: { vi: string; en: string };
	countingUnit: CountingUnit;
	count: number;
}

/** What teams do, as far as its counts tell nothing of a person. */
const activities = catalogue.filter(
	(indicator) =>
		['outreach', 'training'].includes(indicator.group) &&
		indicator.ratio === null &&
		isAboutThings(indicator),
);

/** What was approved of a unit's activities in a month, in the order of the catalogue; nothing that is 0. */
export async function readActivityCounts(
	database: Database,
	unitId: number,
	{ month, day }: { /** `2026-10`. */ month: string; day: string },
): Promise<ActivityCount[]> {
	const [year = 0, at = 0] = month.split('-').map(Number);
	const asked = { unitIds: [unitId], indicators: activities, year, day };
	const series = await readSeries(database, asked);
	return activities.flatMap(({ code, name, countingUnit }) => {
		const count = series.get(seriesKey(unitId, code))?.[at] ?? 0;
		return count > 0 ? [{ code, name, countingUnit, count }] : [];
	});
}
