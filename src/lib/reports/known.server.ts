import type { ReportProblem, EarlierReport } from './checks';
import type { Database } from '../server/db/client';
import { readEarlierReports } from './earlier-reports.server';
import { unitKey, type IntakeContext } from './intake-context.server';
import type { ReportInput } from './schemas';
import { readLatestRevisions, readSentBefore, type SentRevision } from './sent-before.server';

/** What the database knows that a batch is checked against; by `unitKey` unless said otherwise. */
export interface Known {
	earlier: Map<string, EarlierReport>;
	/** The newest revision; a report that doesn't exist is left out. */
	latest: Map<string, number>;
	/** By client id. */
	sentBefore: Map<string, SentRevision>;
}

/** Looks up in three queries what a whole batch is checked against. */
export async function readKnown(
	database: Database,
	accountId: number,
	inputs: readonly ReportInput[],
	context: IntakeContext,
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
	const asksForLatest = inputs.some(({ basedOn }) => basedOn !== undefined);
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

/** Whether there is such a unit and period, and whether the actor may report for it. */
export function locate({ unit, period }: ReportInput, context: IntakeContext): ReportProblem[] {
	if (!context.periods.has(period))
		return [fault('period', 'periodNotBegun', `${period} has not begun`)];
	const found = context.units.get(unitKey(unit, period));
	if (!found)
		return [fault('unit', 'unknownUnit', `there was no unit ${unit} at the end of ${period}`)];
	if (found.level !== 'village' && found.level !== 'commune')
		return [fault('unit', 'unitDoesNotReport', `${unit} is neither a village nor a commune`)];
	if (!found.granted)
		return [fault('unit', 'notYourUnit', `this account may not report for ${unit}`)];
	return [];
}

/** Whether somebody else has reported since this entry began. */
export function checkBasis(
	{ basedOn, unit, period }: ReportInput,
	latest: ReadonlyMap<string, number>,
): ReportProblem[] {
	const newest = latest.get(unitKey(unit, period)) ?? 0;
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
	// Month and quarter codes differ in length; only the same kind compares.
	if (!fromBatch || fromBatch.period.length !== period.length || fromBatch.period >= period)
		return fromStore;
	return fromStore && fromStore.period > fromBatch.period ? fromStore : fromBatch;
}
