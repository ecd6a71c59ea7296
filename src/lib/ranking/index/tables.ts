import type { IndexMethod } from '../../contracts/awards/composite-index';
import { goalpostMove } from '../../contracts/awards/method';
import { naturalLog } from './arithmetic';
import { toPoints, type Goalposts } from './normalise';
import type { ScoredUnit } from './score';

/** How far a draw moves a goalpost, in parts of the distance between both. */
const moves = [-1, -0.5, 0, 0.5, 1].map((part) => part * goalpostMove);
/** Each of the two goalposts by itself. */
export const goalpostDraws = moves.length * moves.length;
/** The draw that moves neither. */
export const unmoved = (goalpostDraws - 1) / 2;

export function movedGoalposts({ worst, best }: Goalposts, draw: number): Goalposts {
	const distance = best - worst;
	const worstMove = moves[Math.floor(draw / moves.length)] ?? 0;
	const bestMove = moves[draw % moves.length] ?? 0;
	return { worst: worst + worstMove * distance, best: best + bestMove * distance };
}

/**
 * What every unit earns in every criterion under every draw of the goalposts, at
 * (criterion × goalpostDraws + draw) × units + unit: as it is for the arithmetic mean, by its
 * logarithm for the geometric one; 0 where the value isn't known.
 */
export interface PointTables {
	points: Float64Array;
	logs: Float64Array;
}

export function pointTables(method: IndexMethod, scored: readonly ScoredUnit[]): PointTables {
	const units = scored.length;
	const size = method.criteria.length * goalpostDraws * units;
	const tables = { points: new Float64Array(size), logs: new Float64Array(size) };
	method.criteria.forEach((setting, criterion) => {
		for (let draw = 0; draw < goalpostDraws; draw += 1) {
			const goalposts = movedGoalposts(setting, draw);
			const start = (criterion * goalpostDraws + draw) * units;
			scored.forEach(({ values }, unit) => {
				const value = values[criterion] ?? null;
				if (value === null) return;
				const points = toPoints(value, goalposts);
				tables.points[start + unit] = points;
				tables.logs[start + unit] = naturalLog(points);
			});
		}
	});
	return tables;
}

/** Units by which criteria they lack: the weights of those that are left add up alike within a group. */
export interface KnownGroups {
	groupOf: Uint16Array;
	/** For each group the criteria, by their index, whose values are known. */
	known: number[][];
}

export function knownGroups(scored: readonly ScoredUnit[]): KnownGroups {
	const numbers = new Map<string, number>();
	const known: number[][] = [];
	const groupOf = Uint16Array.from(scored, ({ points }) => {
		const indices = points.flatMap((value, index) => (value === null ? [] : [index]));
		const key = indices.join();
		const number = numbers.get(key) ?? known.length;
		if (number === known.length) known.push(indices);
		numbers.set(key, number);
		return number;
	});
	return { groupOf, known };
}
