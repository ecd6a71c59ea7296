import type { CriterionCode } from '../../contracts/awards/criteria';
import type { IndexMethod, Sample } from '../../contracts/awards/composite-index';
import { spreadOf } from '../../contracts/numbers/wilson';
import type { ScoredUnit } from './score';
import { bellQuantile } from './bell-quantile';

/** A draw takes one of so many equally probable shares: a power of two. */
export const sampleDraws = 1024;

/** Units of which a criterion comes of a sample, and what the true share behind it may be. */
export interface SampledUnits {
	/** The criterion's index in the method. */
	criterion: number;
	/** Indices of the units, and of the sample of each what its shares are computed from (`shareAt`). */
	units: Uint16Array;
	found: Float64Array;
	spread: Float64Array;
	checked: Float64Array;
	/** What the criterion's value is of each where all are as reported. */
	whole: Float64Array;
	/** How many standard deviations off each of the shares that can be drawn lies (`shareAt`). */
	deviations: Float64Array;
}

const deviations = Float64Array.from({ length: sampleDraws }, (_, draw) =>
	bellQuantile((draw + 0.5) / sampleDraws),
);

/** What the criteria that come of samples are made of. */
const sampledCriteria: {
	criterion: CriterionCode;
	of: (unit: ScoredUnit) => { sample: Sample; whole: number } | null;
}[] = [
	{ criterion: 'verified', of: ({ sample }) => sample && { sample, whole: 1 } },
	{
		criterion: 'teaching',
		of: ({ sessions }) => sessions && { sample: sessions, whole: sessions.logged },
	},
];

/** By criterion; none where no unit was visited or the method doesn't count it. */
export const sampledUnits = (method: IndexMethod, scored: readonly ScoredUnit[]): SampledUnits[] =>
	sampledCriteria.flatMap(({ criterion: code, of }) => {
		const criterion = method.criteria.findIndex((setting) => setting.criterion === code);
		const sampled = scored.flatMap((one, unit) => {
			const found = of(one);
			return found && (one.points[criterion] ?? null) !== null ? [{ unit, ...found }] : [];
		});
		if (sampled.length === 0) return [];
		return [
			{
				criterion,
				units: Uint16Array.from(sampled, ({ unit }) => unit),
				found: Float64Array.from(sampled, ({ sample }) => spreadOf(sample).found),
				spread: Float64Array.from(sampled, ({ sample }) => spreadOf(sample).spread),
				checked: Float64Array.from(sampled, ({ sample }) => sample.checked),
				whole: Float64Array.from(sampled, ({ whole }) => whole),
				deviations,
			},
		];
	});
