import { and, eq, inArray } from 'drizzle-orm';
import type { Basis, UnitFigures } from '../contracts/coverage';
import { addMonths } from '../contracts/local-time';
import type { Database } from '../server/db/client';
import { coverage, reportingPeriod } from '../server/db/schema';
import { toInternalFigures, toPublicFigures } from './figures.server';

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
				inArray(coverage.unitId, [...unitIds]),
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
