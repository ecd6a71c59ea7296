import type { Measure } from '../../contracts/coverage';
import type { CorrectionCause } from '../../contracts/publication';
import { monthOf, type TrendEvent } from '../../contracts/trend-events';

interface Happened {
	/** Days of mergers and divisions. */
	rearrangedOn: readonly string[];
	corrections: readonly { period: string; day: string; cause: CorrectionCause; measure: Measure }[];
	targets: readonly { day: string; year: number; share: number }[];
}

/**
 * What happened since a line begins, the newest first; the numbers of one month that one decision
 * corrected are one event.
 * @param from the first month of the line.
 */
export function trendEvents(
	{ rearrangedOn, corrections, targets }: Happened,
	from: string,
): TrendEvent[] {
	const corrected = new Map<string, TrendEvent & { kind: 'corrected' }>();
	for (const { period: month, day, cause, measure } of corrections) {
		const key = `${month} ${day} ${cause}`;
		const measures = [...(corrected.get(key)?.measures ?? []), measure];
		corrected.set(key, { kind: 'corrected', day, month, cause, measures });
	}
	const rearranged = rearrangedOn.map((day) => ({ kind: 'rearranged' as const, day }));
	const set = targets.map((target) => ({ kind: 'target' as const, ...target }));
	return [...rearranged, ...corrected.values(), ...set]
		.filter((event) => monthOf(event) >= from)
		.sort((one, other) => (one.day < other.day ? 1 : one.day > other.day ? -1 : 0));
}
