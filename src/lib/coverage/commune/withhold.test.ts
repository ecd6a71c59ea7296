import { expect, it } from 'vitest';
import type { UnitFigures } from '../../contracts/coverage';
import { withholdVillages } from './withhold';

const figures = (unitId: number, able: (number | null)[]): UnitFigures => ({
	unitId,
	basis: 'approved',
	able,
	base: able.map(() => 60),
	receivedAt: '2026-10-20T00:00:00Z',
	approvedAt: '2026-10-21T00:00:00Z',
});

it('hides of every village what is hidden of the commune, and nothing else', () => {
	const villages = [
		{ figures: figures(2, [20, 30]) },
		{ figures: { ...figures(3, [0, null]), hiddenClass: [null, 0] } },
		{ figures: null },
	];
	const shown = withholdVillages(figures(1, [null, 90]), villages);
	expect(shown.map(({ figures }) => figures?.able)).toEqual([[null, 30], [null, null], undefined]);
	expect(shown.map(({ figures }) => figures?.hiddenClass)).toEqual([
		[null, null],
		[null, 0],
		undefined,
	]);
});

it('changes nothing where the commune hides nothing', () => {
	const villages = [{ figures: figures(2, [null, 30]) }];
	expect(withholdVillages(figures(1, [20, 90]), villages)).toEqual(villages);
});
