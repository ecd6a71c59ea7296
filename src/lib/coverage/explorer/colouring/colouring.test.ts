import { describe, expect, it } from 'vitest';
import type { UnitFigures, UnitStatus } from '../../../contracts/coverage';
import type { Classing, Colouring } from '../../../contracts/map/colouring';
import { vi } from '../../../messages/vi';
import { createFormat } from '../../../messages/format';
import { colouringBounds, comparedMonth, type ColouringSources } from './colouring';
import { classStates } from '../../../contracts/map/states';
import { classWordsOf, colouredText } from './colouring-text';
import { colourRows } from './coloured-rows';
import { continuousClasses, quantileClasses } from './classes';
import type { UnitRow } from '../rows';

const language = { t: vi, format: createFormat('vi', vi) };

const figures = (able: number | null): UnitFigures => ({
	unitId: 1,
	basis: 'approved',
	able: Array<number | null>(9).fill(able),
	base: Array<number>(9).fill(1_000),
	receivedAt: '2026-10-20T00:00:00Z',
	approvedAt: '2026-10-21T00:00:00Z',
});

const row = (changes: Partial<UnitRow> = {}): UnitRow => ({
	unit: {
		id: 1,
		code: '1',
		level: 'commune',
		kind: 'xa',
		name: 'Một',
		parentId: null,
		validFrom: '2025-07-01',
		validTo: null,
		register: 1_000,
		reportsRequired: 10,
	},
	reading: { kind: 'share', share: 0.6, able: 600, base: 1_000, reportedShare: 1 },
	timeliness: 'onTime',
	growth: 0.019_6,
	rank: 1,
	receivedAt: null,
	approvedAt: null,
	...changes,
});

const sources: ColouringSources = {
	measure: 'allFive',
	figures: new Map([[1, figures(600)]]),
	earlier: new Map([[1, figures(450)]]),
	targets: new Map(),
	target: 0.8,
	checked: new Map(),
	statuses: new Map(),
};

function colour(
	{ colouring, classing = 'fixed' }: { colouring: Colouring; classing?: Classing },
	changes: Partial<UnitRow> = {},
	more = {},
) {
	const { coloured, classes } = colourRows(
		[row(changes)],
		{ colouring, classing },
		{ ...sources, ...more },
	);
	const own = coloured.get(1);
	if (!own) throw new Error('Every row is coloured.');
	return { ...own, classes };
}

const stateOf = (colouring: Colouring, changes: Partial<UnitRow> = {}, more = {}) =>
	colour({ colouring }, changes, more).state;

describe('what a map is coloured by', () => {
	it('is written below zero as above, and in the class of that', () => {
		for (const [growth, text, state] of [
			[0.0205, '+2,1', 'class4'],
			[-0.0205, '-2,1', 'class0'],
		] as const) {
			expect(colouredText(growth, 'growth1', language)).toBe(text);
			expect(stateOf('growth1', { growth })).toBe(state);
		}
	});

	it('is in the class that its written number is in', () => {
		const scheme = { colouring: 'growth1', classing: 'fixed' } as const;
		const { state, value, classes } = colour(scheme);
		expect(colouredText(value, 'growth1', language)).toBe('+2,0');
		const names = classWordsOf(scheme, classes, language)?.names ?? [];
		expect(names[classStates.findIndex((each) => each === state)]).toBe(
			'Từ +2,0 đến dưới +5,0 điểm phần trăm',
		);
	});

	it('compares with the month that it names', () => {
		expect(comparedMonth('growth12', '2026-03')).toBe('2025-03');
		expect(comparedMonth('growth3', '2026-03')).toBe('2025-12');
		expect(comparedMonth('level', '2026-03')).toBeNull();
		expect(stateOf('growth12')).toBe('class4');
		expect(stateOf('growth3')).toBe('class5');
	});

	it('says so where there is nothing to compare with, and invents no growth of what is hidden', () => {
		expect(stateOf('growth3', {}, { earlier: new Map() })).toBe('incomparable');
		expect(stateOf('growth3', { reading: { kind: 'hidden', class: 3 } })).toBe('hidden');
		expect(stateOf('growth3', {}, { earlier: new Map([[1, figures(null)]]) })).toBe('incomparable');
		expect(
			stateOf('growth1', { reading: { kind: 'none' }, timeliness: 'missing', growth: null }),
		).toBe('missing');
	});

	it('measures the distance to the own target before that of the whole', () => {
		expect(stateOf('distance')).toBe('class2');
		expect(stateOf('distance', {}, { targets: new Map([[1, 0.6]]) })).toBe('class5');
		expect(stateOf('distance', {}, { target: null })).toBe('incomparable');
	});

	it('counts the reports that came in time, and keeps apart who sent none', () => {
		const status = (onTime: number, ownReport = false): { statuses: Map<number, UnitStatus> } => ({
			statuses: new Map([
				[1, { unitId: 1, reports: 8, reportsOnTime: onTime, ownReport, receivedAt: null }],
			]),
		});
		expect(stateOf('punctuality', {}, status(8))).toBe('class5');
		expect(stateOf('punctuality', { timeliness: 'late' }, status(7))).toBe('class2');
		expect(stateOf('punctuality', { timeliness: 'late' }, status(7, true))).toBe('class0');
		expect(stateOf('punctuality', { timeliness: 'missing' })).toBe('missing');
		expect(stateOf('punctuality', { timeliness: 'pending' }, status(3))).toBe('none');
	});
});

it('shows where households were visited at random, and keeps apart where nothing is reported', () => {
	const scheme = { colouring: 'checked', classing: 'fixed' } as const;
	const visited = colour(scheme, {}, { checked: new Map([[1, 12]]) });
	expect(visited.state).toBe('class3');
	const names = classWordsOf(scheme, visited.classes, language)?.names ?? [];
	expect([names[0], names[3], names[5]]).toEqual([
		'Chưa kiểm tra hộ nào',
		'Từ 10 đến dưới 20 hộ',
		'Từ 40 hộ trở lên',
	]);
	expect(colouredText(visited.value, 'checked', language)).toBe('12');
	expect(stateOf('checked')).toBe('class0');
	expect(stateOf('checked', { timeliness: 'notRequired' })).toBe('notRequired');
});

it('has as many classes of each kind as there are colours, in rising order', () => {
	for (const bounds of Object.values(colouringBounds)) {
		expect(bounds).toHaveLength(5);
		expect(bounds).toEqual(bounds.toSorted((one, other) => one - other));
	}
});

describe('classes for analysts', () => {
	it('hold as many communes each, equal ones together, and are fewer where many are equal', () => {
		const shares = Array.from({ length: 60 }, (_, index) => index / 100);
		const { stateOf, bounds } = quantileClasses('level', shares);
		for (const state of classStates)
			expect(shares.filter((share) => stateOf(share) === state)).toHaveLength(10);
		expect(bounds).toHaveLength(5);
		const equal = quantileClasses('level', [0.5, ...Array<number>(20).fill(1)]);
		expect(equal.columns).toEqual(['class0', 'class5']);
		expect(equal.stateOf(0.5)).toBe('class0');
		expect(equal.stateOf(1)).toBe('class5');
		expect(quantileClasses('level', [0.3, 0.3]).columns).toHaveLength(1);
		expect(quantileClasses('level', []).columns).toHaveLength(1);
	});

	it('run from the least to the most, and around no change where something grows', () => {
		const { stateOf, bounds } = continuousClasses('level', [0.2, 0.5, 0.8]);
		expect([stateOf(0.2), stateOf(0.51), stateOf(0.8)]).toEqual(['tone0', 'tone12', 'tone23']);
		expect([bounds[0], bounds.at(-1)]).toEqual([0.2, 0.8]);
		const growth = continuousClasses('growth1', [-0.01, 0.04]);
		expect(growth.palette).toBe('diverging');
		expect([growth.bounds[0], growth.bounds.at(-1)]).toEqual([-0.04, 0.04]);
		expect(growth.stateOf(0)).toBe('tone12');
	});

	it('lay coverage and its growth out in nine cells', () => {
		const scheme = { colouring: 'level', classing: 'bivariate' } as const;
		expect(colour(scheme, { growth: 0 }).state).toBe('cell1');
		expect(colour(scheme, { growth: 0.03 }).state).toBe('cell7');
		const low = { kind: 'share', share: 0.2, able: 2, base: 10, reportedShare: 1 } as const;
		expect(colour(scheme, { growth: 0.01, reading: low }).state).toBe('cell3');
		expect(colour(scheme, { growth: null }).state).toBe('incomparable');
		const { names, axes } = classWordsOf(scheme, null, language) ?? {};
		expect(new Set(names).size).toBe(9);
		expect(axes?.up.classes).toHaveLength(3);
	});

	it('place no hidden share', () => {
		for (const classing of ['quantiles', 'continuous', 'bivariate'] as const) {
			const hidden = { reading: { kind: 'hidden', class: 3 } } as const;
			expect(colour({ colouring: 'level', classing }, hidden).state).toBe('hidden');
		}
		expect(stateOf('level', { reading: { kind: 'hidden', class: 3 } })).toBe('class3');
	});
});
