import { expect, it } from 'vitest';
import { heights, householdFigure, type Figure } from './figures';

const share = { kind: 'share', share: 0.5, able: 50, base: 100, reportedShare: 1 } as const;

it('says a measure as a share or as a number of households', () => {
	expect(householdFigure(share, true)).toEqual({ kind: 'share', share: 0.5, able: 50, base: 100 });
	expect(householdFigure(share, false)).toEqual({ kind: 'count', count: 50 });
});

it('tells nothing of a hidden count, not even its class', () => {
	expect(householdFigure({ kind: 'hidden', class: 2 }, false)).toEqual({ kind: 'hidden' });
});

it('draws counts by the greatest of them, and leaves gaps', () => {
	const figures: Figure[] = [
		{ kind: 'count', count: 10 },
		{ kind: 'none' },
		{ kind: 'count', count: 40 },
	];
	expect(heights(figures.map((figure) => ({ figure })))).toEqual([0.25, null, 1]);
});
