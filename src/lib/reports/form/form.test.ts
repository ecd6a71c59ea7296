import { expect, it } from 'vitest';
import { differences, enteredOf, enteredReport, reportFromForm, shownFigure } from './form';

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

it('shows a stored report so that sending it again says the same', () => {
	const householdSkills = { households: 1234, skill1: 0 };
	const values = { leaflets: { status: 'notApplicable', value: null, qualifier: '=' } } as const;
	expect(reportFromForm(enteredReport({ householdSkills, values }), about)).toMatchObject({
		householdSkills: { households: 1234, skill1: 0, vneid: null },
		values: [{ indicator: 'leaflets', status: 'notApplicable' }],
	});
});

it('says where the figures come from, what they are based on, and what was odd', () => {
	expect(
		reportFromForm(
			{
				source: 'phone',
				basedOn: '2',
				clientId: '7b0c8f0a-6f5e-4bd0-8a5e-6a0f6f7f8a11',
				'explanations.householdSkills.vneid': 'đợt cấp tài khoản tại thôn',
				'explanations.values.leaflets': ' ',
			},
			about,
		),
	).toMatchObject({
		source: 'phone',
		basedOn: 2,
		clientId: '7b0c8f0a-6f5e-4bd0-8a5e-6a0f6f7f8a11',
		explanations: [{ field: 'householdSkills.vneid', text: 'đợt cấp tài khoản tại thôn' }],
	});
	expect(reportFromForm({ source: 'self' }, about)).not.toHaveProperty('source');
});

it('finds what two forms say differently, however it is written', () => {
	const mine = { 'householdSkills.vneid': '1.234', 'values.leaflets': '50', reason: 'a' };
	const other = {
		'householdSkills.vneid': '1234',
		'values.leaflets': '50',
		'values.leaflets.mark': '~',
		'values.members': '6',
	};
	expect(differences(mine, other)).toEqual(['values.leaflets', 'values.members']);
	const words = { '=': '', '>': 'hơn', '~': 'khoảng', notAvailable: 'chưa có', notApplicable: '–' };
	expect(shownFigure(other, 'values.leaflets', words)).toBe('khoảng 50');
	expect(shownFigure({ 'values.members.mark': 'notAvailable' }, 'values.members', words)).toBe(
		'chưa có',
	);
});
