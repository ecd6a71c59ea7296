import type { UnitLevel } from './admin-units';
import type { UnitStatus } from './coverage';
import type { Period, ReportingLevel, Timeliness } from './reports';

/**
 * By which level's deadline a unit reports: the country follows the province, which sums up for it, and
 * an organisation the districts, as post and telecoms do.
 */
export function deadlineLevelOf(level: UnitLevel): ReportingLevel {
	if (level === 'country') return 'province';
	return level === 'organisation' ? 'district' : level;
}

/** When a report of this level is due. */
export const dueAt = (period: Period, level: UnitLevel): Date =>
	new Date(period.due[deadlineLevelOf(level)]);

/**
 * Where a unit stands with its reports of a period at an instant: the one rule, for every screen. A
 * village or an organisation stands by its own report and its own day, whatever its commune did. A
 * commune stands by its own day, whoever was late below: by its own report once that came, else by those
 * of all its villages. On time is strict: received by the server before that day begins; a report that
 * was returned keeps its time. Some but not all reports after the day count as late, none as missing.
 */
export function timelinessOf(
	unit: { level: UnitLevel; reportsRequired: number; due?: string | undefined },
	status: UnitStatus | undefined,
	period: Period,
	now: Date,
): Timeliness {
	if (unit.reportsRequired === 0) return 'notRequired';
	const due = unit.due === undefined ? dueAt(period, unit.level) : new Date(unit.due);
	const reports = status?.reports ?? 0;
	const complete = status !== undefined && (status.ownReport || reports >= unit.reportsRequired);
	if (!complete) {
		if (now < due) return 'pending';
		return reports === 0 ? 'missing' : 'late';
	}
	const beforeDue = status.receivedAt !== null && new Date(status.receivedAt) < due;
	return beforeDue || status.reportsOnTime === reports ? 'onTime' : 'late';
}
