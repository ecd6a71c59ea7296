import type { Unit } from '../contracts/admin-units';
import { addMonths, localDay } from '../contracts/local-time';
import type { Period } from '../contracts/reports';
import { dueAt } from '../contracts/timeliness';
import { findPeriods } from '../reports/periods/periods.server';
import { readOwnOverdue } from '../reports/status/own-overdue.server';
import type { Database } from '../server/db/client';

/** A deadline of the unit's own level; ISO instant. */
export interface Deadline {
	period: string;
	/** What an ad hoc report is about. */
	title: string | null;
	dueAt: string;
}

const deadlinesShown = 2;

/** Deadlines that lie ahead, nearest first. */
export async function readDeadlines(
	database: Database,
	unit: Unit,
	now: Date,
): Promise<Deadline[]> {
	const month = localDay(now).slice(0, 7);
	const quarter = `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`;
	const codes = [month, addMonths(month, 1), quarter];
	const periods = await findPeriods(database, codes, unit.id);
	return [...periods.values()]
		.map((period) => deadlineOf(period, unit))
		.filter(({ dueAt: due }) => new Date(due) > now)
		.sort((one, other) => one.dueAt.localeCompare(other.dueAt))
		.slice(0, deadlinesShown);
}

/** Reports of the unit itself that are overdue, the newest first. */
export const readOverdue = async (database: Database, unit: Unit, now: Date): Promise<Deadline[]> =>
	(await readOwnOverdue(database, unit, now)).map((period) => deadlineOf(period, unit));

const deadlineOf = (period: Period, { level }: Unit): Deadline => ({
	period: period.code,
	title: period.title,
	dueAt: dueAt(period, level).toISOString(),
});
