import * as v from 'valibot';
import { IndexInput, IndexResult } from './composite-index';
import { candidateKinds } from './candidates';

/** The candidates that are scored: individuals are compared by evidence. */
const rankedKinds = candidateKinds.filter((kind) => kind !== 'individual');
const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

/**
 * A season's figures, criteria and code at one moment: the file that is published. Units stand under
 * numbers dealt by chance: it holds nobody's name, but whoever compares values can tell some units.
 */
export const FrozenSeason = v.strictObject({
	format: v.literal('nhip-so/award-freeze/1'),
	/** Of the program that froze it: its index computes the result. */
	code: v.string(),
	season: v.strictObject({
		name: v.string(),
		year: v.number(),
		countsFrom: v.string(),
		countsUntil: v.string(),
	}),
	/** ISO instant. */
	frozenAt: v.string(),
	categories: v.array(
		v.strictObject({
			name: v.string(),
			kind: v.picklist(rankedKinds),
			criteriaVersion: v.number(),
			/** As it was published when the criteria came into force. */
			criteriaHash: hash,
			input: IndexInput,
		}),
	),
});
export type FrozenSeason = v.InferOutput<typeof FrozenSeason>;

/** Scores and bands of each category, in the order of the file; null for a board that counts nothing. */
export const FrozenResult = v.array(
	v.strictObject({
		name: v.string(),
		level: v.nullable(IndexResult),
		growth: v.nullable(IndexResult),
	}),
);
export type FrozenResult = v.InferOutput<typeof FrozenResult>;

/** What is published of a freeze: texts in canonical JSON, each with its hash. */
export const PublishedFreeze = v.strictObject({
	content: v.string(),
	hash,
	result: v.string(),
	resultHash: hash,
});
export type PublishedFreeze = v.InferOutput<typeof PublishedFreeze>;
