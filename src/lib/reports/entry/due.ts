import type { EntryReport, EntryWork } from './work';

/** A report that waits for the person who enters it. */
export interface DueReport extends Pick<EntryReport, 'unit' | 'due'> {
	period: EntryWork['periods'][number];
	/** Why it was returned, where it was. */
	comment: string | null;
}

export interface DueReports {
	returned: DueReport[];
	overdue: DueReport[];
	upcoming: DueReport[];
	/** How many of those that may be entered now have come. */
	sent: number;
	leftOut: number;
}

/**
 * What is left to enter of an account's reports, each kind by deadline: what is overdue the newest
 * first, as on the phone.
 */
export function dueReports({ periods, reports, leftOut }: EntryWork, now: Date): DueReports {
	const left: DueReports = { returned: [], overdue: [], upcoming: [], sent: 0, leftOut };
	const byDeadline = [...reports].sort((one, other) => one.due.localeCompare(other.due));
	for (const { unit, period: code, due, newest } of byDeadline) {
		const period = periods.find((each) => each.code === code);
		if (!period) continue;
		const report = { unit, due, period, comment: newest?.comment ?? null };
		if (newest?.state === 'returned') left.returned.push(report);
		else if (newest) left.sent += 1;
		else left[new Date(due) <= now ? 'overdue' : 'upcoming'].push(report);
	}
	left.overdue.reverse();
	return left;
}
