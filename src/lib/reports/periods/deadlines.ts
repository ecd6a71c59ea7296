import { addDays, addMonths, dayLength, localDay, startOfDay } from '../../contracts/local-time';
import {
	reportingLevels,
	type DueDays,
	type RegularKind,
	type ReportingLevel,
} from '../../contracts/reports';

export { reportingLevels, type ReportingLevel };

/**
 * What every installation begins with. Thanh Hóa's guidance of March 2022, §6, asks for the month's report
 * before day 28, directive 2023 of Bắc Giang §2.9e for the quarter's before day 20; levels below
 * report earlier so that the level above can sum up.
 */
export const firstDueDays: DueDays = {
	month: { village: 25, commune: 27, district: 28, province: null },
	quarter: { village: 15, commune: 18, district: 20, province: null },
	year: { village: 10, commune: 15, district: 20, province: null },
};

/** A first report that is returned stays on time when it is answered within this many days. */
export const firstReturnGraceDays = 3;

export interface PeriodSpan {
	code: string;
	kind: RegularKind;
	/** Local days, both inclusive. */
	startsOn: string;
	endsOn: string;
}

const monthsIn: Record<RegularKind, number> = { month: 1, quarter: 3, year: 12 };

/** `2026-10`, `2026-Q4` or `2026`, of this century, → its days; undefined for anything else. */
export function parsePeriod(code: string): PeriodSpan | undefined {
	const match = /^(20\d\d)(?:-(?:(0[1-9]|1[0-2])|Q([1-4])))?$/.exec(code);
	if (!match) return undefined;
	const [, year, month, quarter] = match;
	const kind = month !== undefined ? 'month' : quarter !== undefined ? 'quarter' : 'year';
	const firstMonth =
		month !== undefined
			? `${year}-${month}`
			: addMonths(`${year}-01`, (Number(quarter ?? 1) - 1) * 3);
	const next = addMonths(firstMonth, monthsIn[kind]);
	return { code, kind, startsOn: `${firstMonth}-01`, endsOn: addDays(`${next}-01`, -1) };
}

/** The month, quarter and year that a local day lies in. */
export function periodsAround(day: string): string[] {
	const quarter = Math.ceil(Number(day.slice(5, 7)) / 3);
	return [day.slice(0, 7), `${day.slice(0, 4)}-Q${quarter}`, day.slice(0, 4)];
}

/** The instant before which a level's report of the period must have been received. */
export function dueInstant(
	period: PeriodSpan,
	level: ReportingLevel,
	dueDays: DueDays = firstDueDays,
): Date {
	const day = dueDays[period.kind][level];
	if (day === null) return startOfDay(addDays(period.endsOn, 1));
	return startOfDay(dayOfLastMonth(period, day));
}

/** The day whose figures a report of the period holds. */
export function cutOffDay(period: PeriodSpan, day: number | null): string {
	return day === null ? period.endsOn : dayOfLastMonth(period, day);
}

const dayOfLastMonth = ({ endsOn }: PeriodSpan, day: number) =>
	`${endsOn.slice(0, 7)}-${String(day).padStart(2, '0')}`;

/** The newest month whose communes' deadline has passed: what screens open on. */
export function latestDueMonth(now: Date): string {
	const month = localDay(now).slice(0, 7);
	const period = parsePeriod(month);
	if (period && dueInstant(period, 'commune') <= now) return month;
	return addMonths(month, -1);
}

/**
 * Whether a report counts as on time after one more revision of it has come in.
 * @param earlier state of the report so far; undefined for a first submission.
 */
export function isOnTime(
	receivedAt: Date,
	due: Date,
	earlier?: { onTime: boolean; returnedAt: Date | null },
	returnGraceDays: number = firstReturnGraceDays,
): boolean {
	if (!earlier) return receivedAt < due;
	if (!earlier.onTime || earlier.returnedAt === null) return earlier.onTime;
	return receivedAt < due || receivedAt <= graceEnd(earlier.returnedAt, returnGraceDays);
}

/** Until then, inclusive, a returned report may be answered as if it had come on time. */
export function graceEnd(returnedAt: Date, returnGraceDays: number): Date {
	return new Date(returnedAt.getTime() + returnGraceDays * dayLength);
}
