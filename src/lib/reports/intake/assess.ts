import type { FormCatalogue } from '../../contracts/indicators';
import type { RegisterLimit } from '../../contracts/register-limit';
import { checkReport, type CatalogueFacts, type EarlierReport, type ReportProblem } from './checks';
import { typedNumber } from '../../contracts/text/typed-text';
import { reportFromForm, type Entered } from '../form/form';
import { parseReport } from './parse-report';
import { warnOf, type ReportWarning, type WarningFacts } from './warnings';

/** What a form knows of its report beside what is typed. */
export interface AssessmentFacts {
	unit: string;
	period: string;
	catalogue: FormCatalogue;
	/** What was reported last before. */
	earlier: (Omit<EarlierReport, 'values'> & { values: Readonly<Record<string, number>> }) | null;
	warnings: WarningFacts;
	/** What its households are held against; null, or left out by a phone's older work: nothing. */
	register?: RegisterLimit | null | undefined;
}

export interface Assessment {
	/** What would be sent. */
	report: unknown;
	problems: ReportProblem[];
	warnings: ReportWarning[];
}

/** What the server would say to these entries, by the very code that it uses. */
export function assess(entered: Entered, facts: AssessmentFacts): Assessment {
	const { unit, period, catalogue } = facts;
	const indicators = catalogue.indicators.map(({ code }) => code);
	const report = reportFromForm(entered, { unit, period, indicators });
	const { input, problems } = parseReport(report);
	if (!input) return { report, problems, warnings: [] };
	const rules = catalogueFacts(catalogue);
	const earlier = facts.earlier && {
		...facts.earlier,
		values: new Map(Object.entries(facts.earlier.values)),
	};
	return {
		report,
		problems: checkReport(input, earlier ?? undefined, rules, facts.register),
		warnings: warnOf(input, facts.warnings, rules.isCumulative),
	};
}

function catalogueFacts({ indicators, totals }: FormCatalogue): CatalogueFacts {
	const cumulative = new Map(indicators.map((indicator) => [indicator.code, indicator.cumulative]));
	return {
		isReportable: (code) => cumulative.has(code),
		isCumulative: (code) => cumulative.get(code) === true,
		totals,
	};
}

/** A sum that a reader would otherwise do in the head; `of` = what it may not exceed, if known. */
export interface RunningTotal {
	parts: number[];
	sum: number;
	of: number | null;
}

const numberIn = (entered: Entered, field: string): number | null => {
	const value = typedNumber(entered[field] ?? '');
	return typeof value === 'number' ? value : null;
};

function totalOf(entered: Entered, fields: readonly string[], of: string): RunningTotal | null {
	const parts = fields
		.map((field) => numberIn(entered, field))
		.filter((value): value is number => value !== null);
	if (parts.length === 0) return null;
	const sum = parts.reduce((before, value) => before + value, 0);
	return { parts, sum, of: numberIn(entered, of) };
}

/** Households that are able or assisted, of all households; null before anything is typed. */
export function accountedHouseholds(entered: Entered): RunningTotal | null {
	const fields = ['householdSkills.allFive', 'householdSkills.assisted'];
	return totalOf(entered, fields, 'householdSkills.households');
}

/** What the parts of a total add up to so far, by the total's code. */
export function runningTotals(
	entered: Entered,
	totals: FormCatalogue['totals'],
): Map<string, RunningTotal> {
	return new Map(
		totals.flatMap(({ total, parts }) => {
			const fields = parts.map((part) => `values.${part}`);
			const found = totalOf(entered, fields, `values.${total}`);
			return found && parts.length > 1 ? [[total, found] as const] : [];
		}),
	);
}
