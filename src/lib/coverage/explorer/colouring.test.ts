import { describe, expect, it } from 'vitest';
import type { UnitFigures, UnitStatus } from '../../contracts/coverage';
import { vi } from '../../messages/vi';
import { createFormat } from '../../messages/format';
import {
	colouringBounds,
	colourOf,
	comparedMonth,
	type Colouring,
	type ColouringSources,
} from './colouring';
import { classStates } from '../../contracts/map-states';
import { classWordsOf, colouredText } from './colouring-text';
import type { UnitRow } from './rows';

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
	statuses: new Map(),
};

const stateOf = (colouring: Colouring, changes: Partial<UnitRow> = {}, more = {}) =>
	colourOf(row(changes), colouring, { ...sources, ...more }).state;

describe('what a map is coloured by', () => {
	it('is in the class that its written number is in', () => {
		const { state, value } = colourOf(row(), 'growth1', sources);
		expect(colouredText(value, 'growth1', language)).toBe('+2,0');
		const names = classWordsOf('growth1', language)?.names ?? [];
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

it('has as many classes of each kind as there are colours, in rising order', () => {
	for (const bounds of Object.values(colouringBounds)) {
		expect(bounds).toHaveLength(5);
		expect(bounds).toEqual(bounds.toSorted((one, other) => one - other));
	}
});
