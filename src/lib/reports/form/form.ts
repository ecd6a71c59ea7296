import * as v from 'valibot';
import { reportSources, type Qualifier, type ValueStatus } from '../../contracts/reports';
import type { HouseholdSkills } from '../schemas';
import { typedNumber } from '../../contracts/text/typed-text';

export const householdFields = [
	'households',
	'skill1',
	'skill2',
	'skill3',
	'skill4',
	'skill5',
	'allFive',
	'assisted',
	'vneid',
	'serviceAccount',
] as const satisfies readonly (keyof HouseholdSkills)[];

/** How a figure is meant; the last two stand for "no figure". */
export const marks = ['=', '>', '~', 'notAvailable', 'notApplicable'] as const;
export type Mark = (typeof marks)[number];

/** What the visitor typed, by field name, to fill the form again. */
export type Entered = Record<string, string>;

/** A stored value as the form shows it. */
export function enteredOf(
	code: string,
	stored: { status: ValueStatus; value: number | null; qualifier: Qualifier } | undefined,
): Entered {
	if (!stored) return {};
	return {
		[`values.${code}`]: stored.value?.toString() ?? '',
		[`values.${code}.mark`]: stored.status === 'value' ? stored.qualifier : stored.status,
	};
}

/** Stored values as a list, each with its indicator. */
export function indicatorValues<Value>(
	values: Readonly<Record<string, Value>>,
): (Value & { indicator: string })[] {
	return Object.entries(values).map(([indicator, value]) => ({ ...value, indicator }));
}

/** A stored report as the form shows it. */
export function enteredReport({
	householdSkills,
	values,
}: {
	householdSkills: Partial<HouseholdSkills>;
	values: Record<string, { status: ValueStatus; value: number | null; qualifier: Qualifier }>;
}): Entered {
	const others = Object.entries(values).map(([code, value]) => enteredOf(code, value));
	return {
		...Object.fromEntries(
			householdFields.map((name) => [
				`householdSkills.${name}`,
				householdSkills[name]?.toString() ?? '',
			]),
		),
		...Object.fromEntries(others.flatMap((fields) => Object.entries(fields))),
	};
}

export interface FormOf {
	unit: string;
	period: string;
	/** Codes that the form has fields for. */
	indicators: readonly string[];
}

const explained = 'explanations.';

/**
 * The entry form's fields as a report that `parseReport` reads. Fields: `householdSkills.NAME`,
 * `values.CODE` with `values.CODE.mark`, `reason`, `source`, `explanations.FIELD`, and hidden ones:
 * `basedOn`, `clientId`.
 */
export function reportFromForm(entered: Entered, about: FormOf): unknown {
	const householdSkills = Object.fromEntries(
		householdFields.map((name) => [name, typedNumber(entered[`householdSkills.${name}`] ?? '')]),
	);
	const hasHouseholds = Object.values(householdSkills).some((value) => value !== null);
	const values = about.indicators.flatMap((indicator): unknown[] => {
		const mark = v.parse(v.fallback(v.picklist(marks), '='), entered[`values.${indicator}.mark`]);
		if (mark === 'notAvailable' || mark === 'notApplicable') return [{ indicator, status: mark }];
		const value = typedNumber(entered[`values.${indicator}`] ?? '');
		return value === null ? [] : [{ indicator, value, qualifier: mark }];
	});
	const explanations = Object.entries(entered).flatMap(([name, text]) =>
		name.startsWith(explained) && text.trim() !== ''
			? [{ field: name.slice(explained.length), text }]
			: [],
	);
	const reason = entered['reason']?.trim() ?? '';
	const source = v.parse(v.fallback(v.picklist(reportSources), 'self'), entered['source']);
	return {
		unit: about.unit,
		period: about.period,
		...(hasHouseholds ? { householdSkills } : {}),
		values,
		...(reason === '' ? {} : { reason }),
		...(explanations.length === 0 ? {} : { explanations }),
		...(source === 'self' ? {} : { source }),
		...(entered['basedOn'] === undefined ? {} : { basedOn: typedNumber(entered['basedOn']) }),
		...(entered['clientId'] === undefined ? {} : { clientId: entered['clientId'] }),
	};
}

const isFigure = (field: string) => /^(householdSkills|values)\.\w+$/.test(field);
const shownMark = (entered: Entered, field: string) => entered[`${field}.mark`] ?? '=';

/** The fields in which two forms say different things, in the order of the first. */
export function differences(mine: Entered, other: Entered): string[] {
	const fields = [...new Set([...Object.keys(mine), ...Object.keys(other)])].filter(isFigure);
	return fields.filter(
		(field) =>
			typedNumber(mine[field] ?? '') !== typedNumber(other[field] ?? '') ||
			shownMark(mine, field) !== shownMark(other, field),
	);
}

/** A figure with how it is meant: `hơn 35000`, `chưa có số liệu`; empty when it was left blank. */
export function shownFigure(
	entered: Entered,
	field: string,
	words: Readonly<Record<Mark, string>>,
): string {
	const mark = v.parse(v.fallback(v.picklist(marks), '='), entered[`${field}.mark`]);
	const figure = entered[field] ?? '';
	if (mark === 'notAvailable' || mark === 'notApplicable') return words[mark];
	return mark === '=' || figure === '' ? figure : `${words[mark]} ${figure}`;
}
