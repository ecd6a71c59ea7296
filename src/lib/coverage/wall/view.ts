import type { Snapshot, SnapshotUnit } from '../../contracts/events';
import type { UnitStatus } from '../../contracts/coverage';
import type { TrendEvent } from '../../contracts/trend-events';
import type { UnitRow } from '../explorer/rows';
import type { TrendPoint } from '../explorer/view';
import type { WallCalendar } from './calendar';

/** What the wall opens with, beside its picture. */
export interface WallData {
	snapshot: Snapshot;
	/** Months to choose from, newest first. */
	months: { id: number; code: string }[];
	/** Approved figures of the scope, oldest first. */
	trend: TrendPoint[];
	/** What explains that line, the newest first. */
	events: TrendEvent[];
	/** Share (0–1) of households that the year of the month is to reach; null without a target. */
	target: number | null;
	/** Villages with a team in the month. */
	teams: number;
	/** The month that the wall shows by itself, and until when (ISO). */
	latest: { code: string; until: string };
	/** What decides which scenes it goes through by itself. */
	calendar: WallCalendar;
}

/** Communes by the time of their newest approval, the last one first. */
export function recentApprovals(
	rows: readonly UnitRow[],
	count: number,
): (UnitRow & { approvedAt: string })[] {
	return rows
		.filter((row): row is UnitRow & { approvedAt: string } => row.approvedAt !== null)
		.sort((one, other) => Date.parse(other.approvedAt) - Date.parse(one.approvedAt))
		.slice(0, count);
}

/** Communes that have to report and from which nothing has come at all. */
export function notReported(rows: readonly UnitRow[]): UnitRow[] {
	return rows.filter(
		({ timeliness, receivedAt }) =>
			receivedAt === null && (timeliness === 'missing' || timeliness === 'pending'),
	);
}

/** How many teams' work is in: a commune's own report stands for all of its teams. */
export function countReportingTeams(
	units: readonly SnapshotUnit[],
	statuses: ReadonlyMap<number, UnitStatus>,
): number {
	return units.reduce((sum, { id, reportsRequired }) => {
		const status = statuses.get(id);
		if (!status) return sum;
		return sum + (status.ownReport ? reportsRequired : Math.min(status.reports, reportsRequired));
	}, 0);
}
