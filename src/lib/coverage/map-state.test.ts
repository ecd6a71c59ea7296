import { describe, expect, it } from 'vitest';
import { readMeasure, type Reading, type UnitFigures } from '../contracts/coverage';
import { mapStateOf } from './map-state';

const share = (able: number, base: number): Reading => ({
	kind: 'share',
	share: able / base,
	able,
	base,
	reportedShare: 1,
});

describe('the state of an area', () => {
	it.each([
		[1, 'class0'],
		[19, 'class0'],
		[20, 'class1'],
		[40, 'class2'],
		[60, 'class3'],
		[80, 'class4'],
		[89, 'class4'],
		[90, 'class5'],
		[100, 'class5'],
	] as const)('of %s in 100 households is %s', (able, state) => {
		expect(mapStateOf(share(able, 100), 'onTime')).toBe(state);
	});

	it('tells nobody able from nobody reported', () => {
		expect(mapStateOf(share(0, 100), 'onTime')).toBe('zero');
		expect(mapStateOf({ kind: 'none' }, 'missing')).toBe('missing');
	});

	it('keeps five ways of having no number apart', () => {
		const states = (['notRequired', 'pending', 'onTime', 'late', 'missing'] as const).map(
			(timeliness) => mapStateOf({ kind: 'none' }, timeliness),
		);
		expect(states).toEqual(['notRequired', 'none', 'waiting', 'late', 'missing']);
	});

	it('shows a late number as the number it is', () => {
		expect(mapStateOf(share(50, 100), 'late')).toBe('class2');
	});

	it('colours a hidden count by its class, where even that says nothing of a household', () => {
		expect(mapStateOf({ kind: 'hidden', class: 5 }, 'onTime')).toBe('class5');
		expect(mapStateOf({ kind: 'hidden', class: null }, 'onTime')).toBe('hidden');
	});

	it('shows too little reported as such, whatever the share would be', () => {
		const figures: UnitFigures = {
			unitId: 1,
			basis: 'approved',
			able: Array<number>(9).fill(40),
			base: Array<number>(9).fill(49),
			receivedAt: '2026-10-20T00:00:00Z',
			approvedAt: null,
		};
		expect(mapStateOf(readMeasure(figures, 'allFive', 100), 'onTime')).toBe('insufficient');
		expect(mapStateOf(readMeasure(figures, 'allFive', 98), 'onTime')).toBe('class4');
	});
});
