import { and, inArray } from 'drizzle-orm';
import { reachAmong } from '../accounts/access/reach.server';
import type { Actor } from '../contracts/accounts';
import type { Unit } from '../contracts/admin-units';
import {
	bases,
	readMeasure,
	type Basis,
	type Reading,
	type UnitFigures,
} from '../contracts/coverage';
import { addMonths } from '../contracts/local-time';
import type { Period } from '../contracts/reports';
import { timelinessOf } from '../contracts/timeliness';
import { toInternalFigures, toPublicFigures, toStatus } from '../coverage/figures.server';
import { readRegisterLimits } from '../coverage/register-limits.server';
import { readRegisters } from '../coverage/registers.server';
import {
	nothingRequired,
	readRequiredByPeriod,
	type RequiredReports,
} from '../coverage/required.server';
import { readTrends, sharesOf, type TrendPoint } from '../coverage/trend.server';
import { listMonths } from '../reports/periods/periods.server';
import { changePosition } from '../server/change-log';
import { among } from '../server/db/among';
import type { Database } from '../server/db/client';
import { coverage } from '../server/db/schema';
import { countedMonths, readPunctuality } from './punctuality.server';
import type { RankedEntry, RankingEntry } from './rank';
import type { RankingRow } from './shown-rows';
import { readRankingUnits, type RankingLevel } from './units.server';

export interface RankingRequest {
	/** The unit whose communes or villages are ranked. */
	scope: Unit;
	level: RankingLevel;
	basis: Basis;
	period: Period;
	actor: Actor;
	now: Date;
}

export interface Ranking {
	/** The change-log number that the entries stand at. */
	number: number;
	entries: RankingEntry[];
	/** Whether the actor sees provisional figures and small counts of all of them, of some, of none. */
	internal: 'all' | 'some' | 'none';
}

/**
 * Every unit of the level with what it is ranked by. Outside of the actor's units the figures are
 * those of the public: approved, and free of small counts.
 */
export async function readRanking(database: Database, request: RankingRequest): Promise<Ranking> {
	const { scope, level, period, actor, now } = request;
	return database.transaction(
		async (transaction) => {
			const { lastNumber } = await changePosition(transaction);
			const below = await readRankingUnits(transaction, scope, level, period);
			const belowIds = below.map(({ unitId }) => unitId);
			const reached = await reachAmong(transaction, actor, 'viewer', belowIds);
			const months = await listMonths(transaction, now, scope.id);
			const counted = await countedMonths(transaction, months, period);
			const others = counted.filter(({ id }) => level === 'commune' && id !== period.id);
			const requiredIn = await readRequiredByPeriod(transaction, belowIds, [period, ...others]);
			const required = requiredIn.get(period.id) ?? new Map<number, RequiredReports>();
			const earlier = (by: number) =>
				months.find(({ code }) => code === addMonths(period.code, -by));
			const [monthBefore, yearBefore] = [earlier(1), earlier(12)];
			const rows = await readRows(transaction, belowIds, [period, monthBefore, yearBefore]);
			// A village without a team is listed where it reported all the same.
			const units = below.filter(
				({ unitId }) =>
					level === 'commune' ||
					required.get(unitId)?.reportsRequired ||
					rows.has(rowKey(unitId, period.id, 'provisional')),
			);
			const ids = units.map(({ unitId }) => unitId);
			const registers = await readRegisters(transaction, ids, period.endsOn);
			const limits = await readRegisterLimits(transaction, [...registers.keys()], period);
			const punctuality = await readPunctuality(transaction, {
				...{
					unitIds: ids,
					level,
					months: counted,
					required: requiredIn,
					basis: 'provisional',
					now,
				},
			});
			const entries = units.map((unit): RankingEntry => {
				const { unitId } = unit;
				const internal = reached.has(unitId);
				const basis = internal ? request.basis : 'approved';
				const register = registers.get(unitId) ?? null;
				const row = (of: Period | undefined, on: Basis) =>
					of && rows.get(rowKey(unitId, of.id, on));
				const reading = (of: Period | undefined, on: Basis) =>
					readMeasure(toFigures(row(of, on), internal), 'allFive', register);
				const current = reading(period, basis);
				const other = internal ? reading(period, bases[1 - bases.indexOf(basis)] ?? basis) : null;
				const punctual = punctuality.get(unitId);
				const received = row(period, 'provisional');
				return {
					...unit,
					register,
					mostHouseholds: limits.get(unitId)?.limit ?? null,
					reading: current,
					basis,
					ownReport: row(period, basis)?.ownReport ?? false,
					otherShare: otherShare(current, other),
					monthGrowth: growth(current, reading(monthBefore, basis)),
					yearGrowth: growth(current, reading(yearBefore, basis)),
					reportsDue: punctual?.due ?? 0,
					reportsOnTime: punctual?.onTime ?? 0,
					timeliness: timelinessOf(
						{ level, ...(required.get(unitId) ?? nothingRequired) },
						toStatus(unitId, received),
						period,
						now,
					),
				};
			});
			const inReach = ids.filter((id) => reached.has(id)).length;
			const internal = inReach === 0 ? 'none' : inReach === ids.length ? 'all' : 'some';
			return { number: lastNumber, entries, internal };
		},
		{ isolationLevel: 'repeatable read' },
	);
}

/** The same entries with their last 24 months, for the lines that are shown. */
export async function readRankingTrends(
	database: Database,
	entries: readonly RankedEntry[],
	until: Period,
	actor: Actor,
): Promise<RankingRow[]> {
	const shown = entries.map(({ unitId }) => unitId);
	const reached = await reachAmong(database, actor, 'viewer', shown);
	const trends = new Map<number, TrendPoint[]>();
	for (const basis of bases)
		for (const audience of ['internal', 'public'] as const) {
			const ids = entries
				.filter((entry) => entry.basis === basis)
				.map(({ unitId }) => unitId)
				.filter((id) => reached.has(id) === (audience === 'internal'));
			if (ids.length === 0) continue;
			const request = { basis, audience, months: 24, until: until.code };
			for (const [id, points] of await readTrends(database, ids, request)) trends.set(id, points);
		}
	return entries.map((entry) => ({
		...entry,
		trend: sharesOf(trends.get(entry.unitId) ?? [], entry.register),
	}));
}

type CoverageRow = typeof coverage.$inferSelect;

const rowKey = (unitId: number, periodId: number, basis: Basis) => `${unitId}:${periodId}:${basis}`;

async function readRows(
	database: Database,
	unitIds: readonly number[],
	periods: readonly (Period | undefined)[],
): Promise<Map<string, CoverageRow>> {
	if (unitIds.length === 0) return new Map();
	const periodIds = periods.flatMap((period) => period?.id ?? []);
	const rows = await database
		.select()
		.from(coverage)
		.where(and(inArray(coverage.periodId, periodIds), among(coverage.unitId, unitIds)));
	return new Map(rows.map((row) => [rowKey(row.unitId, row.periodId, row.basis), row]));
}

function toFigures(row: CoverageRow | undefined, internal: boolean): UnitFigures | undefined {
	if (!row) return undefined;
	return internal ? toInternalFigures(row) : toPublicFigures(row);
}

/** Null where it isn't a share, or the same share. */
function otherShare(shown: Reading, other: Reading | null): number | null {
	if (other?.kind !== 'share') return null;
	return shown.kind === 'share' && shown.share === other.share ? null : other.share;
}

function growth(now: Reading, before: Reading): number | null {
	return now.kind === 'share' && before.kind === 'share' ? now.share - before.share : null;
}
