import * as v from 'valibot';

/**
 * What an index can be made of. Each is read from approved figures and from what the product derives of
 * them, over the time in which the season's data count:
 * - `coverage` households with all five skills among those on the register, share 0–1;
 * - `gapClosed` of the households that lacked a skill when the season began, the share 0–1 that no longer does;
 * - `assisted` households helped with online services among those that can't by themselves, share 0–1;
 * - `targetsMet` of the unit's targets of the year, the share 0–1 that is reached;
 * - `punctuality` reports on time, and approved, among those due, share 0–1;
 * - `completeness` figures that were reported among those that were asked for, share 0–1;
 * - `corrections` corrected figures among those that were approved, share 0–1: the fewer the better;
 * - `teaching` classes, sessions and visits in the log per 100 households, times the share of those looked into
 *   by lot that were held as the log says;
 * - `verified` checked households that were found as reported, share 0–1.
 */
export const criterionCodes = [
	'coverage',
	'gapClosed',
	'assisted',
	'targetsMet',
	'punctuality',
	'completeness',
	'corrections',
	'teaching',
	'verified',
] as const;
export type CriterionCode = (typeof criterionCodes)[number];

/**
 * How a season counts a criterion. The goalposts are values of policy, in the criterion's own unit, not the
 * least and most that were seen: `worst` earns 1 point and `best` 100; where `worst` is the greater one,
 * less is better. The weight of `growthCriterion` is 1 and means nothing. A unit without the value goes without that criterion (`leaveOut`, its completeness falls)
 * or without a place (`apart`).
 */
export const CriterionSetting = v.strictObject({
	criterion: v.picklist(criterionCodes),
	weight: v.pipe(v.number(), v.gtValue(0), v.maxValue(100)),
	worst: v.pipe(v.number(), v.finite()),
	best: v.pipe(v.number(), v.finite()),
	missing: v.picklist(['leaveOut', 'apart']),
});
export type CriterionSetting = v.InferOutput<typeof CriterionSetting>;

/** What the growth board ranks by, alone: no weight of it enters any sum, so that none is asked for or shown. */
export const growthCriterion = 'gapClosed' satisfies CriterionCode;
