import type { Qualifier, ValueStatus } from '../../contracts/reports';
import { householdFields } from '../form/form';
import type { HouseholdSkills } from '../schemas';

export interface ReportedValue {
	status: ValueStatus;
	value: number | null;
	qualifier: Qualifier;
}

interface Figures {
	householdSkills: HouseholdSkills;
	values: Readonly<Record<string, ReportedValue>>;
}

/** One figure in two revisions; null where it wasn't reported. */
export interface Comparison {
	/** `householdSkills.allFive`, `values.outreachSessions`. */
	field: string;
	before: ReportedValue | null;
	after: ReportedValue | null;
}

const household = (value: number | null): ReportedValue | null =>
	value === null ? null : { status: 'value', value, qualifier: '=' };

/** Every figure that either revision holds, in the form's order. */
export function compareFigures(
	before: Figures,
	after: Figures,
	indicators: readonly string[],
): Comparison[] {
	const inCatalogue = new Set(indicators);
	const others = [...Object.keys(before.values), ...Object.keys(after.values)].filter(
		(code) => !inCatalogue.has(code),
	);
	return [
		...householdFields.map((name) => ({
			field: `householdSkills.${name}`,
			before: household(before.householdSkills[name]),
			after: household(after.householdSkills[name]),
		})),
		...[...indicators, ...new Set(others)].map((code) => ({
			field: `values.${code}`,
			before: before.values[code] ?? null,
			after: after.values[code] ?? null,
		})),
	].filter(({ before, after }) => before !== null || after !== null);
}

export function isChanged({ before, after }: Comparison): boolean {
	return (
		before?.status !== after?.status ||
		before?.value !== after?.value ||
		before?.qualifier !== after?.qualifier
	);
}
