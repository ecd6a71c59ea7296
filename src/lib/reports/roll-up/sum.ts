import type { Qualifier } from '../../contracts/reports';
import { householdFields, type Entered } from '../form/form';
import type { HouseholdSkills, IndicatorValue } from '../schemas';

/** What one village reported. */
export interface Source {
	householdSkills: HouseholdSkills;
	values: readonly IndicatorValue[];
}

export interface RollUpSum {
	/** As fields of a form, to correct. */
	entered: Entered;
	/** Fields that only some villages know, with the sum over those: it would say too little. */
	partial: { field: string; reported: number; sum: number }[];
	/** Indicators that any village reported. */
	indicators: string[];
}

/**
 * Sums what villages reported. A household count that one of them doesn't know stays unknown: its
 * share would be measured against households that nobody asked. An indicator counts what there was.
 */
export function sumUp(sources: readonly Source[]): RollUpSum {
	const entered: Entered = {};
	const partial: RollUpSum['partial'] = [];
	for (const name of householdFields) {
		const field = `householdSkills.${name}`;
		const reported = sources
			.map(({ householdSkills }) => householdSkills[name])
			.filter((value) => value !== null);
		const sum = add(reported);
		if (reported.length > 0 && reported.length < sources.length)
			partial.push({ field, reported: reported.length, sum });
		entered[field] = reported.length > 0 && reported.length === sources.length ? String(sum) : '';
	}
	const byCode = new Map<string, IndicatorValue[]>();
	for (const value of sources.flatMap(({ values }) => values))
		byCode.set(value.indicator, [...(byCode.get(value.indicator) ?? []), value]);
	for (const [code, values] of byCode) {
		const reported = values.filter(({ value }) => value !== null);
		if (reported.length === 0) {
			entered[`values.${code}`] = '';
			entered[`values.${code}.mark`] = values.some(({ status }) => status === 'notAvailable')
				? 'notAvailable'
				: 'notApplicable';
			continue;
		}
		entered[`values.${code}`] = String(add(reported.map(({ value }) => value ?? 0)));
		entered[`values.${code}.mark`] = vaguest(reported.map(({ qualifier }) => qualifier));
	}
	return { entered, partial, indicators: [...byCode.keys()] };
}

const add = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0);

/** A sum is as exact as its vaguest part. */
export function vaguest(qualifiers: readonly Qualifier[]): Qualifier {
	return (['~', '>'] as const).find((vague) => qualifiers.includes(vague)) ?? '=';
}

/** Names villages in one field of a form. */
export const codesOf = (villages: readonly { code: string }[]): string =>
	villages.map(({ code }) => code).join(' ');

/** Fields whose entry differs from the sum. */
export function corrections(sum: Entered, entered: Entered): string[] {
	return Object.keys(sum).filter(
		(field) => normal(entered[field]) !== normal(sum[field]) && !field.endsWith('.mark'),
	);
}

const normal = (text = '') => text.replace(/[.\s\u00a0]/g, '');
