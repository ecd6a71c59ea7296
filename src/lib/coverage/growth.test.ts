import { expect, it } from 'vitest';
import { measures, type UnitFigures } from '../contracts/coverage';
import { growth } from './growth';

const figures = (unitId: number, able: number | null, base: number): UnitFigures => ({
	unitId,
	basis: 'approved',
	able: measures.map(() => able),
	base: measures.map(() => base),
	receivedAt: '2026-10-20T00:00:00.000Z',
	approvedAt: null,
});

it('is the difference of shares over the units present in both months', () => {
	const current = [figures(1, 60, 100), figures(2, 50, 100), figures(3, 90, 100)];
	const previous = [figures(1, 50, 100), figures(2, 50, 100), figures(4, 10, 100)];
	expect(growth(current, previous, 'allFive')).toBeCloseTo(0.05);
});

it('leaves out units that are hidden or unknown in either month', () => {
	const current = [figures(1, 60, 100), figures(2, null, 100), figures(3, 0, 0)];
	const previous = [figures(1, 50, 100), figures(2, 10, 100), figures(3, 50, 100)];
	expect(growth(current, previous, 'skill1')).toBeCloseTo(0.1);
});

it('is unknown where nothing compares', () => {
	expect(growth([figures(1, 1, 2)], [figures(2, 1, 2)], 'allFive')).toBeNull();
});
