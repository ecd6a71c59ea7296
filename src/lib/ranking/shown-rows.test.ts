import { describe, expect, it } from 'vitest';
import type { Reading } from '../contracts/coverage';
import { changedUnits, inNewOrder, keepOrder, sameOrder, type RankingRow } from './shown-rows';

function row(unitId: number, share: number | null): RankingRow {
	const reading: Reading =
		share === null
			? { kind: 'none' }
			: { kind: 'share', share, able: share * 100, base: 100, reportedShare: 1 };
	return {
		unitId,
		kind: 'xa',
		name: `Xã ${unitId}`,
		searchName: `xa ${unitId}`,
		path: `/commune/${unitId}`,
		commune: null,
		register: 100,
		mostHouseholds: 110,
		reading,
		basis: 'approved',
		ownReport: false,
		otherShare: null,
		monthGrowth: null,
		yearGrowth: null,
		reportsDue: 1,
		reportsOnTime: 1,
		timeliness: 'onTime',
		standing: { place: 1, shared: false, reason: null },
		trend: [],
	};
}

const before = inNewOrder([row(1, 0.9), row(2, 0.8), row(3, 0.7)]);
const after = [row(3, 0.95), row(1, 0.9), row(4, 0.85)];
const ids = (rows: readonly RankingRow[]) => rows.map(({ unitId }) => unitId);

describe('a table under the hand', () => {
	it('shows the new figures in the old order', () => {
		const kept = keepOrder(before, after);
		expect(ids(kept)).toEqual([1, 2, 3]);
		expect(kept[2]?.reading).toMatchObject({ share: 0.95 });
	});

	it('says which unit has left the page instead of showing an old figure as if it were new', () => {
		expect(keepOrder(before, after).map(({ moved }) => moved)).toEqual([false, true, false]);
	});

	it('shows a unit that comes back', () => {
		const gone = keepOrder(before, after);
		expect(keepOrder(gone, [row(2, 0.6)])[1]).toMatchObject({
			moved: false,
			reading: { share: 0.6 },
		});
	});
});

it('tells whether the order is another one', () => {
	expect(sameOrder(before, [row(1, 0.1), row(2, 0.2), row(3, 0.3)])).toBe(true);
	expect(sameOrder(before, after)).toBe(false);
	expect(sameOrder(before, before.slice(1))).toBe(false);
});

it('tells whose figure moved, and nothing of units that came or went', () => {
	expect([...changedUnits(before, after)]).toEqual([3]);
	expect([...changedUnits(before, [row(1, null)])]).toEqual([1]);
});
