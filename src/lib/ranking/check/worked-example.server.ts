import type { CriterionCode, CriterionSetting } from '../../contracts/awards/criteria';
import type { IndexMethod, IndexUnit } from '../../contracts/awards/composite-index';
import { score } from '../index/score';

/** A score as a reader computes it: each number as it stands on the page, from those that stand before it. */
export interface WorkedExample {
	unitId: number;
	lines: {
		criterion: CriterionCode;
		value: number;
		worst: number;
		best: number;
		points: number;
		weight: number;
		/** The weight times the logarithm of the points. */
		part: number;
	}[];
	parts: number;
	weights: number;
	/** With the two decimals that a ranking shows. */
	score: number;
}

const decimals = (count: number) => (value: number) =>
	Math.round(value * 10 ** count) / 10 ** count;
/** So many can be typed into a pocket calculator. */
const typed = decimals(4);
const shown = decimals(2);
const sum = (values: readonly number[]) => values.reduce((one, other) => one + other, 0);

/**
 * The score of one of the units that have one, step by step; a criterion without a value is left out, as in the
 * ranking. Of the units with the most values it is the first whose score comes out by hand as it is ranked, in
 * whatever order they are given: its place plays no part.
 * @returns null where no unit has a score.
 */
export function workOut(method: IndexMethod, units: readonly IndexUnit[]): WorkedExample | null {
	const scoredOf = new Map(score(method, units).scored.map((one) => [one.unitId, one]));
	const candidates = units.flatMap(({ unitId }) => {
		const ranked = scoredOf.get(unitId);
		return ranked ? [{ ranked, example: byHand(method, ranked) }] : [];
	});
	const most = Math.max(0, ...candidates.map(({ example }) => example.lines.length));
	const fullest = candidates.filter(({ example }) => example.lines.length === most);
	const same = fullest.find(({ ranked, example }) => shown(ranked.score) === example.score);
	return (same ?? fullest[0])?.example ?? null;
}

function byHand(
	{ criteria }: IndexMethod,
	{ unitId, values }: { unitId: number; values: readonly (number | null)[] },
): WorkedExample {
	const lines = criteria.flatMap((setting, index) => {
		const value = values[index] ?? null;
		return value === null ? [] : [lineOf(setting, typed(value))];
	});
	const parts = typed(sum(lines.map(({ part }) => part)));
	const weights = sum(lines.map(({ weight }) => weight));
	return { unitId, lines, parts, weights, score: shown(Math.exp(parts / weights)) };
}

function lineOf({ criterion, worst, best, weight }: CriterionSetting, value: number) {
	const way = Math.min(1, Math.max(0, (value - worst) / (best - worst)));
	const points = typed(1 + 99 * way);
	return { criterion, value, worst, best, points, weight, part: typed(weight * Math.log(points)) };
}
