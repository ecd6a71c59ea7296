import type { IndexMethod, IndexResult } from '../../contracts/awards/composite-index';
import { naturalLog, rounded } from './arithmetic';
import type { ScoredUnit } from './score';

/** From this correlation on, up or down, a criterion says hardly more than another one does. */
export const copyFrom = 0.95;

/**
 * Steps 6 and 7 of the OECD/JRC Handbook, weighting and what really decides: beside a criterion's nominal
 * weight its share of the differences in score. The logarithm of the score is the sum of what the criteria
 * give to it, so that the shares of its variance, cov(part, whole) / var(whole), add up to 1. Only
 * units with all values count; with fewer than three of them, or none that differ, no share is known.
 */
export function weigh(method: IndexMethod, scored: readonly ScoredUnit[]): IndexResult['weights'] {
	const total = method.criteria.reduce((sum, { weight }) => sum + weight, 0);
	const complete = scored.filter(({ points }) => !points.includes(null));
	const parts = method.criteria.map(({ weight }, index) =>
		complete.map(({ points }) => (weight / total) * naturalLog(points[index] ?? 1)),
	);
	const wholes = complete.map((_, unit) => parts.reduce((sum, part) => sum + (part[unit] ?? 0), 0));
	const variance = covariance(wholes, wholes);
	const known = complete.length >= 3 && variance > 1e-12;
	return method.criteria.map(({ criterion, weight }, index) => ({
		criterion,
		nominal: rounded(weight / total),
		effective: known ? rounded(covariance(parts[index] ?? [], wholes) / variance) : null,
	}));
}

/**
 * Step 4 of the OECD/JRC Handbook, how criteria hang together: Pearson's correlation of the points of each
 * pair, over the units that have both; left out where fewer than three have, or one never differs.
 */
export function correlate(
	method: IndexMethod,
	scored: readonly ScoredUnit[],
): IndexResult['correlations'] {
	return method.criteria.flatMap(({ criterion: one }, first) =>
		method.criteria.slice(first + 1).flatMap(({ criterion: other }, offset) => {
			const second = first + 1 + offset;
			const pairs = scored.flatMap(({ points }) => {
				const [a, b] = [points[first] ?? null, points[second] ?? null];
				return a === null || b === null ? [] : [[a, b] as const];
			});
			const [left, right] = [pairs.map(([a]) => a), pairs.map(([, b]) => b)];
			const [varianceLeft, varianceRight] = [covariance(left, left), covariance(right, right)];
			if (pairs.length < 3 || varianceLeft < 1e-12 || varianceRight < 1e-12) return [];
			// IEEE 754 defines the square root to the last bit, as it does + − × ÷.
			const correlation = covariance(left, right) / Math.sqrt(varianceLeft * varianceRight);
			return [{ one, other, correlation: rounded(correlation) }];
		}),
	);
}

/** The pairs of which one criterion says hardly more than the other does. */
export const nearCopies = (
	correlations: IndexResult['correlations'],
): IndexResult['correlations'] =>
	correlations.filter(({ correlation }) => Math.abs(correlation) >= copyFrom);

function covariance(one: readonly number[], other: readonly number[]): number {
	if (one.length === 0) return 0;
	const mean = (values: readonly number[]) =>
		values.reduce((sum, value) => sum + value, 0) / values.length;
	const [meanOne, meanOther] = [mean(one), mean(other)];
	return (
		one.reduce(
			(sum, value, index) => sum + (value - meanOne) * ((other[index] ?? 0) - meanOther),
			0,
		) / one.length
	);
}
