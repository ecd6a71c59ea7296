import { householdFields, type Entered } from '../form/form';
import { vaguest } from '../roll-up/sum';
import type { HouseholdSkills, IndicatorValue } from '../schemas';

/** What was approved of a unit's month. */
export interface MonthFigures {
	/** `2026-07`. */
	month: string;
	householdSkills: HouseholdSkills;
	values: readonly IndicatorValue[];
}

/** A longer period's figures, from the months within it. */
export interface Derived {
	/** As fields of a form, to correct. */
	entered: Entered;
	/** Codes of the indicators that any month reported a figure of. */
	indicators: string[];
	/** Months that it was derived from, and those of the period without an approved report. */
	months: string[];
	missing: string[];
	/** The month whose households it says; null where no month's are complete. */
	householdsOf: string | null;
}

/**
 * How things stand at the end of a longer period: as of its latest part that says so completely,
 * never of a newer one that says only a part. @param parts in order of time.
 */
export const latestComplete = <Part>(
	parts: readonly Part[],
	isComplete: (part: Part) => boolean,
): Part | undefined => parts.findLast(isComplete);

/**
 * What happened is added up over the months; how things stand, households too, is as of the latest
 * month that says so completely. Shares follow from what they are shares of.
 * @param months approved ones, in order. @param all the period's months. @param isSum of an indicator.
 */
export function deriveFromMonths(
	months: readonly MonthFigures[],
	all: readonly string[],
	isSum: (indicator: string) => boolean,
): Derived | null {
	if (months.length === 0) return null;
	const latest = latestComplete(months, ({ householdSkills }) =>
		householdFields.every((name) => householdSkills[name] !== null),
	);
	const households = householdFields.map((name): [string, string] => [
		`householdSkills.${name}`,
		latest?.householdSkills[name]?.toString() ?? '',
	]);
	const byCode = new Map<string, IndicatorValue[]>();
	for (const value of months.flatMap(({ values }) => values))
		if (value.value !== null)
			byCode.set(value.indicator, [...(byCode.get(value.indicator) ?? []), value]);
	const values = [...byCode].flatMap(([code, given]): [string, string][] => {
		const parts = isSum(code) ? given : given.slice(-1);
		const sum = parts.reduce((total, { value }) => total + (value ?? 0), 0);
		return [
			[`values.${code}`, String(sum)],
			[`values.${code}.mark`, vaguest(parts.map(({ qualifier }) => qualifier))],
		];
	});
	const known = months.map(({ month }) => month);
	return {
		entered: Object.fromEntries([...households, ...values]),
		indicators: [...byCode.keys()],
		months: known,
		missing: all.filter((month) => !known.includes(month)),
		householdsOf: latest?.month ?? null,
	};
}
