import { expect, it } from 'vitest';
import type { HouseholdSkills } from '../schemas';
import { deriveFromMonths, type MonthFigures } from './derive';

const skills = (households: number, able: number | null): HouseholdSkills => ({
	...{ households, skill1: able, skill2: able, skill3: able, skill4: able, skill5: able },
	...{ allFive: able, assisted: 0, vneid: able, serviceAccount: able },
});
const month = (
	code: string,
	able: number | null,
	leaflets: number,
	teams: number,
): MonthFigures => ({
	month: code,
	householdSkills: skills(100, able),
	values: [
		{ indicator: 'leaflets', status: 'value', value: leaflets, qualifier: '=' },
		{ indicator: 'teams', status: 'value', value: teams, qualifier: '>' },
	],
});
const quarter = ['2022-07', '2022-08', '2022-09'];
const isSum = (code: string) => code === 'leaflets';

it('adds up what happened, and takes the latest of how things stand, households when complete', () => {
	const months = [month('2022-07', 40, 10, 3), month('2022-09', null, 5, 4)];
	expect(deriveFromMonths(months, quarter, isSum)).toMatchObject({
		entered: {
			...{ 'values.leaflets': '15', 'values.leaflets.mark': '=' },
			...{ 'values.teams': '4', 'values.teams.mark': '>' },
			...{ 'householdSkills.households': '100', 'householdSkills.allFive': '40' },
		},
		months: ['2022-07', '2022-09'],
		missing: ['2022-08'],
		householdsOf: '2022-07',
	});
});

it('says that no month is complete, and nothing where there is no month', () => {
	const derived = deriveFromMonths([month('2022-07', null, 1, 1)], quarter, isSum);
	expect(derived?.householdsOf).toBeNull();
	expect(derived?.entered['householdSkills.allFive']).toBe('');
	expect(deriveFromMonths([], quarter, isSum)).toBeNull();
});
