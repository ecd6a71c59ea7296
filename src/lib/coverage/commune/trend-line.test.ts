import { describe, expect, it } from 'vitest';
import { measures, type Reading } from '../../contracts/coverage';
import { readTrendMonths, trendPath } from './trend-line';

const share = (value: number): Reading => ({
	kind: 'share',
	share: value,
	able: value * 100,
	base: 100,
	reportedShare: null,
});
const none: Reading = { kind: 'none' };

describe('the line', () => {
	it('runs from left to right, upwards for more', () => {
		expect(trendPath([share(0), share(0.5), share(1)])).toBe('M0 100L50 50L100 0');
	});

	it('leaves a gap where there is no share, and keeps a lonely month', () => {
		expect(trendPath([share(0.2), none, share(0.4), { kind: 'hidden', class: 1 }])).toBe(
			'M0 80h0M66.7 60h0',
		);
	});
});

it('reads a month with too few reports as insufficient', () => {
	const figures = {
		unitId: 1,
		basis: 'approved' as const,
		able: measures.map(() => 30),
		base: measures.map(() => 40),
		receivedAt: '2026-10-20T00:00:00Z',
		approvedAt: '2026-10-21T00:00:00Z',
	};
	const months = [{ periodCode: '2026-10', figures }];
	expect(readTrendMonths(months, 'allFive', 100)).toEqual([
		{ kind: 'insufficient', reportedShare: 0.4 },
	]);
	expect(readTrendMonths(months, 'allFive', 80)).toMatchObject([{ share: 0.75 }]);
	expect(readTrendMonths(months, 'allFive', null)).toMatchObject([{ reportedShare: null }]);
});
