import { and, desc, eq, lte, sql } from 'drizzle-orm';
import { addDays, addMonths, localDay } from '../../contracts/local-time';
import type { Period, ReportingLevel } from '../../contracts/reports';
import { queryRows, type Database } from '../../server/db/client';
import { periodDueDate, reportingPeriod } from '../../server/db/schema';
import { NotFoundError } from '../../server/errors';
import {
	readLine,
	readVersions,
	versionInForce,
	versionsInForce,
} from './deadline-versions.server';
import {
	cutOffDay,
	dueInstant,
	parsePeriod,
	periodsAround,
	reportingLevels,
	type PeriodSpan,
} from './deadlines';
import { unitsAbove } from '../../server/db/unit-tree';
import { nearestTerm, readTermRows, type TermRow } from './terms.server';

/**
 * Makes what is missing of these periods with the deadlines that are in force when they begin. Once
 * made, a deadline stays as it is, whatever the rules become.
 * @throws NotFoundError for something that is neither a regular period nor an ad hoc one.
 */
export async function ensurePeriods(
	database: Database,
	codes: readonly string[],
): Promise<Map<string, Period>> {
	const made = await readMade(database, codes, null);
	const missing = codes.filter((code) => !made.has(code));
	if (missing.length === 0) return made;
	await makePeriods(database, missing);
	return readMade(database, codes, null);
}

/**
 * Makes regular periods, as `ensurePeriods` does.
 * @returns the codes of those that this call made, and nobody else at the same time.
 */
export async function makePeriods(database: Database, codes: readonly string[]): Promise<string[]> {
	if (codes.length === 0) return [];
	return database.transaction(async (transaction) => {
		const made = await transaction
			.insert(reportingPeriod)
			.values([...new Set(codes)].map(spanOf))
			.onConflictDoNothing()
			.returning();
		const versions = await readVersions(transaction);
		const dueDates = made.flatMap(({ id, code }) => dueDatesOf(id, spanOf(code), versions));
		if (dueDates.length > 0) await transaction.insert(periodDueDate).values(dueDates);
		return made.map(({ code }) => code);
	});
}

function dueDatesOf(
	periodId: number,
	span: PeriodSpan,
	versions: Awaited<ReturnType<typeof readVersions>>,
) {
	return versionsInForce(versions, span.startsOn).flatMap((version) =>
		reportingLevels.map((level) => ({
			periodId,
			unitId: version.unitId,
			level,
			dueAt: dueInstant(span, level, version.dueDays),
			cutOffOn: cutOffDay(span, version.cutOffDay),
			versionId: version.id,
		})),
	);
}

function spanOf(code: string): PeriodSpan {
	const span = parsePeriod(code);
	if (!span) throw new NotFoundError(`There is no reporting period "${code}".`);
	return span;
}

/** Makes the periods that run now, begin within a day, or ended last. */
export async function makeCurrentPeriods(database: Database, now: Date): Promise<void> {
	const today = localDay(now);
	const month = today.slice(0, 7);
	await ensurePeriods(database, [
		...periodsAround(today),
		...periodsAround(addDays(today, 1)),
		...periodsAround(`${addMonths(month, -1)}-01`),
		...periodsAround(`${addMonths(month, -3)}-01`).filter((code) => code.includes('Q')),
		addMonths(month, -2),
	]);
}

/** Takes back periods that were made a moment ago, in the same transaction, and that nothing came for. */
export async function forgetPeriods(
	transaction: Database,
	codes: readonly string[],
): Promise<void> {
	if (codes.length === 0) return;
	await transaction.execute(
		sql`with forgotten as (
			select id from reporting_period
			where code in (select jsonb_array_elements_text(${JSON.stringify(codes)}::jsonb))
		), due as (
			delete from period_due_date where period_id in (select id from forgotten)
		)
		delete from reporting_period where id in (select id from forgotten)`,
	);
}

/**
 * These periods with the deadlines that hold for a unit; the country's for null. Reading makes
 * none: a regular period that nobody has made yet has id 0 and the deadlines that it would get.
 */
export async function findPeriods(
	database: Database,
	codes: readonly string[],
	unitId: number | null,
): Promise<Map<string, Period>> {
	const found = await readMade(database, codes, unitId);
	const missing = codes.flatMap((code) => (found.has(code) ? [] : (parsePeriod(code) ?? [])));
	if (missing.length === 0) return found;
	const versions = await readVersions(database);
	const line = await readLine(database, unitId ?? undefined);
	for (const span of missing) {
		const version = versionInForce(versions, span.startsOn, line);
		const due = (level: ReportingLevel) => dueInstant(span, level, version.dueDays).toISOString();
		found.set(span.code, {
			...span,
			id: 0,
			title: null,
			due: dueOfLevels(due),
		});
	}
	return found;
}

/**
 * One period as `findPeriods` reads it.
 * @throws NotFoundError for something that isn't a period.
 */
export async function periodByCode(
	database: Database,
	code: string,
	unitId: number | null,
): Promise<Period> {
	const period = (await findPeriods(database, [code], unitId)).get(code);
	if (!period) throw new NotFoundError(`There is no reporting period "${code}".`);
	return period;
}

/** The newest month whose communes' deadline has passed: what screens open on. */
export async function latestDuePeriod(
	database: Database,
	now: Date,
	unitId: number | null,
): Promise<Period> {
	const month = localDay(now).slice(0, 7);
	const before = addMonths(month, -1);
	const periods = await findPeriods(database, [month, before], unitId);
	const current = periods.get(month);
	const latest = current && new Date(current.due.commune) <= now ? current : periods.get(before);
	if (!latest) throw new Error('Every month is a period.');
	return latest;
}

/** Months that have been made and have begun, newest first. */
export async function listMonths(
	database: Database,
	now: Date,
	unitId: number | null,
): Promise<Period[]> {
	const rows = await database
		.select({ code: reportingPeriod.code })
		.from(reportingPeriod)
		.where(and(eq(reportingPeriod.kind, 'month'), lte(reportingPeriod.startsOn, localDay(now))))
		.orderBy(desc(reportingPeriod.startsOn));
	const codes = rows.map(({ code }) => code);
	const periods = await readMade(database, codes, unitId);
	return codes.flatMap((code) => periods.get(code) ?? []);
}

/** Periods of all kinds that have begun and that a unit takes part in, newest first. */
export async function listPeriods(
	database: Database,
	now: Date,
	unitId: number,
): Promise<Period[]> {
	const rows = await queryRows<{ code: string }>(
		database,
		sql`select code from reporting_period period
		where starts_on <= ${localDay(now)} and (unit_id is null or unit_id in (select id from ${unitsAbove(unitId)} line)
			or exists (select from ${unitsAbove(sql`(period.unit_id)`)} asker where asker.id = ${unitId}))
		order by starts_on desc, ends_on, code`,
	);
	const codes = rows.map(({ code }) => code);
	const periods = await readMade(database, codes, unitId);
	return codes.flatMap((code) => periods.get(code) ?? []);
}

/** With the deadlines of the nearest unit at or above the asked one that has its own. */
async function readMade(
	database: Database,
	codes: readonly string[],
	unitId: number | null,
): Promise<Map<string, Period>> {
	if (codes.length === 0) return new Map();
	const rows = await queryRows<Omit<Period, 'due'> & Record<string, unknown>>(
		database,
		sql`select id, code, kind, title, starts_on::text as "startsOn", ends_on::text as "endsOn"
			from reporting_period
			where code in (select jsonb_array_elements_text(${JSON.stringify(codes)}::jsonb))`,
	);
	const terms = await readTermRows(
		database,
		rows.map(({ id }) => id),
	);
	const line = terms.some((term) => term.unitId !== null) ? await readLine(database, unitId) : [];
	const ofPeriod = new Map(rows.map(({ id }): [number, TermRow[]] => [id, []]));
	for (const term of terms) ofPeriod.get(term.periodId)?.push(term);
	return new Map(
		rows.map((row) => {
			const due = (level: ReportingLevel) => {
				const term = nearestTerm(ofPeriod.get(row.id) ?? [], row.id, level, line);
				if (!term) throw new Error(`The period ${row.code} has no deadline for a ${level}.`);
				return term.dueAt;
			};
			return [row.code, { ...row, due: dueOfLevels(due) }];
		}),
	);
}

const dueOfLevels = (due: (level: ReportingLevel) => string): Period['due'] => ({
	village: due('village'),
	commune: due('commune'),
	district: due('district'),
	province: due('province'),
});
