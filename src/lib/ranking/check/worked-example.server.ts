import type { CriterionCode } from '../../contracts/award-criteria';
import type { IndexMethod, IndexUnit } from '../../contracts/award-index';
import { score } from '../index/score';

export interface WorkedExample {
	lines: { criterion: CriterionCode; value: number; points: number; weight: number }[];
	score: number;
}

/** With so many decimals a value can be typed into a pocket calculator. */
const typed = (value: number): number => Math.round(value * 1e4) / 1e4;

/**
 * One unit's score step by step, from values with four decimals: whoever reads it recomputes it by hand. The
 * first of the units with the most values is taken; a criterion without one is left out, as in the ranking.
 * @returns null where no unit has a value.
 */
export function workOut(method: IndexMethod, units: readonly IndexUnit[]): WorkedExample | null {
	const rounded = units.map((unit) => ({
		...unit,
		values: unit.values.map(({ criterion, value }) => ({
			...{ criterion, value: value === null ? null : typed(value) },
		})),
	}));
	const knownOf = ({ values }: IndexUnit) =>
		method.criteria.filter(({ criterion: code }) =>
			values.some(({ criterion, value }) => criterion === code && value !== null),
		);
	const most = Math.max(0, ...rounded.map((unit) => knownOf(unit).length));
	const shown = rounded.find((unit) => knownOf(unit).length === most);
	if (!shown || most === 0) return null;
	const criteria = knownOf(shown);
	const [scored] = score({ ...method, criteria, completeness: 0 }, [shown]).scored;
	if (!scored) return null;
	return {
		score: scored.score,
		lines: criteria.map(({ criterion, weight }, index) => ({
			...{ criterion, weight },
			value: scored.values[index] ?? 0,
			points: scored.points[index] ?? 1,
		})),
	};
}
