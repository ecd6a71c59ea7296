import type { IndexMethod } from '../../contracts/award-index';
import type { ScoredUnit } from './score';
import { wilsonShare } from '../../contracts/wilson';
import { bellQuantile } from './bell-quantile';

/** A draw takes one of so many equally probable shares: a power of two. */
export const sampleDraws = 1024;

/** Units whose verified share comes of a sample, and what their true share may be. */
export interface SampledUnits {
	/** The criterion's index in the method. */
	criterion: number;
	/** Indices of the units. */
	units: Uint16Array;
	/** Where a unit's shares begin; units of equal samples have them in common. */
	starts: Uint32Array;
	shares: Float64Array;
}

/** Null where no unit was visited or the method doesn't count it. */
export function sampledUnits(
	method: IndexMethod,
	scored: readonly ScoredUnit[],
): SampledUnits | null {
	const criterion = method.criteria.findIndex((setting) => setting.criterion === 'verified');
	const sampled = scored.flatMap(({ sample, points }, unit) =>
		sample && (points[criterion] ?? null) !== null ? [{ unit, sample }] : [],
	);
	if (sampled.length === 0) return null;
	const startOf = new Map<string, number>();
	const shares: number[] = [];
	const quantiles = Array.from({ length: sampleDraws }, (_, draw) =>
		bellQuantile((draw + 0.5) / sampleDraws),
	);
	const starts = sampled.map(({ sample }) => {
		const key = `${sample.confirmed}/${sample.checked}`;
		const start = startOf.get(key) ?? shares.length;
		if (start === shares.length) for (const at of quantiles) shares.push(wilsonShare(sample, at));
		startOf.set(key, start);
		return start;
	});
	return {
		criterion,
		units: Uint16Array.from(sampled, ({ unit }) => unit),
		starts: Uint32Array.from(starts),
		shares: Float64Array.from(shares),
	};
}
