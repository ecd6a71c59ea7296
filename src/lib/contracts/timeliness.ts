import type { UnitLevel } from './admin-units';
import type { UnitStatus } from './coverage';
import type { Period, Timeliness } from './reports';

/**
 * When a report of this level is due; the country follows the province, which sums up for it, and an
 * enterprise the communes.
 */
export function dueAt(period: Period, level: UnitLevel): Date {
	if (level === 'country') return new Date(period.due.province);
	return new Date(period.due[level === 'enterprise' ? 'commune' : level]);
}

/**
 * Where a unit stands with its reports of a period at an instant. On time is strict: received by the
 * server before the due instant, or, for each report below, before that report's own due instant.
 * Some but not all reports after the due instant count as late, none as missing.
 */
export function timelinessOf(
	unit: { level: UnitLevel; reportsRequired: number },
	status: UnitStatus | undefined,
	period: Period,
	now: Date,
): Timeliness {
	if (unit.reportsRequired === 0) return 'notRequired';
	const due = dueAt(period, unit.level);
	const reports = status?.reports ?? 0;
	const complete = status !== undefined && (status.ownReport || reports >= unit.reportsRequired);
	if (!complete) {
		if (now < due) return 'pending';
		return reports === 0 ? 'missing' : 'late';
	}
	const beforeDue = status.receivedAt !== null && new Date(status.receivedAt) < due;
	return beforeDue || status.reportsOnTime === reports ? 'onTime' : 'late';
}
