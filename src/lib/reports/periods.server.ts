import { and, desc, eq, lte, sql } from 'drizzle-orm';
import { addDays, addMonths, localDay } from '../contracts/local-time';
import type { Period } from '../contracts/reports';
import { queryRows, type Database } from '../server/db/client';
import { periodDueDate, reportingPeriod } from '../server/db/schema';
import { NotFoundError } from '../server/errors';
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

/**
 * Makes what is missing of these periods with the deadlines that are in force when they begin. Once
 * made, a deadline stays as it is, whatever the rules become.
 * @throws NotFoundError for something that is neither a regular period nor an ad hoc one.
 */
export async function ensurePeriods(
	database: Database,
	codes: readonly string[],
): Promise<Map<string, Period>> {
	const known = await readMade(database, codes, undefined);
	const missing = [...new Set(codes)].filter((code) => !known.has(code)).map(spanOf);
	if (missing.length === 0) return known;
	await database.transaction(async (transaction) => {
		const made = await transaction
			.insert(reportingPeriod)
			.values(missing)
			.onConflictDoNothing()
			.returning();
		const versions = await readVersions(transaction);
		const dueDates = made.flatMap(({ id, code }) => dueDatesOf(id, spanOf(code), versions));
		if (dueDates.length > 0) await transaction.insert(periodDueDate).values(dueDates);
	});
	return readMade(database, codes, undefined);
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

/**
 * These periods with the deadlines that hold for a unit, the country's without one. Reading makes
 * none: a regular period that nobody has made yet has id 0 and the deadlines that it would get.
 */
export async function findPeriods(
	database: Database,
	codes: readonly string[],
	unitId?: number,
): Promise<Map<string, Period>> {
	const found = await readMade(database, codes, unitId);
	const missing = codes.flatMap((code) => (found.has(code) ? [] : (parsePeriod(code) ?? [])));
	if (missing.length === 0) return found;
	const versions = await readVersions(database);
	const line = await readLine(database, unitId);
	for (const span of missing) {
		const version = versionInForce(versions, span.startsOn, line);
		const due = (level: (typeof reportingLevels)[number]) =>
			dueInstant(span, level, version.dueDays).toISOString();
		found.set(span.code, {
			...span,
			id: 0,
			title: null,
			due: {
				village: due('village'),
				commune: due('commune'),
				district: due('district'),
				province: due('province'),
			},
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
	unitId?: number,
): Promise<Period> {
	const period = (await findPeriods(database, [code], unitId)).get(code);
	if (!period) throw new NotFoundError(`There is no reporting period "${code}".`);
	return period;
}

/** The newest month whose communes' deadline has passed: what screens open on. */
export async function latestDuePeriod(
	database: Database,
	now: Date,
	unitId?: number,
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
	unitId?: number,
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
		sql`with recursive line as (
			select id, parent_id from admin_unit where id = ${unitId}
			union
			select above.id, above.parent_id from line join admin_unit above on above.id = line.parent_id
		), asked as (
			select period.id as period_id, unit.id, unit.parent_id
			from reporting_period period join admin_unit unit on unit.id = period.unit_id
			union
			select asked.period_id, above.id, above.parent_id
			from asked join admin_unit above on above.id = asked.parent_id
		)
		select code from reporting_period period
		where starts_on <= ${localDay(now)} and (unit_id is null or unit_id in (select id from line)
			or exists (select from asked where asked.period_id = period.id and asked.id = ${unitId}))
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
	unitId: number | undefined,
): Promise<Map<string, Period>> {
	if (codes.length === 0) return new Map();
	const rows = await queryRows<Period & Record<string, unknown>>(
		database,
		sql`with recursive line as (
			select id, parent_id, 0 as depth from admin_unit where id = ${unitId ?? null}::int
			union all
			select parent.id, parent.parent_id, line.depth + 1
			from line join admin_unit parent on parent.id = line.parent_id
		), due as (
			select distinct on (due.period_id, due.level) due.period_id, due.level,
				to_char(due.due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as due_at
			from period_due_date due
			left join line on line.id = due.unit_id
			where due.unit_id is null or line.id is not null
			order by due.period_id, due.level, line.depth nulls last
		)
		select period.id, period.code, period.kind, period.title,
			period.starts_on::text as "startsOn", period.ends_on::text as "endsOn",
			jsonb_object_agg(due.level, due.due_at) as due
		from reporting_period period join due on due.period_id = period.id
		where period.code in (select jsonb_array_elements_text(${JSON.stringify(codes)}::jsonb))
		group by period.id`,
	);
	return new Map(rows.map((row) => [row.code, row]));
}
