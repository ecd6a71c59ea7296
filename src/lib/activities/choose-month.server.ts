import { localDay, monthsSince } from '../contracts/local-time';
import { readConfig } from '../server/config';

/** The months of the log to choose from, newest first, and the one that `?thang=` asks for, else the present one. */
export function chooseMonth(
	parameters: URLSearchParams,
	now: Date,
): { months: string[]; month: string } {
	const asked = parameters.get('thang');
	const today = localDay(now);
	const months = monthsSince(readConfig().firstYear, today, asked);
	return { months, month: months.find((known) => known === asked) ?? today.slice(0, 7) };
}
