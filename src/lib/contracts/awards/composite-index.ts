import * as v from 'valibot';
import type { CheckSubject } from './checks';
import { CriterionSetting, criterionCodes, growthCriterion, type CriterionCode } from './criteria';

/**
 * What an index is computed from and what comes of it, as plain JSON: a freeze keeps exactly these, and
 * whoever reads it computes the result again. Numbers of a result are rounded to 1e-9.
 */

const code = v.picklist(criterionCodes);
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const place = v.pipe(v.number(), v.integer(), v.minValue(1));
const finite = v.pipe(v.number(), v.finite());

/** What the two boards compare: how far units are, and how much of their gap they closed. */
export const boards = ['level', 'growth'] as const;
export type Board = (typeof boards)[number];

/** Households, or logged sessions, that were drawn by lot and looked into, and those that were found as reported. */
export const Sample = v.pipe(
	v.strictObject({ checked: place, confirmed: count }),
	v.check(({ checked, confirmed }) => confirmed <= checked, 'more confirmed than checked'),
);
export type Sample = v.InferOutput<typeof Sample>;

/** What visits found of a unit, by what was drawn; null where nobody could be asked. */
export type FoundSamples = Record<CheckSubject, Sample | null>;

/** Sessions that were looked into, and how many per 100 households the log has, whatever came of that. */
export const SessionSample = v.strictObject({
	checked: place,
	confirmed: place,
	logged: v.pipe(finite, v.minValue(0)),
});
export type SessionSample = v.InferOutput<typeof SessionSample>;

/** A unit as it enters an index: a value for each criterion, null where none is known. */
export const IndexUnit = v.strictObject({
	unitId: v.pipe(v.number(), v.integer()),
	values: v.array(v.strictObject({ criterion: code, value: v.nullable(finite) })),
	/** Behind the criterion `verified`; null where nothing was visited. */
	sample: v.nullable(Sample),
	/** Behind the criterion `teaching`; absent where no session was looked into. */
	sessions: v.optional(SessionSample),
});
export type IndexUnit = v.InferOutput<typeof IndexUnit>;

export const IndexMethod = v.strictObject({
	criteria: v.pipe(
		v.array(CriterionSetting),
		v.minLength(1),
		v.check(
			(settings) => new Set(settings.map(({ criterion }) => criterion)).size === settings.length,
			'a criterion twice',
		),
		v.check((settings) => settings.every(({ worst, best }) => worst !== best), 'equal goalposts'),
	),
	/** Share 0–1 of the weights whose values must be known for a place. */
	completeness: share,
});
export type IndexMethod = v.InferOutput<typeof IndexMethod>;

export const DrawSettings = v.strictObject({
	seed: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(0xffff_ffff)),
	draws: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(50_000)),
	/** Places that can be won: how probable it is to be among them is computed. */
	top: place,
	/** Share 0–1 of the draws in which every unit's place lies in its set at once. */
	confidence: v.pipe(v.number(), v.gtValue(0), v.ltValue(1)),
});
export type DrawSettings = v.InferOutput<typeof DrawSettings>;

export const IndexInput = v.strictObject({
	method: IndexMethod,
	draws: DrawSettings,
	units: v.array(IndexUnit),
});
export type IndexInput = v.InferOutput<typeof IndexInput>;

/** Places in the draws of one kind of uncertainty: from the 5th to the 95th of hundred, and the odds of the top. */
export const PlaceSpread = v.strictObject({ low: place, high: place, top: share });
export type PlaceSpread = v.InferOutput<typeof PlaceSpread>;

export const PlacedUnit = v.strictObject({
	unitId: IndexUnit.entries.unitId,
	/** From 1 to 100 for each criterion, in the order of the method; null where no value is known. */
	points: v.array(v.strictObject({ criterion: code, points: v.nullable(finite) })),
	completeness: share,
	/** The weighted geometric mean of the points; equal scores share a place. */
	score: finite,
	place,
	shared: v.boolean(),
	/** The same by the weighted arithmetic mean, as a check. */
	check: v.strictObject({ score: finite, place }),
	/** The choice of method alone: weights, aggregation, goalposts. */
	method: PlaceSpread,
	/** The error of samples alone; null where no unit was visited or nothing counts it. */
	sampling: v.nullable(PlaceSpread),
	/** Both at once. */
	both: PlaceSpread,
	/** Places of a set that holds for the whole table at once. */
	set: v.strictObject({ low: place, high: place }),
	/** From 1: those of one band can't be told from its first unit. */
	band: place,
});
export type PlacedUnit = v.InferOutput<typeof PlacedUnit>;

/** `incomplete`: below the season's completeness; `required`: a criterion without which there is no place. */
export const apartReasons = ['incomplete', 'required'] as const;
export type ApartReason = (typeof apartReasons)[number];

export const UnitApart = v.strictObject({
	unitId: IndexUnit.entries.unitId,
	reason: v.picklist(apartReasons),
	completeness: share,
	missing: v.array(code),
});
export type UnitApart = v.InferOutput<typeof UnitApart>;

export const IndexResult = v.strictObject({
	/** By place, then by number. */
	placed: v.array(PlacedUnit),
	/** Without a place, by number. */
	apart: v.array(UnitApart),
	/** What each criterion was meant to count for and how much of the differences in score it makes. */
	weights: v.array(
		v.strictObject({ criterion: code, nominal: share, effective: v.nullable(finite) }),
	),
	correlations: v.array(v.strictObject({ one: code, other: code, correlation: finite })),
});
export type IndexResult = v.InferOutput<typeof IndexResult>;

/** The criteria of a version that a board counts. Growth is the gap that was closed, and nothing else. */
export const countsOn = (board: Board, criterion: CriterionCode): boolean =>
	(criterion === growthCriterion) === (board === 'growth');
