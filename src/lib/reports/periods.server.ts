import { desc, eq, inArray, lte } from 'drizzle-orm';
import type { Period } from '../contracts/reports';
import { localDay } from '../contracts/local-time';
import type { Database } from '../server/db/client';
import { periodDueDate, reportingPeriod } from '../server/db/schema';
import { NotFoundError } from '../server/errors';
import { dueInstant, latestDueMonth, parsePeriod, reportingLevels } from './deadlines';

/**
 * The periods of these codes, made with their due dates where they are missing. Once made, a due
 * date stays as it is, whatever the rules become.
 * @throws NotFoundError for something that isn't a period.
 */
export async function ensurePeriods(
	database: Database,
	codes: readonly string[],
): Promise<Map<string, Period>> {
	const known = await readPeriods(database, codes);
	const missing = [...new Set(codes)].filter((code) => !known.has(code)).map(spanOf);
	if (missing.length === 0) return known;
	await database.transaction(async (transaction) => {
		const made = await transaction
			.insert(reportingPeriod)
			.values(missing)
			.onConflictDoNothing()
			.returning();
		const dueDates = made.flatMap(({ id, code }) =>
			reportingLevels.map((level) => ({
				periodId: id,
				level,
				dueAt: dueInstant(spanOf(code), level),
			})),
		);
		if (dueDates.length > 0) await transaction.insert(periodDueDate).values(dueDates);
	});
	return readPeriods(database, codes);
}

function spanOf(code: string) {
	const span = parsePeriod(code);
	if (!span) throw new NotFoundError(`There is no reporting period "${code}".`);
	return span;
}

/** @throws NotFoundError for something that isn't a period. */
export async function periodByCode(database: Database, code: string): Promise<Period> {
	const period = (await ensurePeriods(database, [code])).get(code);
	if (!period) throw new NotFoundError(`There is no reporting period "${code}".`);
	return period;
}

/** The newest month whose communes' deadline has passed. */
export function latestDuePeriod(database: Database, now: Date): Promise<Period> {
	return periodByCode(database, latestDueMonth(now));
}

/** Months that have begun, newest first. */
export async function listMonths(database: Database, now: Date): Promise<Period[]> {
	const rows = await database
		.select({ code: reportingPeriod.code })
		.from(reportingPeriod)
		.where(lte(reportingPeriod.startsOn, localDay(now)))
		.orderBy(desc(reportingPeriod.startsOn));
	const codes = rows.map(({ code }) => code);
	const periods = await readPeriods(database, codes);
	return codes.flatMap((code) => {
		const period = periods.get(code);
		return period?.kind === 'month' ? [period] : [];
	});
}

async function readPeriods(
	database: Database,
	codes: readonly string[],
): Promise<Map<string, Period>> {
	if (codes.length === 0) return new Map();
	const rows = await database
		.select()
		.from(reportingPeriod)
		.innerJoin(periodDueDate, eq(periodDueDate.periodId, reportingPeriod.id))
		.where(inArray(reportingPeriod.code, [...codes]));
	const periods = new Map<string, Period>();
	for (const { reporting_period: row, period_due_date: due } of rows) {
		const period = periods.get(row.code) ?? {
			...row,
			due: { village: '', commune: '', district: '', province: '' },
		};
		if (due.level !== 'country') period.due[due.level] = due.dueAt.toISOString();
		periods.set(row.code, period);
	}
	return periods;
}
