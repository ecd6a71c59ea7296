import { expect, it } from 'vitest';
import { enteredOf, reportFromForm } from './form';

const about = { unit: '98000-01', period: '2026-10', indicators: ['leaflets', 'members'] };

it('reads thousands as people write them, and blanks as unknown', () => {
	expect(
		reportFromForm(
			{ 'householdSkills.households': ' 1.234 ', 'householdSkills.skill1': '' },
			about,
		),
	).toMatchObject({ householdSkills: { households: 1234, skill1: null } });
});

it('hands on what is no number, for the checks to refuse', () => {
	expect(reportFromForm({ 'householdSkills.households': '12,5' }, about)).toMatchObject({
		householdSkills: { households: '12,5' },
	});
	expect(reportFromForm({ 'householdSkills.households': '-3' }, about)).toMatchObject({
		householdSkills: { households: '-3' },
	});
	expect(reportFromForm({ 'householdSkills.households': '1.5' }, about)).toMatchObject({
		householdSkills: { households: '1.5' },
	});
});

it('keeps qualifiers, and tells "not available" from nothing entered', () => {
	expect(
		reportFromForm(
			{
				'values.leaflets': '35000',
				'values.leaflets.mark': '>',
				'values.members.mark': 'notAvailable',
			},
			about,
		),
	).toMatchObject({
		values: [
			{ indicator: 'leaflets', value: 35000, qualifier: '>' },
			{ indicator: 'members', status: 'notAvailable' },
		],
	});
});

it('shows a stored value so that sending it again says the same', () => {
	const stored = { status: 'value', value: 453, qualifier: '~' } as const;
	expect(reportFromForm(enteredOf('members', stored), about)).toMatchObject({
		values: [{ indicator: 'members', value: 453, qualifier: '~' }],
	});
});
