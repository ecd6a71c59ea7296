import { describe, expect, it } from 'vitest';
import { mostHouseholds, type RegisterLimit } from '../../contracts/register-limit';
import { checkReport, toEarlier, type CatalogueFacts } from './checks';
import type { HouseholdSkills, ReportInput } from '../schemas';

const catalogue: CatalogueFacts = {
	isReportable: (code) => code !== 'nonsense',
	isCumulative: (code) => code === 'serviceAccounts',
	totals: [
		{ total: 'sessions', parts: ['ecommerce', 'payment'], rule: 'equal' },
		{ total: 'members', parts: ['youths'], rule: 'atMost' },
	],
};

const sound: HouseholdSkills = {
	households: 100,
	skill1: 80,
	skill2: 70,
	skill3: 75,
	skill4: 60,
	skill5: 65,
	allFive: 50,
	assisted: 20,
	vneid: 95,
	serviceAccount: 85,
};

const report = (
	skills: Partial<HouseholdSkills> | undefined,
	values: [string, number][] = [],
	extra: Partial<ReportInput> = {},
): ReportInput => ({
	unit: '98000-01',
	period: '2026-10',
	...(skills ? { householdSkills: { ...sound, ...skills } } : {}),
	values: values.map(([indicator, value]) => ({
		indicator,
		value,
		status: 'value',
		qualifier: '=',
	})),
	...extra,
});

const broken = (input: ReportInput, earlier?: ReportInput) =>
	checkReport(input, earlier && toEarlier(earlier), catalogue).map(({ field, rule, numbers }) => [
		field,
		rule,
		numbers?.['value'],
		numbers?.['limit'],
	]);

describe('the register', () => {
	const register = {
		unit: { kind: 'thon', name: 'Lai Khê' },
		register: 90,
		limit: 99,
		explained: null,
		reason: null,
	} as const;
	const held = (households: number, limit: RegisterLimit | null) =>
		checkReport(report({ households }), undefined, catalogue, limit);

	it('allows its margin, and what is above names the place, both numbers and the way out', () => {
		expect(held(99, register)).toEqual([]);
		expect(held(100, register)).toMatchObject([
			{
				field: 'householdSkills.households',
				rule: 'aboveRegister',
				numbers: { value: 100, limit: 90, most: 99 },
				place: { kind: 'thon', name: 'Lai Khê' },
				message: expect.stringMatching(/Lai Khê.*100.*90.*level above/) as string,
			},
		]);
	});

	it('stands against nothing where it is unknown', () => {
		expect(held(5000, null)).toEqual([]);
	});

	it.each([
		[100, 10, null, 110],
		[95, 10, null, 104],
		[100, 0, null, 100],
		[100, 10, 150, 150],
		[100, 10, 105, 110],
	])('of %i with %i %% and %s explained allows %i', (households, percent, explained, most) => {
		expect(mostHouseholds(households, percent, explained)).toBe(most);
	});
});

describe('household skills', () => {
	it('may be sound', () => {
		expect(broken(report({}))).toEqual([]);
	});

	it.each([
		[{ allFive: 61 }, ['householdSkills.allFive', 'allFiveAtMost.skill4', 61, 60]],
		[{ skill1: 101 }, ['householdSkills.skill1', 'atMostHouseholds', 101, 100]],
		[{ vneid: 101 }, ['householdSkills.vneid', 'atMostHouseholds', 101, 100]],
		[{ assisted: 51 }, ['householdSkills.assisted', 'ableAndAssistedAtMostHouseholds', 101, 100]],
	])('name the field, the rule and both numbers: %j', (skills, expected) => {
		expect(broken(report(skills))).toEqual([expected]);
	});

	it('are not compared with what is unknown', () => {
		expect(broken(report({ households: null, skill4: null, allFive: 61, vneid: 999 }))).toEqual([]);
	});
});

describe('indicator values', () => {
	it('add up: 39 = 13 + 26', () => {
		const parts: [string, number][] = [
			['ecommerce', 13],
			['payment', 26],
		];
		expect(broken(report({}, [...parts, ['sessions', 39]]))).toEqual([]);
		expect(broken(report({}, [...parts, ['sessions', 40]]))).toEqual([
			['values.sessions', 'partsEqualTotal', 39, 40],
		]);
	});

	it('never exceed a total, even while a part is unknown', () => {
		expect(
			broken(
				report({}, [
					['sessions', 39],
					['ecommerce', 13],
				]),
			),
		).toEqual([]);
		expect(
			broken(
				report({}, [
					['sessions', 12],
					['ecommerce', 13],
				]),
			),
		).toEqual([['values.sessions', 'partsAtMostTotal', 13, 12]]);
		expect(
			broken(
				report({}, [
					['members', 6],
					['youths', 7],
				]),
			),
		).toEqual([['values.members', 'partsAtMostTotal', 7, 6]]);
	});

	it('are of the catalogue and given once', () => {
		expect(broken(report({}, [['nonsense', 1]]))).toEqual([
			['values.nonsense', 'unknownIndicator', undefined, undefined],
		]);
		expect(
			broken(
				report({}, [
					['members', 1],
					['members', 1],
				]),
			),
		).toEqual([['values.members', 'duplicateIndicator', undefined, undefined]]);
	});

	it('or household skills are there at all', () => {
		expect(broken(report(undefined))).toEqual([
			['householdSkills', 'nothingReported', undefined, undefined],
		]);
	});
});

describe('a fall of a cumulative count', () => {
	const before = report({}, [
		['serviceAccounts', 280],
		['sessions', 9],
	]);

	it('needs a reason, and says from what to what', () => {
		expect(
			broken(
				report({ skill1: 79 }, [
					['serviceAccounts', 279],
					['sessions', 1],
				]),
				before,
			),
		).toEqual([
			['householdSkills.skill1', 'fallNeedsReason', 79, 80],
			['values.serviceAccounts', 'fallNeedsReason', 279, 280],
		]);
	});

	it('is accepted with one', () => {
		expect(broken(report({ skill1: 79 }, [], { reason: 'two families moved' }), before)).toEqual(
			[],
		);
	});

	it('is none where a number is unknown, or where households fall', () => {
		expect(broken(report({ households: 99, vneid: 95, skill2: null }), before)).toEqual([]);
	});
});
