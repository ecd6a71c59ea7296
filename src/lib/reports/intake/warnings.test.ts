import { describe, expect, it } from 'vitest';
import type { HouseholdSkills, IndicatorValue } from '../schemas';
import { median, spread, warnOf, type Figures, type WarningFacts } from './warnings';

const usual: Record<keyof HouseholdSkills, number> = {
	households: 183,
	skill1: 121,
	skill2: 104,
	skill3: 117,
	skill4: 96,
	skill5: 109,
	allFive: 83,
	assisted: 14,
	vneid: 162,
	serviceAccount: 137,
};

const count = (indicator: string, value: number): IndicatorValue => ({
	indicator,
	status: 'value',
	value,
	qualifier: '=',
});

function report(skills: Partial<HouseholdSkills> = {}, values: IndicatorValue[] = []) {
	return { householdSkills: { ...usual, ...skills }, values };
}

/** `usual`, with every skill lower by two households for each month back. */
function month(back: number, others: Figures = {}): Figures {
	const figures = Object.entries(usual).map(([name, value]): [string, number] => [
		`householdSkills.${name}`,
		name === 'households' || name === 'assisted' ? value : value - 2 * back,
	]);
	return { ...Object.fromEntries(figures), ...others };
}

function warnings(given: ReturnType<typeof report>, facts: Partial<WarningFacts> = {}) {
	return warnOf(given, { history: [], peers: {}, ...facts }, (code) => code === 'accounts').map(
		({ field, rule }) => `${field} ${rule}`,
	);
}

it('finds nothing odd in a month like those before', () => {
	expect(warnings(report(), { history: [1, 2, 3, 4, 5].map((back) => month(back)) })).toEqual([]);
	expect(warnings(report())).toEqual([]);
});

describe('a jump', () => {
	it('is a quarter of all households in one month', () => {
		const history = [month(1)];
		expect(warnings(report({ vneid: 162 - 2 + 45 }), { history })).toEqual([]);
		expect(warnings(report({ skill2: 102 + 46 }), { history })).toEqual([
			'householdSkills.skill2 jump',
		]);
	});

	it('is a fifth of the households themselves, but never a handful', () => {
		expect(warnings(report({ households: 230 }), { history: [month(1)] })).toEqual([
			'householdSkills.households jump',
		]);
		const hamlet = { 'householdSkills.households': 21 };
		expect(
			warnings({ householdSkills: { ...none, households: 29 }, values: [] }, { history: [hamlet] }),
		).toEqual([]);
	});

	it('is three times as many sessions, or a third, where there are many', () => {
		const history = [month(1, { 'values.attendance': 31, 'values.sessions': 1 })];
		expect(
			warnings(report({}, [count('attendance', 93), count('sessions', 4)]), { history }),
		).toEqual(['values.attendance jump']);
	});
});

const none: HouseholdSkills = {
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

describe('unlike its own history', () => {
	it('compares what grows by its steps', () => {
		const history = [1, 2, 3, 4, 5].map((back) => month(back));
		expect(warnings(report({ allFive: 81 + 11 }), { history })).toEqual([]);
		expect(warnings(report({ allFive: 81 + 13 }), { history })).toEqual([
			'householdSkills.allFive unlikeHistory',
		]);
	});

	it('compares a flow by its level, and needs four months to know it', () => {
		const of = (values: number[]) =>
			values.map((value, at) => month(at + 1, { 'values.attendance': value }));
		const given = report({}, [count('attendance', 118)]);
		expect(warnings(given, { history: of([52, 47, 55]) })).toEqual([]);
		expect(warnings(given, { history: of([52, 47, 55, 49]) })).toEqual([
			'values.attendance unlikeHistory',
		]);
		expect(warnings(given, { history: of([52, 147, 15, 99]) })).toEqual([]);
	});
});

it('is unlike its peers when its share of households lies far from theirs', () => {
	const peers = { 'householdSkills.skill1': { median: 0.3, spread: 0.03, units: 12 } };
	expect(warnings(report(), { peers })).toEqual(['householdSkills.skill1 unlikePeers']);
	const few = { 'householdSkills.skill1': { median: 0.3, spread: 0.03, units: 4 } };
	expect(warnings(report(), { peers: few })).toEqual([]);
	const wide = { 'householdSkills.skill1': { median: 0.3, spread: 0.1, units: 12 } };
	expect(warnings(report(), { peers: wide })).toEqual([]);
});

it('asks about counts that all end in 0, unless they are given as "about"', () => {
	const rounded = { skill1: 120, skill2: 100, skill3: 110, skill4: 90, skill5: 110, allFive: 80 };
	const others = { vneid: 160, serviceAccount: 140 };
	expect(warnings(report({ ...rounded, ...others }))).toEqual(['householdSkills.all roundNumbers']);
	expect(warnings(report(rounded))).toEqual([]);
	const about = (code: string): IndicatorValue => ({ ...count(code, 50), qualifier: '~' });
	expect(warnings({ householdSkills: none, values: ['a', 'b', 'c', 'd'].map(about) })).toEqual([]);
});

it('asks about a copy of last month', () => {
	expect(warnings(report(), { history: [month(0)] })).toEqual(['householdSkills.all copyOfLast']);
	expect(warnings(report({ vneid: 163 }), { history: [month(0)] })).toEqual([]);
});

it('says what is usual', () => {
	expect(warnOf(report({ skill2: 150 }), { history: [month(1)], peers: {} }, () => false)).toEqual([
		{ field: 'householdSkills.skill2', rule: 'jump', numbers: { value: 150, usual: 102 } },
	]);
});

it('knows the middle and the spread', () => {
	expect(median([5, 1, 3])).toBe(3);
	expect(median([4, 1, 3, 2])).toBe(2.5);
	expect(spread([1, 2, 3, 10])).toBe(1);
});
