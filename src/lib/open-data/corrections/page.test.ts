import { expect, it } from 'vitest';
import { pageOfCorrections } from './page';

const province = 1;

function corrected(unitId: number, number: number) {
	const dates = { validFrom: '2025-07-01', validTo: null };
	const level = unitId === province ? ('province' as const) : ('commune' as const);
	const unit = {
		id: unitId,
		code: `99${unitId}`,
		level,
		kind: 'xa',
		name: 'Mẫu',
		...dates,
	} as const;
	const measures = ['allFive', 'skill1'] as const;
	return measures.map((measure) => ({
		...{ unit, period: '2026-10', number, at: '2026-11-01T00:00:00Z', cause: 'unstated' as const },
		...{ measure, before: { able: 5, base: 9 }, after: { able: 6, base: 9 } },
	}));
}

const unitsOf = (found: ReturnType<typeof corrected>, page = 1) =>
	pageOfCorrections(found, { scopeUnitId: province, page }).corrections.map(({ unit }) => unit.id);

it('puts the numbers of one decision together, and leaves out the sums that follow from it', () => {
	const found = [...corrected(province, 9), ...corrected(7, 9), ...corrected(province, 8)];
	const { corrections } = pageOfCorrections(found, { scopeUnitId: province, page: 1 });
	expect(corrections.map(({ unit, number }) => [unit.id, number])).toEqual([
		[7, 9],
		[province, 8],
	]);
	expect(corrections[0]?.counts.map(({ measure }) => measure)).toEqual(['allFive', 'skill1']);
});

it('shows twenty at once, and the last page beyond the last', () => {
	const found = Array.from({ length: 25 }, (_, index) => corrected(index + 2, 100 - index)).flat();
	expect(unitsOf(found)).toHaveLength(20);
	expect(unitsOf(found, 2)).toEqual([22, 23, 24, 25, 26]);
	expect(unitsOf(found, 99)).toEqual(unitsOf(found, 2));
	expect(pageOfCorrections([], { scopeUnitId: province, page: 3 })).toEqual({
		...{ corrections: [], page: 1, pages: 1 },
	});
});
