import * as v from 'valibot';
import {
	FrozenSeason,
	type FrozenResult,
	type PublishedFreeze,
} from '../../contracts/awards/freeze';
import { canonicalJson, sha256 } from '../../contracts/text/canonical-json';
import { compute, onBoard } from '../index/compute';
import { firstDifference, type Difference } from './first-difference';

/** @throws ValiError or SyntaxError for what is no frozen season. */
export const readContent = ({ content }: PublishedFreeze): FrozenSeason =>
	v.parse(FrozenSeason, JSON.parse(content));

/** Scores and bands of a frozen season, computed again from its figures and criteria alone. */
export const recompute = ({ categories }: FrozenSeason): FrozenResult =>
	categories.map(({ name, input }) => {
		const [level, growth] = [onBoard(input, 'level'), onBoard(input, 'growth')];
		return { name, level: level && compute(level), growth: growth && compute(growth) };
	});

/** The steps of the check, each of which may fail by itself. */
export const checkSteps = ['contentHash', 'criteriaHash', 'resultHash', 'result'] as const;
export type CheckStep = (typeof checkSteps)[number];

export interface CheckedStep {
	step: CheckStep;
	matches: boolean;
	/** The first place at which something else stands; none where all is as published. */
	difference: Difference | null;
}

/**
 * Compares all that was published of a freeze with what follows from its content.
 * @param criteriaHashes as published when the criteria came into force, by category.
 * @param result computed again from the content.
 */
export function compareFreeze(
	published: PublishedFreeze,
	criteriaHashes: Readonly<Record<string, string>>,
	result: FrozenResult,
): CheckedStep[] {
	const { categories } = readContent(published);
	const named = (hashOf: (category: FrozenSeason['categories'][number]) => string | null) =>
		Object.fromEntries(categories.map((category) => [category.name, hashOf(category)]));
	const compared: Record<CheckStep, [unknown, unknown]> = {
		contentHash: [published.hash, sha256(published.content)],
		criteriaHash: [
			named(({ name }) => criteriaHashes[name] ?? null),
			named(({ kind, input }) => sha256(canonicalJson({ kind, criteria: input.method.criteria }))),
		],
		resultHash: [published.resultHash, sha256(published.result)],
		result: [JSON.parse(published.result), result],
	};
	return checkSteps.map((step) => {
		const difference = firstDifference(...compared[step]);
		// The same values in other bytes are no match either.
		const isExact = step !== 'result' || canonicalJson(result) === published.result;
		return { step, matches: difference === null && isExact, difference };
	});
}
