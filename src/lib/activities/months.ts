import { addMonths, localDay } from '../contracts/local-time';

/** The months of the log to choose from, newest first, as `YYYY-MM`. */
export function recentMonths(now: Date): string[] {
	const current = localDay(now).slice(0, 7);
	return Array.from({ length: 24 }, (_, index) => addMonths(current, -index));
}
