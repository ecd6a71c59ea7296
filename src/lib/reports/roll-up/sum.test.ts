import { describe, expect, it } from 'vitest';
import type { HouseholdSkills } from '../schemas';
import { corrections, sumUp, type Source } from './sum';

const nothing: HouseholdSkills = {
	households: null,
	skill1: null,
	skill2: null,
	skill3: null,
	skill4: null,
	skill5: null,
	allFive: null,
	assisted: null,
	vneid: null,
	serviceAccount: null,
};
const village = (skills: Partial<HouseholdSkills>, values: Source['values'] = []): Source => ({
	householdSkills: { ...nothing, ...skills },
	values,
});
const value = (indicator: string, number: number, qualifier: '=' | '>' | '~' = '=') => ({
	indicator,
	status: 'value' as const,
	value: number,
	qualifier,
});

describe('a sum over villages', () => {
	it('adds what all of them know, and leaves unknown what one of them does not', () => {
		const { entered, partial } = sumUp([
			village({ households: 100, skill1: 60, skill2: 0 }),
			village({ households: 50, skill2: 0 }),
		]);
		expect(entered).toMatchObject({
			'householdSkills.households': '150',
			'householdSkills.skill1': '',
			'householdSkills.skill2': '0',
			'householdSkills.skill3': '',
		});
		expect(partial).toEqual([{ field: 'householdSkills.skill1', reported: 1, sum: 60 }]);
	});

	it('is as exact as its vaguest part, and keeps what nobody could count', () => {
		const { entered, indicators } = sumUp([
			village({}, [value('sessions', 3), value('leaflets', 100, '>')]),
			village({}, [
				value('sessions', 2, '~'),
				{ indicator: 'radio', status: 'notAvailable', value: null, qualifier: '=' },
			]),
		]);
		expect(entered).toMatchObject({
			'values.sessions': '5',
			'values.sessions.mark': '~',
			'values.leaflets': '100',
			'values.leaflets.mark': '>',
			'values.radio.mark': 'notAvailable',
		});
		expect(indicators).toEqual(['sessions', 'leaflets', 'radio']);
	});

	it('tells what was corrected, however thousands are written', () => {
		const { entered } = sumUp([village({ households: 1200, skill1: 30 })]);
		expect(corrections(entered, { ...entered, 'householdSkills.households': '1.200' })).toEqual([]);
		expect(corrections(entered, { ...entered, 'householdSkills.skill1': '31' })).toEqual([
			'householdSkills.skill1',
		]);
	});
});
