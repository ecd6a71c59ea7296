import { and, eq, inArray, sql } from 'drizzle-orm';
import { readMeasure, type Basis, type UnitFigures } from '../contracts/coverage';
import { addMonths } from '../contracts/local-time';
import { among } from '../server/db/among';
import { queryRows, type Database } from '../server/db/client';
import { instant } from '../server/db/instant';
import { coverage, reportingPeriod } from '../server/db/schema';
import { toInternalFigures, toPublicFigures } from './figures.server';
import { figuresOf, readRowsAt } from './rows-at.server';

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
	const codes = Array.from({ length: months }, (_, index) => addMonths(until, index + 1 - months));
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

/** The same as it stood at an instant, behind a sign-in: months of which something was changed since are counted anew. */
export async function readTrendAt(
	database: Database,
	unitId: number,
	request: TrendRequest,
	at: Date,
): Promise<TrendPoint[]> {
	const points = await readTrend(database, unitId, request);
	const changed = await queryRows<{ id: number; code: string }>(
		database,
		sql`select period.id, period.code from reporting_period period
			where period.code in (select jsonb_array_elements_text(${JSON.stringify(points.map(({ periodCode }) => periodCode))}::jsonb))
				and exists (select from report join report_revision revision on revision.report_id = report.id
					where report.period_id = period.id
						and (revision.received_at > ${instant(at)} or revision.decided_at > ${instant(at)}))`,
	);
	const figures = new Map<string, UnitFigures | null>();
	for (const { id: periodId, code } of changed) {
		const rows = await readRowsAt(database, unitId, { periodId, basis: request.basis, at });
		const row = rows.get(unitId);
		figures.set(code, row ? figuresOf(unitId, request.basis, row) : null);
	}
	return points.map((point) => ({
		...point,
		figures: figures.has(point.periodCode)
			? (figures.get(point.periodCode) ?? null)
			: point.figures,
	}));
}

/** The share 0–1 of households with all five skills, month by month; null where a month has none to show. */
export function sharesOf(
	points: readonly { figures: UnitFigures | null }[],
	register: number | null,
): (number | null)[] {
	return points.map(({ figures }) => {
		const reading = readMeasure(figures ?? undefined, 'allFive', register);
		return reading.kind === 'share' ? reading.share : null;
	});
}
