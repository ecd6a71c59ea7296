import type { Database } from '../../server/db/client';
import { readTargetsInForce, type TargetYear } from './list.server';
import { progressOf } from './progress';
import { readSeries, seriesKey } from './read-series.server';
import { targetable } from './subjects';

/** How many targets a unit has for a year, and how many of them it has reached. */
export interface TargetCount {
	set: number;
	reached: number;
}

/** By unit, for many at once; units without a target of their own are left out. */
export async function countTargetsReached(
	database: Database,
	unitIds: readonly number[],
	{ year, elapsed, day }: TargetYear,
): Promise<Map<number, TargetCount>> {
	const inForce = await readTargetsInForce(database, unitIds, year);
	const counts = new Map<number, TargetCount>();
	const indicators = targetable.filter(({ code }) => inForce.some((row) => row.code === code));
	if (indicators.length === 0) return counts;
	const withTarget = [...new Set(inForce.map(({ unitId }) => unitId))];
	const series = await readSeries(database, { unitIds: withTarget, indicators, year, day });
	for (const { unitId, code, value } of inForce) {
		const indicator = indicators.find((one) => one.code === code);
		if (!indicator) continue;
		const { timeRule, direction } = indicator;
		const { standing } = progressOf({
			...{ timeRule, direction, elapsed, target: value },
			series: series.get(seriesKey(unitId, code)) ?? [],
		});
		const count = counts.get(unitId) ?? { set: 0, reached: 0 };
		counts.set(unitId, {
			set: count.set + 1,
			reached: count.reached + (standing === 'reached' ? 1 : 0),
		});
	}
	return counts;
}
