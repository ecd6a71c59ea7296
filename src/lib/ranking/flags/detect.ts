import type { ExaminedReport, Flag, FlagCase, FlagCode } from '../../contracts/awards/flags';
import { copies } from './copies';
import { digitPatterns } from './digits';
import { caseOf, neighbours, pairs, shareOf } from './examined';
import type { FlagLimits } from './limits';
import { dayLength } from '../../contracts/local-time';

/** When a season's figures are frozen, as far as patterns depend on it. */
export interface FreezeMoment {
	/** The last month that counts, or is going to; a fall after it is a reversal. */
	lastMonth: string;
	/** ISO instant. */
	freezeAt: string;
}

export interface Detector {
	unitIds: number[];
	flagsOf: (unitId: number) => Flag[];
}

/**
 * Looks for what honest reports seldom show, unit by unit and by kind. The order of reports makes no
 * difference.
 */
export function detector(
	reports: readonly ExaminedReport[],
	when: FreezeMoment,
	limits: FlagLimits,
): Detector {
	const byUnit = new Map<number, ExaminedReport[]>();
	for (const report of reports.toSorted(
		(one, other) => one.unitId - other.unitId || (one.month < other.month ? -1 : 1),
	)) {
		const known = byUnit.get(report.unitId);
		if (known) known.push(report);
		else byUnit.set(report.unitId, [report]);
	}
	const copied = copies(byUnit, limits);
	const isLogKept = keepsLog(byUnit, limits);
	const accounts = manyUnits(reports, limits);
	const flagsOf = (unitId: number): Flag[] => {
		const ofUnit = byUnit.get(unitId) ?? [];
		const counted = ofUnit.filter(({ month }) => month <= when.lastMonth);
		const found: Record<FlagCode, FlagCase[]> = {
			...{
				jumpBeforeFreeze: jumps(counted, when, limits),
				reversalAfterFreeze: reversals(ofUnit, when, limits),
			},
			...digitPatterns(ofUnit, limits),
			...{ copies: copied.get(unitId) ?? [], fallingCounts: fallingCounts(ofUnit) },
			aboveRegister: aboveRegister(ofUnit),
			outcomeWithoutActivity: isLogKept ? outcomeWithoutActivity(counted, limits) : [],
			activityWithoutOutcome: activityWithoutOutcome(counted, limits),
			oneAccount: oneAccount(ofUnit, accounts),
			lateCorrections: lateCorrections(ofUnit, when.freezeAt, limits),
		};
		return (Object.entries(found) as [FlagCode, FlagCase[]][]).flatMap(([code, cases]) =>
			cases.length === 0 ? [] : [{ code, unitId, cases }],
		);
	};
	return { unitIds: [...byUnit.keys()], flagsOf };
}

function change(before: ExaminedReport, after: ExaminedReport) {
	const [from, to] = [shareOf(before), shareOf(after)];
	return from === null || to === null ? null : { from, to };
}

function jumps(
	reports: readonly ExaminedReport[],
	{ lastMonth }: FreezeMoment,
	{ jump }: FlagLimits,
): FlagCase[] {
	return neighbours(reports).flatMap(([before, report]) => {
		const moved = change(before, report);
		return report.month === lastMonth && moved && moved.to - moved.from >= jump
			? [caseOf([before, report], moved)]
			: [];
	});
}

function reversals(
	reports: readonly ExaminedReport[],
	{ lastMonth }: FreezeMoment,
	{ jump }: FlagLimits,
): FlagCase[] {
	return neighbours(reports).flatMap(([before, report]) => {
		const moved = change(before, report);
		return report.month > lastMonth && moved && moved.from - moved.to >= jump
			? [caseOf([before, report], moved)]
			: [];
	});
}

function fallingCounts(reports: readonly ExaminedReport[]): FlagCase[] {
	return pairs(reports).flatMap(([before, report]) => {
		const fallen = before.cumulative.flatMap((code) => {
			const [from, to] = [before.figures[code], report.figures[code]];
			return from !== undefined && to !== undefined && to < from ? [{ from, to }] : [];
		});
		const [deepest] = fallen.toSorted((one, other) => one.to - one.from - (other.to - other.from));
		return deepest ? [caseOf([before, report], { ...deepest, counts: fallen.length })] : [];
	});
}

/** More households than the register allows, or more that are able than there are. */
function aboveRegister(reports: readonly ExaminedReport[]): FlagCase[] {
	return reports.flatMap((report) => {
		const { households, able, mostHouseholds } = report;
		if (households === null) return [];
		if (mostHouseholds !== null && households > mostHouseholds)
			return [caseOf([report], { households, most: mostHouseholds })];
		return able !== null && able > households
			? [caseOf([report], { households: able, most: households })]
			: [];
	});
}

/** What became of a season, from its first report of households to the last. */
function season(reports: readonly ExaminedReport[]) {
	const known = reports.filter((report) => shareOf(report) !== null);
	const [first, last] = [known[0], known.at(-1)];
	if (!first || !last || first === last) return null;
	const taught = reports.filter(({ month }) => month > first.month && month <= last.month);
	const sum = (of: (report: ExaminedReport) => number) =>
		taught.reduce((total, report) => total + of(report), 0);
	return {
		...{ ends: [first, last], from: shareOf(first) ?? 0, to: shareOf(last) ?? 0 },
		own: sum(({ activities }) => activities),
		above: sum(({ activitiesAbove }) => activitiesAbove),
	};
}

function outcomeWithoutActivity(
	reports: readonly ExaminedReport[],
	{ gain }: FlagLimits,
): FlagCase[] {
	const all = season(reports);
	if (!all || all.own + all.above > 0 || all.to - all.from < gain) return [];
	return [caseOf(all.ends, { from: all.from, to: all.to })];
}

function activityWithoutOutcome(
	reports: readonly ExaminedReport[],
	limits: FlagLimits,
): FlagCase[] {
	const all = season(reports);
	if (!all || all.own < limits.activities || all.to >= limits.allAble) return [];
	if (all.to - all.from > limits.noGain) return [];
	return [caseOf(all.ends, { activities: all.own, from: all.from, to: all.to })];
}

/** Whether so many keep the log that its silence says something. */
function keepsLog(
	byUnit: ReadonlyMap<number, readonly ExaminedReport[]>,
	{ logKept }: FlagLimits,
): boolean {
	const units = [...byUnit.values()];
	const keep = units.filter((reports) =>
		reports.some(({ activities, activitiesAbove }) => activities + activitiesAbove > 0),
	);
	return keep.length >= units.length * logKept;
}

/** Accounts that fill in the form for many units as their own, with how many. */
function manyUnits(
	reports: readonly ExaminedReport[],
	{ unitsOfAccount }: FlagLimits,
): Map<number, number> {
	const unitsOf = new Map<number, Set<number>>();
	for (const { enteredBy, unitId } of reports)
		if (enteredBy !== null)
			unitsOf.set(enteredBy, (unitsOf.get(enteredBy) ?? new Set()).add(unitId));
	return new Map(
		[...unitsOf].flatMap(([account, { size }]): [number, number][] =>
			size < unitsOfAccount ? [] : [[account, size]],
		),
	);
}

function oneAccount(
	reports: readonly ExaminedReport[],
	accounts: ReadonlyMap<number, number>,
): FlagCase[] {
	return [...accounts].flatMap(([account, units]) => {
		const own = reports.filter(({ enteredBy }) => enteredBy === account);
		return own.length === 0 ? [] : [caseOf(own, { units })];
	});
}

function lateCorrections(
	reports: readonly ExaminedReport[],
	freezeAt: string,
	limits: FlagLimits,
): FlagCase[] {
	const freeze = Date.parse(freezeAt);
	const isLate = (at: string) => {
		const before = freeze - Date.parse(at);
		return before >= 0 && before < limits.lateDays * dayLength;
	};
	const all = reports.reduce((sum, { correctedAt }) => sum + correctedAt.length, 0);
	const late = reports.reduce((sum, report) => sum + report.correctedAt.filter(isLate).length, 0);
	const corrected = reports.filter(({ correctedAt }) => correctedAt.some(isLate));
	return late >= limits.lateCorrections && late >= all * limits.latePart
		? [caseOf(corrected, { late, all })]
		: [];
}
