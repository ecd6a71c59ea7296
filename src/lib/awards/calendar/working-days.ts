import { addDays } from '../../contracts/local-time';
import { holidayYears, type HolidayYear } from './holidays';

export const holidaysOf = (day: string): HolidayYear | undefined =>
	holidayYears[Number(day.slice(0, 4))];

/** Whether offices work on a local day `YYYY-MM-DD`; of a year without a table only weekends are known. */
export function isWorkingDay(day: string): boolean {
	const year = holidaysOf(day);
	if (year?.swaps.some(({ worked }) => worked === day)) return true;
	const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
	return weekday !== 0 && weekday !== 6 && !year?.off.includes(day);
}

/** The last working day on or before a day. */
export function workingDayUntil(day: string): string {
	let found = day;
	while (!isWorkingDay(found)) found = addDays(found, -1);
	return found;
}

/** The day from which so many working days lie before `day`, itself not counted: 1 is the working day before. */
export function workingDaysBefore(day: string, count: number): string {
	let found = day;
	for (let left = count; left > 0; left -= 1) found = workingDayUntil(addDays(found, -1));
	return found;
}
