import type { IndexMethod, Sample } from '../../contracts/award-index';
import type { ScoredUnit } from './score';
import { bellQuantile } from './bell-quantile';

/** A draw takes one of so many equally probable shares: a power of two. */
export const sampleDraws = 1024;

/** Units whose verified share comes of a sample, and what their true share may be. */
export interface SampledUnits {
	/** The criterion's index in the method. */
	criterion: number;
	/** Indices of the units, and the sample of each. */
	units: Uint16Array;
	samples: readonly Sample[];
	/** How many standard deviations off each of the shares that can be drawn lies (`wilsonShare`). */
	deviations: Float64Array;
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
	return {
		criterion,
		units: Uint16Array.from(sampled, ({ unit }) => unit),
		samples: sampled.map(({ sample: { checked, confirmed } }) => ({ checked, confirmed })),
		deviations: Float64Array.from({ length: sampleDraws }, (_, draw) =>
			bellQuantile((draw + 0.5) / sampleDraws),
		),
	};
}
