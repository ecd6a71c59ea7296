import { and, desc, eq, gte, inArray, lte, sql } from 'drizzle-orm';
import type { Basis } from '../../contracts/coverage';
import { nothingRequired, readRequiredByPeriod } from '../../coverage/required.server';
import { among } from '../../server/db/among';
import { queryRows, type Database } from '../../server/db/client';
import { coverage, reportingPeriod } from '../../server/db/schema';
import { unitsBelow } from '../../server/db/unit-tree';
import { findPeriods } from '../periods/periods.server';
import { latestComplete } from './derive';

interface Candidate {
	id: number;
	code: string;
	/** Households that the unit and those below it reported. */
	households: number;
}

/**
 * The period within a span that a unit's households are taken from: the latest for which every place
 * in it reported that had to; where none is complete, the one with the most households. Null while
 * none was reported.
 */
export async function latestCompletePeriod(
	database: Database,
	unitId: number,
	{ startsOn, endsOn }: { startsOn: string; endsOn: string },
	basis: Basis,
): Promise<Pick<Candidate, 'id' | 'code'> | null> {
	const households = sql<number>`(select max(households) from unnest(${coverage.base}) as households)`;
	const candidates = await database
		.select({ id: reportingPeriod.id, code: reportingPeriod.code, households })
		.from(coverage)
		.innerJoin(reportingPeriod, eq(reportingPeriod.id, coverage.periodId))
		.where(
			and(
				eq(coverage.unitId, unitId),
				eq(coverage.basis, basis),
				gte(reportingPeriod.startsOn, startsOn),
				lte(reportingPeriod.endsOn, endsOn),
				sql`${households} > 0`,
			),
		)
		.orderBy(reportingPeriod.endsOn, desc(reportingPeriod.startsOn));
	// With a single one there is nothing to choose.
	if (candidates.length < 2) return candidates[0] ?? null;
	const isComplete = await readCompleteness(database, unitId, candidates, basis);
	return latestComplete(candidates, isComplete) ?? fullest(candidates);
}

/** The newest of those with the most households. */
const fullest = (candidates: readonly Candidate[]): Candidate | null => {
	const most = Math.max(...candidates.map(({ households }) => households));
	return candidates.findLast(({ households }) => households === most) ?? null;
};

/** Whether every commune of the unit reported by itself, or all of its villages that had to did. */
async function readCompleteness(
	database: Database,
	unitId: number,
	candidates: readonly Candidate[],
	basis: Basis,
): Promise<(candidate: Candidate) => boolean> {
	const places = await queryRows<{ id: number }>(
		database,
		sql`select id from ${unitsBelow(unitId, { downTo: 'commune' })} below
			where level = 'commune' or id = ${unitId} and level = 'village'`,
	);
	const placeIds = places.map(({ id }) => id);
	const codes = candidates.map(({ code }) => code);
	const periods = await findPeriods(database, codes, null);
	const required = await readRequiredByPeriod(database, placeIds, [...periods.values()]);
	const rows = await database
		.select({
			unitId: coverage.unitId,
			periodId: coverage.periodId,
			reports: coverage.reports,
			ownReport: coverage.ownReport,
		})
		.from(coverage)
		.where(
			and(
				eq(coverage.basis, basis),
				inArray(
					coverage.periodId,
					candidates.map(({ id }) => id),
				),
				among(coverage.unitId, placeIds),
			),
		);
	const rowOf = new Map(rows.map((row) => [`${row.unitId}:${row.periodId}`, row]));
	return ({ id: periodId }) =>
		placeIds.every((id) => {
			const { reportsRequired } = required.get(periodId)?.get(id) ?? nothingRequired;
			const row = rowOf.get(`${id}:${periodId}`);
			return row?.ownReport === true || (row?.reports ?? 0) >= reportsRequired;
		});
}
