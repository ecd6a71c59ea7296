import { addMonths, localDay } from '../../contracts/local-time';
import {
	dueInstant,
	latestDueMonth,
	parsePeriod,
	periodsAround,
} from '../../reports/periods/deadlines';

/** Whole months of history, the newest one that is due included. */
export const wholeMonths = 24;
/** How many months before that one the communes were merged. */
const mergerAge = 7;

export interface Calendar {
	now: Date;
	/** `YYYY-MM`, oldest first; the last may still be running. */
	months: string[];
	latestDue: string;
	/** The newest one that is due: the only one that is told. */
	quarter: { code: string; lastMonth: string };
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
		quarter: latestDueQuarter(now),
		mergerOn: `${addMonths(latestDue, -mergerAge)}-01`,
	};
}

function latestDueQuarter(now: Date): Calendar['quarter'] {
	const month = localDay(now).slice(0, 7);
	for (const recent of [month, addMonths(month, -3)]) {
		const [, code = ''] = periodsAround(`${recent}-01`);
		const period = parsePeriod(code);
		if (period && dueInstant(period, 'commune') <= now)
			return { code, lastMonth: period.endsOn.slice(0, 7) };
	}
	throw new Error('One of two quarters is over.');
}
