import { localDay, plannedYears } from '$lib/contracts/local-time';
import type { Unit } from '$lib/contracts/admin-units';
import { elapsedMonths, type TargetYear } from '$lib/indicators/targets/list.server';
import { latestDuePeriod } from '$lib/reports/periods/periods.server';
import { readConfig } from '$lib/server/config';
import type { Database } from '$lib/server/db/client';

export interface ShownYear extends TargetYear {
	/** From the newest on. */
	years: number[];
	/** `2026-10`; null where no month of the year has passed its deadline. */
	until: string | null;
}

/** The year asked for, this one else, and how much of it counts for a unit. */
export async function shownYear(
	database: Database,
	unit: Pick<Unit, 'id'>,
	asked: string | null,
	now: Date,
): Promise<ShownYear> {
	const day = localDay(now);
	const thisYear = Number(day.slice(0, 4));
	const years = plannedYears(day, readConfig().firstYear);
	const year = years.find((each) => String(each) === asked) ?? thisYear;
	const latest = await latestDuePeriod(database, now, unit.id);
	const elapsed = elapsedMonths(year, latest.code);
	const until = elapsed === 0 ? null : `${year}-${String(elapsed).padStart(2, '0')}`;
	return { year, years, elapsed, until, day };
}
