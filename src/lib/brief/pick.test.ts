import { expect, it } from 'vitest';
import { moversOf, overdueOf, type BriefUnit } from './pick';

const unit = (name: string, change: Partial<BriefUnit> = {}): BriefUnit => ({
	...{ unitId: 1, kind: 'xa', name, commune: null, share: 0.5, growth: null, timeliness: 'onTime' },
	...change,
});

it('names who rose and fell most, and nobody without a figure in both months', () => {
	const units = [
		unit('A', { growth: 0.02 }),
		unit('B', { growth: -0.01 }),
		unit('C', { growth: 0.05 }),
		unit('D', { growth: null }),
		unit('E', { growth: 0 }),
		unit('F', { growth: -0.04 }),
	];
	const { risers, fallers } = moversOf(units, 2);
	expect(risers.map(({ name }) => name)).toEqual(['C', 'A']);
	expect(fallers.map(({ name }) => name)).toEqual(['F', 'B']);
	expect(moversOf(units, 1).risers).toHaveLength(1);
});

it('tells late from missing, from not yet due and from not required', () => {
	const units = [
		unit('A'),
		unit('B', { timeliness: 'late' }),
		unit('C', { timeliness: 'missing' }),
		unit('D', { timeliness: 'notRequired' }),
		unit('E', { timeliness: 'pending' }),
	];
	const { required, onTime, late, missing, pending } = overdueOf(units);
	expect([required, onTime, pending]).toEqual([4, 1, 1]);
	expect([...late, ...missing].map(({ name }) => name)).toEqual(['B', 'C']);
});
