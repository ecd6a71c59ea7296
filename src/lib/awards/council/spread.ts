import type { RubricLine, RubricScore } from '../../contracts/awards/council';

/** How far the members' scores of one line, or of all lines together, lie apart. */
export interface Spread {
	least: number;
	most: number;
	mean: number;
	given: number;
}

export function spreadOf(points: readonly number[]): Spread | null {
	if (points.length === 0) return null;
	const sum = points.reduce((total, one) => total + one, 0);
	return {
		...{ least: Math.min(...points), most: Math.max(...points) },
		...{ mean: sum / points.length, given: points.length },
	};
}

export const totalOf = (scores: readonly RubricScore[]): number =>
	scores.reduce((total, { points }) => total + points, 0);

/** The spread of each line of the rubric, and of the totals. */
export function spreads(
	rubric: readonly RubricLine[],
	reviews: readonly { scores: readonly RubricScore[] }[],
): { lines: { code: string; spread: Spread | null }[]; total: Spread | null } {
	const pointsOf = (code: string) =>
		reviews.flatMap(({ scores }) =>
			scores.filter((score) => score.code === code).map(({ points }) => points),
		);
	return {
		lines: rubric.map(({ code }) => ({ code, spread: spreadOf(pointsOf(code)) })),
		total: spreadOf(reviews.map(({ scores }) => totalOf(scores))),
	};
}
