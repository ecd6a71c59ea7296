/** In milliseconds, as an instant counts. */
export const minuteLength = 60_000;
export const hourLength = 60 * minuteLength;
export const dayLength = 24 * hourLength;

/** Vietnam has kept UTC+7 without summer time since 1975, so its days need no time-zone database. */
const offsetMilliseconds = 7 * hourLength;

/** The local day `YYYY-MM-DD` of an instant. */
export function localDay(instant: Date): string {
	return new Date(instant.getTime() + offsetMilliseconds).toISOString().slice(0, 10);
}

/** The local time `HH:MM` of an instant. */
export const localTime = (instant: Date): string =>
	new Date(instant.getTime() + offsetMilliseconds).toISOString().slice(11, 16);

/**
 * Whether a text is a day that exists, `YYYY-MM-DD`, of the years 1900–2199: what is asked of a
 * visitor. `2026-02-30` only looks like one.
 */
export function isDay(text: string): boolean {
	if (!/^(?:19|20|21)\d\d-\d\d-\d\d$/.test(text)) return false;
	const midnight = new Date(`${text}T00:00:00Z`);
	return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(text);
}

/** The instant at which a local day `YYYY-MM-DD` begins. */
export function startOfDay(day: string): Date {
	return new Date(`${day}T00:00:00+07:00`);
}

/** A local day moved by whole days, backwards if negative. */
export function addDays(day: string, days: number): string {
	const moved = new Date(`${day}T00:00:00Z`);
	moved.setUTCDate(moved.getUTCDate() + days);
	return moved.toISOString().slice(0, 10);
}

/** A month `YYYY-MM` moved by whole months, backwards if negative. */
export function addMonths(month: string, months: number): string {
	const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + months;
	return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
}

/** Whether a text is a month `YYYY-MM` of this century: beyond it there is nothing to look for. */
export const isMonth = (text: string): boolean => /^20\d\d-(0[1-9]|1[0-2])$/.test(text);

/** The last day of a month `YYYY-MM`. */
export const lastDayOf = (month: string): string => addDays(`${addMonths(month, 1)}-01`, -1);

/**
 * Every month from January of a year until today, newest first, and an older one that is asked for:
 * whatever has begun can be chosen, however long ago.
 * @param asked from an address; anything but a month is ignored.
 */
export function monthsSince(
	firstYear: number,
	today: string,
	asked: string | null = null,
): string[] {
	const first = `${firstYear}-01`;
	const months: string[] = [];
	for (let month = today.slice(0, 7); month >= first; month = addMonths(month, -1))
		months.push(month);
	const isOlder = asked !== null && isMonth(asked) && asked < first;
	return isOlder ? [...months, asked] : months;
}

/** The years that may be planned or looked at on a local day, the newest first: from `first` to the next one. */
export function plannedYears(today: string, first: number): number[] {
	const next = Number(today.slice(0, 4)) + 1;
	return Array.from({ length: Math.max(1, next - first + 1) }, (_, back) => next - back);
}

/** The instant that `2026-10-28T00:00` means in Vietnam; undefined for anything else. */
export function parseMoment(text: string): Date | undefined {
	if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(text)) return undefined;
	const moment = new Date(`${text}:00+07:00`);
	// `2026-02-30` only looks like a day.
	if (Number.isNaN(moment.getTime()) || momentText(moment) !== text) return undefined;
	return moment;
}

/** The reverse of `parseMoment`, to the minute. */
export function momentText(moment: Date): string {
	return new Date(moment.getTime() + offsetMilliseconds).toISOString().slice(0, 16);
}
