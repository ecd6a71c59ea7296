import type { UnitLevel } from '../../contracts/admin-units';
import { formKindOf, hasHouseholds, type FormKind } from '../../contracts/reports';
import { readConfig } from '../../server/config';
import { graceEnd, parsePeriod } from '../periods/deadlines';
import { isLocked } from '../periods/terms.server';
import type { ReportInput } from '../schemas';
import type { EarlierReport, ReportProblem } from './checks';
import { unitKey, type IntakeContext } from './intake-context.server';
import type { StoredReports } from './stored-reports.server';

export function fault(
	field: string,
	rule: string,
	message: string,
	numbers?: Record<string, number>,
): ReportProblem {
	return { field, rule, message, ...(numbers ? { numbers } : {}) };
}

/** Everybody below the country reports: of a place, or what they did themselves. */
export const reportsByItself = (level: UnitLevel): boolean => level !== 'country';

/** Only places speak of households, and whoever reports says what is theirs to count. */
export function checkAsked(
	{ unit, period, householdSkills, values }: ReportInput,
	context: IntakeContext,
	codesTakenBy: (form: FormKind) => ReadonlySet<string>,
): ReportProblem[] {
	const found = context.units.get(unitKey(unit, period));
	if (!found) return [];
	const taken = codesTakenBy(formKindOf(found));
	const others = values.filter(({ indicator }) => !taken.has(indicator));
	return [
		...(householdSkills && !hasHouseholds(found.level)
			? [fault('householdSkills', 'notForReporter', `${unit} reports no households`)]
			: []),
		...others.map(({ indicator }) =>
			fault(`values.${indicator}`, 'notForReporter', `is not asked of ${unit}`),
		),
	];
}

/** Whether there is such a unit and period, and whether the actor may report for it. */
export function checkPlace({ unit, period }: ReportInput, context: IntakeContext): ReportProblem[] {
	if (!context.periods.has(period)) {
		const { firstYear } = readConfig();
		const isEarlier = parsePeriod(period) !== undefined && Number(period.slice(0, 4)) < firstYear;
		return isEarlier
			? [fault('period', 'periodTooEarly', `nothing is reported of a time before ${firstYear}`)]
			: [fault('period', 'periodNotBegun', `${period} has not begun`)];
	}
	const found = context.units.get(unitKey(unit, period));
	if (!found)
		return [fault('unit', 'unknownUnit', `there was no unit ${unit} at the end of ${period}`)];
	if (!reportsByItself(found.level))
		return [fault('unit', 'unitDoesNotReport', `${unit} is of a level that doesn't report`)];
	if (!found.stands)
		return [
			fault('unit', 'communeEnded', `the commune of ${unit} had ended by the end of ${period}`),
		];
	if (!found.granted)
		return [fault('unit', 'notYourUnit', `this account may not report for ${unit}`)];
	if (!found.asked) return [fault('unit', 'notAsked', `${period} is not asked of ${unit}`)];
	return [];
}

/** Whether intake is closed for the report; what was returned may be answered in time all the same. */
export function checkLock(
	{ unit, period }: ReportInput,
	context: IntakeContext,
	latest: StoredReports['latest'],
	now: Date,
): ReportProblem[] {
	const key = unitKey(unit, period);
	const terms = context.units.get(key)?.terms;
	if (!terms || !isLocked(terms, now)) return [];
	const returnedAt = latest.get(key)?.returnedAt;
	if (returnedAt && now <= graceEnd(new Date(returnedAt), terms.returnGraceDays)) return [];
	return [fault('period', 'locked', `${period} is closed: ask the level above for an exception`)];
}

/** Whether somebody else has reported since this entry began. */
export function checkBasis(
	{ basedOn, unit, period }: ReportInput,
	latest: StoredReports['latest'],
): ReportProblem[] {
	const newest = latest.get(unitKey(unit, period))?.revision ?? 0;
	if (basedOn === undefined || basedOn === newest) return [];
	const message = `based on revision ${basedOn}, but the newest one is ${newest}`;
	return [fault('report', 'newerRevision', message, { value: basedOn, limit: newest })];
}

/**
 * The later one of what the database and this batch hold for the unit before the period.
 * @param inBatch of the unit, what was accepted of periods before this one.
 */
export function earlierOf(
	{ unit, period }: ReportInput,
	stored: ReadonlyMap<string, EarlierReport>,
	inBatch: readonly EarlierReport[],
): EarlierReport | undefined {
	const fromStore = stored.get(unitKey(unit, period));
	const kind = parsePeriod(period)?.kind;
	const fromBatch = inBatch.findLast(
		(one) => one.period < period && kind !== undefined && parsePeriod(one.period)?.kind === kind,
	);
	if (!fromBatch) return fromStore;
	return fromStore && fromStore.period > fromBatch.period ? fromStore : fromBatch;
}

/** The places of reports in the order of their periods, whatever order they were sent in. */
export function byPeriod(inputs: readonly ({ period: string } | undefined)[]): number[] {
	const startOf = (index: number) => {
		const period = inputs[index]?.period ?? '';
		return parsePeriod(period)?.startsOn ?? period;
	};
	return [...inputs.keys()].sort((a, b) => startOf(a).localeCompare(startOf(b)));
}
