/** Vietnam has kept UTC+7 without summer time since 1975, so its days need no time-zone database. */
const offsetMilliseconds = 7 * 3_600_000;

/** The local day `YYYY-MM-DD` of an instant. */
export function localDay(instant: Date): string {
	return new Date(instant.getTime() + offsetMilliseconds).toISOString().slice(0, 10);
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
