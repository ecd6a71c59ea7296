import { and, eq, inArray, sql } from 'drizzle-orm';
import { readMeasure, type Basis, type UnitFigures } from '../contracts/coverage';
import { addMonths } from '../contracts/local-time';
import { among, idList } from '../server/db/among';
import { queryRows, type Database } from '../server/db/client';
import { coverage, reportingPeriod } from '../server/db/schema';
import { toInternalFigures, toPublicFigures } from './figures.server';
import { changedSince, figuresOf, readPublishedAt, readRowsAt } from './rows-at.server';

/** One month of a line; `figures` is null where nothing was reported. */
export interface TrendPoint {
	/** `2026-10`. */
	periodCode: string;
	figures: UnitFigures | null;
}

export interface TrendRequest {
	basis: Basis;
	/** The public never sees small counts. */
	audience: 'public' | 'internal';
	/** How many months, the last one included. */
	months: number;
	/** Code of the last month. */
	until: string;
}

/** A unit's figures month by month, oldest first, one point for every month. */
export async function readTrend(
	database: Database,
	unitId: number,
	request: TrendRequest,
): Promise<TrendPoint[]> {
	const points = await readTrends(database, [unitId], request);
	return points.get(unitId) ?? [];
}

/** The same for many units in one query. */
export async function readTrends(
	database: Database,
	unitIds: readonly number[],
	{ basis, audience, months, until }: TrendRequest,
): Promise<Map<number, TrendPoint[]>> {
	const codes = monthsUntil(until, months);
	const rows = await database
		.select({ code: reportingPeriod.code, row: coverage })
		.from(coverage)
		.innerJoin(reportingPeriod, eq(reportingPeriod.id, coverage.periodId))
		.where(
			and(
				among(coverage.unitId, unitIds),
				eq(coverage.basis, basis),
				inArray(reportingPeriod.code, codes),
			),
		);
	const toFigures = audience === 'public' ? toPublicFigures : toInternalFigures;
	const byUnit = new Map<number, Map<string, UnitFigures>>();
	for (const { code, row } of rows) {
		const months = byUnit.get(row.unitId) ?? new Map<string, UnitFigures>();
		months.set(code, toFigures(row));
		byUnit.set(row.unitId, months);
	}
	return new Map(
		unitIds.map((unitId) => [
			unitId,
			codes.map((periodCode) => ({
				periodCode,
				figures: byUnit.get(unitId)?.get(periodCode) ?? null,
			})),
		]),
	);
}

/**
 * The share of households with all five skills month by month, oldest first, of units behind a sign-in:
 * nothing else is read of them, since a list has a hundred of these lines.
 */
export async function readShareLines(
	database: Database,
	units: readonly { unitId: number; register: number | null }[],
	{ basis, months, until }: Omit<TrendRequest, 'audience'>,
): Promise<Map<number, (number | null)[]>> {
	const codes = monthsUntil(until, months);
	const ids = units.map(({ unitId }) => unitId);
	const rows = await queryRows<{ unitId: number; code: string; able: number[]; base: number[] }>(
		database,
		sql`select coverage.unit_id as "unitId", period.code, coverage.able, coverage.base
			from coverage join reporting_period period on period.id = coverage.period_id
			where coverage.unit_id in ${idList(ids)} and coverage.basis = ${basis}
				and period.code >= ${codes[0]} and period.code <= ${until}`,
	);
	const rowOf = new Map(rows.map((row) => [`${row.unitId}:${row.code}`, row]));
	return new Map(
		units.map(({ unitId, register }) => {
			const points = codes.map((code) => ({ figures: rowOf.get(`${unitId}:${code}`) ?? null }));
			return [unitId, sharesOf(points, register)];
		}),
	);
}

const monthsUntil = (until: string, months: number): string[] =>
	Array.from({ length: months }, (_, index) => addMonths(until, index + 1 - months));

/**
 * The same as it stood at an instant: months of which something was changed since are counted anew, and
 * for the public read from the record of what it was shown.
 */
export async function readTrendsAt(
	database: Database,
	unitIds: readonly number[],
	request: TrendRequest,
	at: Date,
): Promise<Map<number, TrendPoint[]>> {
	const trends = await readTrends(database, unitIds, request);
	const codes = [...trends.values()][0]?.map(({ periodCode }) => periodCode) ?? [];
	const periods = await database
		.select({ id: reportingPeriod.id, code: reportingPeriod.code })
		.from(reportingPeriod)
		.where(inArray(reportingPeriod.code, codes));
	const changed = await changedSince(
		database,
		periods.map(({ id }) => id),
		at,
	);
	const then = new Map<string, Map<number, UnitFigures>>();
	for (const { id, code } of periods)
		if (changed.has(id)) then.set(code, await readMonthAt(database, unitIds, request, id, at));
	return new Map(
		[...trends].map(([unitId, points]) => [
			unitId,
			points.map(({ periodCode, figures }) => {
				const month = then.get(periodCode);
				return { periodCode, figures: month ? (month.get(unitId) ?? null) : figures };
			}),
		]),
	);
}

async function readMonthAt(
	database: Database,
	unitIds: readonly number[],
	{ basis, audience }: TrendRequest,
	periodId: number,
	at: Date,
): Promise<Map<number, UnitFigures>> {
	if (audience === 'public') {
		const shown = await readPublishedAt(database, unitIds, periodId, at);
		return new Map(shown.map((figures) => [figures.unitId, figures]));
	}
	const rows = await readRowsAt(database, unitIds, { periodId, basis, at });
	return new Map([...rows].map(([id, row]) => [id, figuresOf(id, basis, row)]));
}

/** The share 0–1 of households with all five skills, month by month; null where a month has none to show. */
export function sharesOf(
	points: readonly { figures: Pick<UnitFigures, 'able' | 'base' | 'hiddenClass'> | null }[],
	register: number | null,
): (number | null)[] {
	return points.map(({ figures }) => {
		const reading = readMeasure(figures ?? undefined, 'allFive', register);
		return reading.kind === 'share' ? reading.share : null;
	});
}
