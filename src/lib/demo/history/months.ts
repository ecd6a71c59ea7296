import { addMonths, localDay } from '../../contracts/local-time';
import { latestDueMonth } from '../../reports/periods/deadlines';

/** Whole months of history, the newest one that is due included. */
export const wholeMonths = 24;
/** How many months before that one the communes were merged. */
const mergerAge = 7;

export interface Calendar {
	now: Date;
	/** `YYYY-MM`, oldest first; the last may still be running. */
	months: string[];
	latestDue: string;
	/** First day of the new communes. */
	mergerOn: string;
}

export function calendarOf(now: Date): Calendar {
	const latestDue = latestDueMonth(now);
	const current = localDay(now).slice(0, 7);
	const whole = Array.from({ length: wholeMonths }, (_, index) =>
		addMonths(latestDue, index + 1 - wholeMonths),
	);
	return {
		now,
		months: current === latestDue ? whole : [...whole, current],
		latestDue,
		mergerOn: `${addMonths(latestDue, -mergerAge)}-01`,
	};
}
