import { measures, type Measure, type UnitFigures } from '../contracts/coverage';

/**
 * By how much the share (0–1) of able households grew, as a difference of shares: 0.023 = 2.3
 * percentage points. Only units with a visible figure in both months count, on either side.
 * Null when there are none.
 */
export function growth(
	current: readonly UnitFigures[],
	previous: readonly UnitFigures[],
	measure: Measure,
): number | null {
	const index = measures.indexOf(measure);
	const before = new Map(previous.map((figures) => [figures.unitId, figures]));
	const now = { able: 0, base: 0 };
	const then = { able: 0, base: 0 };
	for (const figures of current) {
		const earlier = before.get(figures.unitId);
		const able = figures.able[index] ?? null;
		const ableEarlier = earlier?.able[index] ?? null;
		const base = figures.base[index] ?? 0;
		const baseEarlier = earlier?.base[index] ?? 0;
		if (able === null || ableEarlier === null || base === 0 || baseEarlier === 0) continue;
		now.able += able;
		now.base += base;
		then.able += ableEarlier;
		then.base += baseEarlier;
	}
	return now.base === 0 ? null : now.able / now.base - then.able / then.base;
}
