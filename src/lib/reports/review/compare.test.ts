import { describe, expect, it } from 'vitest';
import { compareFigures, isChanged, type ReportedValue } from './compare';
import { householdFields } from '../form/form';
import type { HouseholdSkills } from '../schemas';

const skills = (given: Partial<HouseholdSkills>): HouseholdSkills => ({
	...(Object.fromEntries(householdFields.map((name) => [name, null])) as HouseholdSkills),
	...given,
});
const value = (number: number, qualifier: ReportedValue['qualifier'] = '='): ReportedValue => ({
	status: 'value',
	value: number,
	qualifier,
});

describe('two revisions of a report', () => {
	const before = {
		householdSkills: skills({ households: 100, skill1: 0 }),
		values: { sessions: value(3), leaflets: value(5), old: value(1) },
	};
	const after = {
		householdSkills: skills({ households: 100, allFive: 40 }),
		values: { sessions: value(4), leaflets: value(5, '~') },
	};
	const compared = compareFigures(before, after, ['leaflets', 'sessions', 'radio']);

	it('are compared figure by figure, those of neither left out', () => {
		expect(compared.map(({ field }) => field)).toEqual([
			'householdSkills.households',
			'householdSkills.skill1',
			'householdSkills.allFive',
			'values.leaflets',
			'values.sessions',
			'values.old',
		]);
	});

	it('differ where a number, its qualifier or its very presence does', () => {
		expect(compared.filter(isChanged).map(({ field }) => field)).toEqual([
			'householdSkills.skill1',
			'householdSkills.allFive',
			'values.leaflets',
			'values.sessions',
			'values.old',
		]);
	});
});
