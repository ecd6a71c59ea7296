import type { KeptEntry } from './kept-entry';
import type { EntryReport } from './work';

/** Whether somebody still has to do something about it, though its day has passed. */
function isOverdue(
	{ due, newest }: EntryReport,
	entry: KeptEntry | undefined,
	now: number,
): boolean {
	const isHandedIn =
		entry?.state === 'waiting' ||
		entry?.state === 'sent' ||
		(newest !== null && newest.state !== 'returned');
	return !isHandedIn && Date.parse(due) <= now;
}

/** What is overdue, the newest first: last month is asked for before an old quarter. */
export function overdueReports(
	reports: readonly EntryReport[],
	entryOf: (report: EntryReport) => KeptEntry | undefined,
	now: number,
): EntryReport[] {
	return reports
		.filter((report) => isOverdue(report, entryOf(report), now))
		.sort((one, other) => Date.parse(other.due) - Date.parse(one.due));
}
