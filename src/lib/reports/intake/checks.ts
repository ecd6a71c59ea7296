import type { PlaceName } from '../../contracts/admin-units';
import type { RegisterLimit } from '../../contracts/register-limit';
import { cumulativeSkills } from '../../contracts/reports';
import type { HouseholdSkills, IndicatorValue, ReportInput } from '../schemas';

/** One fault: where, which rule, and the numbers that break it. Interfaces word it by `rule`. */
export interface ReportProblem {
	/** `householdSkills.allFive`, `values.outreachSessions`, `period` … */
	field: string;
	rule: string;
	message: string;
	numbers?: Record<string, number>;
	/** The place that the numbers are of, where the rule is about it. */
	place?: PlaceName;
}

/** What the checks need to know of the catalogue. */
export interface CatalogueFacts {
	isReportable: (code: string) => boolean;
	isCumulative: (code: string) => boolean;
	totals: readonly { total: string; parts: readonly string[]; rule: 'equal' | 'atMost' }[];
}

/** What the same unit reported last for an earlier period of the same kind. */
export interface EarlierReport {
	period: string;
	householdSkills: Partial<HouseholdSkills>;
	/** Values by indicator code; only real values. */
	values: ReadonlyMap<string, number>;
}

const skills = ['skill1', 'skill2', 'skill3', 'skill4', 'skill5'] as const;

/**
 * All rules that one report can break by itself, against the one before and against the register of
 * its unit. Empty = fine.
 */
export function checkReport(
	report: ReportInput,
	earlier: EarlierReport | undefined,
	catalogue: CatalogueFacts,
	register: RegisterLimit | null = null,
): ReportProblem[] {
	return [
		...(report.householdSkills ? checkSkills(report.householdSkills) : []),
		...checkRegister(report, register),
		...checkValues(report.values, catalogue),
		...(report.householdSkills === undefined && report.values.length === 0
			? [problem('householdSkills', 'nothingReported', 'the report holds no figure')]
			: []),
		...(earlier && report.reason === undefined ? checkFalls(report, earlier, catalogue) : []),
	];
}

/** A report as the one that its successor is compared with. */
export function toEarlier({ period, householdSkills, values }: ReportInput): EarlierReport {
	return {
		period,
		householdSkills: householdSkills ?? {},
		values: new Map(
			values.flatMap(({ indicator, value }) => (value === null ? [] : [[indicator, value]])),
		),
	};
}

function problem(
	field: string,
	rule: string,
	message: string,
	numbers?: Record<string, number>,
): ReportProblem {
	return { field, rule, message, ...(numbers ? { numbers } : {}) };
}

/** `left ≤ right`, where both are known. */
function atMost(
	field: string,
	rule: string,
	left: { name: string; value: number | null },
	right: { name: string; value: number | null },
): ReportProblem[] {
	if (left.value === null || right.value === null || left.value <= right.value) return [];
	const message = `${left.name} (${left.value}) must not be above ${right.name} (${right.value})`;
	return [
		problem(`householdSkills.${field}`, rule, message, {
			value: left.value,
			limit: right.value,
		}),
	];
}

/** All five ≤ each skill ≤ households; able or assisted, never both. */
function checkSkills(given: HouseholdSkills): ReportProblem[] {
	const households = { name: 'households', value: given.households };
	const named = (name: keyof HouseholdSkills) => ({ name, value: given[name] });
	const accounted =
		given.allFive === null || given.assisted === null ? null : given.allFive + given.assisted;
	return [
		...skills.flatMap((skill) => [
			...atMost('allFive', `allFiveAtMost.${skill}`, named('allFive'), named(skill)),
			...atMost(skill, 'atMostHouseholds', named(skill), households),
		]),
		...(['allFive', 'vneid', 'serviceAccount', 'assisted'] as const).flatMap((name) =>
			atMost(name, 'atMostHouseholds', named(name), households),
		),
		...atMost(
			'assisted',
			'ableAndAssistedAtMostHouseholds',
			{ name: 'allFive + assisted', value: accounted },
			households,
		),
	];
}

/** More households than the register and its margin allow stand until the level above explains them. */
function checkRegister(
	{ unit, householdSkills }: ReportInput,
	register: RegisterLimit | null,
): ReportProblem[] {
	const households = householdSkills?.households ?? null;
	if (!register || households === null || households <= register.limit) return [];
	const numbers = { value: households, limit: register.register, most: register.limit };
	const message =
		`${unit} (${register.unit.name}) reports ${households} households, its register says ${register.register} ` +
		`and allows ${register.limit}: correct the number, or ask an administrator of the level above to explain it`;
	return [
		{
			...problem('householdSkills.households', 'aboveRegister', message, numbers),
			place: register.unit,
		},
	];
}

function checkValues(values: readonly IndicatorValue[], catalogue: CatalogueFacts) {
	const problems: ReportProblem[] = [];
	const byCode = new Map<string, IndicatorValue>();
	for (const value of values) {
		const field = `values.${value.indicator}`;
		if (!catalogue.isReportable(value.indicator))
			problems.push(problem(field, 'unknownIndicator', 'there is no such indicator to report'));
		if (byCode.has(value.indicator))
			problems.push(problem(field, 'duplicateIndicator', 'the indicator is given twice'));
		byCode.set(value.indicator, value);
	}
	const exact = (code: string) => {
		const given = byCode.get(code);
		return given?.qualifier === '=' ? given.value : null;
	};
	for (const { total, parts, rule } of catalogue.totals) {
		const whole = exact(total);
		const counted = parts.map(exact).filter((value) => value !== null);
		const sum = counted.reduce((before, value) => before + value, 0);
		if (whole === null || counted.length === 0) continue;
		// Parts that aren't known may make up the rest, so the sum can only be too large.
		const mustEqual = rule === 'equal' && counted.length === parts.length;
		if (mustEqual ? sum === whole : sum <= whole) continue;
		const relation = mustEqual ? 'must equal' : 'must not be above';
		problems.push(
			problem(
				`values.${total}`,
				mustEqual ? 'partsEqualTotal' : 'partsAtMostTotal',
				`${parts.join(' + ')} (${sum}) ${relation} ${total} (${whole})`,
				{ value: sum, limit: whole },
			),
		);
	}
	return problems;
}

function checkFalls(
	report: ReportInput,
	earlier: EarlierReport,
	catalogue: CatalogueFacts,
): ReportProblem[] {
	const fall = (field: string, before: number | null | undefined, now: number | null) =>
		before == null || now === null || now >= before
			? []
			: [
					problem(field, 'fallNeedsReason', `fell from ${before} to ${now}: give a reason`, {
						value: now,
						limit: before,
					}),
				];
	const skillsNow = report.householdSkills;
	return [
		...cumulativeSkills.flatMap((name) =>
			fall(`householdSkills.${name}`, earlier.householdSkills[name], skillsNow?.[name] ?? null),
		),
		...report.values.flatMap(({ indicator, value }) =>
			catalogue.isCumulative(indicator)
				? fall(`values.${indicator}`, earlier.values.get(indicator), value)
				: [],
		),
	];
}
