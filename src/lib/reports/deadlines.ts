import { addDays, addMonths, localDay, startOfDay } from '../contracts/local-time';
import type { PeriodKind } from '../contracts/reports';

/** The levels that have a deadline. */
export const reportingLevels = ['village', 'commune', 'district', 'province'] as const;
export type ReportingLevel = (typeof reportingLevels)[number];

/**
 * "Before day N" of the period's last month, or before the period ends. Guidance 3/2022 of Thanh Hóa
 * §6 asks for the month's report before day 28, directive 2023 of Bắc Giang §2.9e for the quarter's
 * before day 20; levels below report earlier so that the level above can sum up.
 */
const dueBeforeDay: Record<PeriodKind, Record<ReportingLevel, number | 'endOfPeriod'>> = {
	month: { village: 25, commune: 28, district: 28, province: 'endOfPeriod' },
	quarter: { village: 15, commune: 18, district: 20, province: 'endOfPeriod' },
};

/** A first report that is returned stays on time when it is answered within this many days. */
export const returnGraceDays = 3;

export interface PeriodSpan {
	code: string;
	kind: PeriodKind;
	/** Local days, both inclusive. */
	startsOn: string;
	endsOn: string;
}

/** `2026-10` or `2026-Q4` → its days; undefined for anything else. */
export function parsePeriod(code: string): PeriodSpan | undefined {
	const match = /^(\d{4})-(?:(0[1-9]|1[0-2])|Q([1-4]))$/.exec(code);
	if (!match) return undefined;
	const [, year, month, quarter] = match;
	const kind = quarter === undefined ? 'month' : 'quarter';
	const firstMonth =
		quarter === undefined ? `${year}-${month}` : addMonths(`${year}-01`, (Number(quarter) - 1) * 3);
	const next = addMonths(firstMonth, kind === 'month' ? 1 : 3);
	return { code, kind, startsOn: `${firstMonth}-01`, endsOn: addDays(`${next}-01`, -1) };
}

/** The instant before which a level's report of the period must have been received. */
export function dueInstant(period: PeriodSpan, level: ReportingLevel): Date {
	const day = dueBeforeDay[period.kind][level];
	if (day === 'endOfPeriod') return startOfDay(addDays(period.endsOn, 1));
	return startOfDay(`${period.endsOn.slice(0, 7)}-${String(day).padStart(2, '0')}`);
}

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
): boolean {
	if (!earlier) return receivedAt < due;
	if (!earlier.onTime || earlier.returnedAt === null) return earlier.onTime;
	const graceEnds = new Date(earlier.returnedAt.getTime() + returnGraceDays * 86_400_000);
	return receivedAt < due || receivedAt <= graceEnds;
}
