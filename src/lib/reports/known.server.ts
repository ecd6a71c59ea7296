import type { ReportProblem, EarlierReport } from './checks';
import type { Database } from '../server/db/client';
import { graceEnd, parsePeriod } from './deadlines';
import { readEarlierReports } from './earlier-reports.server';
import type { UnitLevel } from '../contracts/admin-units';
import { unitKey, type IntakeContext } from './intake-context.server';
import type { ReportInput } from './schemas';
import {
	readLatestRevisions,
	readSentBefore,
	type LatestRevision,
	type SentRevision,
} from './sent-before.server';

/** What the database knows that a batch is checked against; by `unitKey` unless said otherwise. */
export interface Known {
	earlier: Map<string, EarlierReport>;
	/** The newest revision; a report that doesn't exist is left out. */
	latest: Map<string, LatestRevision>;
	/** By client id. */
	sentBefore: Map<string, SentRevision>;
}

/** Looks up in three queries what a whole batch is checked against. */
export async function readKnown(
	database: Database,
	accountId: number,
	inputs: readonly ReportInput[],
	context: IntakeContext,
	now: Date,
): Promise<Known> {
	const keys = inputs.flatMap(({ unit, period }) => {
		const unitId = context.units.get(unitKey(unit, period))?.id;
		const periodId = context.periods.get(period)?.id;
		return unitId === undefined || periodId === undefined
			? []
			: [{ unitId, periodId, key: unitKey(unit, period) }];
	});
	const byKey = <Value>(found: ReadonlyMap<string, Value>) =>
		new Map(
			keys.flatMap(({ unitId, periodId, key }): [string, Value][] => {
				const value = found.get(`${unitId}:${periodId}`);
				return value === undefined ? [] : [[key, value]];
			}),
		);
	const asksForLatest =
		inputs.some(({ basedOn }) => basedOn !== undefined) ||
		[...context.units.values()].some(({ terms }) => isPast(terms.locksAt, now));
	return {
		earlier: byKey(await readEarlierReports(database, keys)),
		latest: byKey(await readLatestRevisions(database, asksForLatest ? keys : [])),
		sentBefore: await readSentBefore(
			database,
			accountId,
			inputs.flatMap(({ clientId }) => clientId ?? []),
		),
	};
}

export function fault(
	field: string,
	rule: string,
	message: string,
	numbers?: Record<string, number>,
): ReportProblem {
	return { field, rule, message, ...(numbers ? { numbers } : {}) };
}

/** Villages, communes and enterprises report; what lies above sums up. */
export const reportsByItself = (level: UnitLevel): boolean =>
	level === 'village' || level === 'commune' || level === 'enterprise';

/** An enterprise has its own few indicators, and no households. */
export function checkEnterprise(
	{ unit, period, householdSkills, values }: ReportInput,
	context: IntakeContext,
	isOfEnterprise: (code: string) => boolean,
): ReportProblem[] {
	if (context.units.get(unitKey(unit, period))?.level !== 'enterprise') return [];
	return [
		...(householdSkills
			? [fault('householdSkills', 'notForEnterprise', 'an enterprise reports no households')]
			: []),
		...values
			.filter(({ indicator }) => !isOfEnterprise(indicator))
			.map(({ indicator }) =>
				fault(`values.${indicator}`, 'notForEnterprise', 'is not asked of enterprises'),
			),
	];
}

/** Whether there is such a unit and period, and whether the actor may report for it. */
export function locate({ unit, period }: ReportInput, context: IntakeContext): ReportProblem[] {
	if (!context.periods.has(period))
		return [fault('period', 'periodNotBegun', `${period} has not begun`)];
	const found = context.units.get(unitKey(unit, period));
	if (!found)
		return [fault('unit', 'unknownUnit', `there was no unit ${unit} at the end of ${period}`)];
	if (!reportsByItself(found.level))
		return [fault('unit', 'unitDoesNotReport', `${unit} is of a level that doesn't report`)];
	if (!found.granted)
		return [fault('unit', 'notYourUnit', `this account may not report for ${unit}`)];
	if (!found.asked) return [fault('unit', 'notAsked', `${period} is not asked of ${unit}`)];
	return [];
}

const isPast = (instant: Date | null, now: Date) => instant !== null && now >= instant;

/** Whether intake is closed for the report; what was returned may be answered in time all the same. */
export function checkLock(
	{ unit, period }: ReportInput,
	context: IntakeContext,
	latest: Known['latest'],
	now: Date,
): ReportProblem[] {
	const key = unitKey(unit, period);
	const terms = context.units.get(key)?.terms;
	if (!terms || !isPast(terms.locksAt, now)) return [];
	const returnedAt = latest.get(key)?.returnedAt;
	if (returnedAt && now <= graceEnd(new Date(returnedAt), terms.returnGraceDays)) return [];
	return [fault('period', 'locked', `${period} is closed: ask the level above for an exception`)];
}

/** Whether somebody else has reported since this entry began. */
export function checkBasis(
	{ basedOn, unit, period }: ReportInput,
	latest: Known['latest'],
): ReportProblem[] {
	const newest = latest.get(unitKey(unit, period))?.revision ?? 0;
	if (basedOn === undefined || basedOn === newest) return [];
	const message = `based on revision ${basedOn}, but the newest one is ${newest}`;
	return [fault('report', 'newerRevision', message, { value: basedOn, limit: newest })];
}

/** The later one of what the database and this batch hold for the unit before the period. */
export function earlierOf(
	{ unit, period }: ReportInput,
	stored: ReadonlyMap<string, EarlierReport>,
	inBatch: ReadonlyMap<string, EarlierReport>,
): EarlierReport | undefined {
	const fromStore = stored.get(unitKey(unit, period));
	const fromBatch = inBatch.get(unit);
	const kind = parsePeriod(period)?.kind;
	const comparable = kind !== undefined && kind === parsePeriod(fromBatch?.period ?? '')?.kind;
	if (!fromBatch || !comparable || fromBatch.period >= period) return fromStore;
	return fromStore && fromStore.period > fromBatch.period ? fromStore : fromBatch;
}
