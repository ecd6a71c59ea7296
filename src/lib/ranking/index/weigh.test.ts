import { expect, it } from 'vitest';
import type { IndexMethod, IndexUnit } from '../../contracts/awards/composite-index';
import { score } from './score';
import { correlate, nearCopies, weigh } from './weigh';

const method: IndexMethod = {
	criteria: (['coverage', 'assisted', 'punctuality'] as const).map((criterion, index) => ({
		...{ criterion, weight: [50, 30, 20][index] ?? 0, worst: 0, best: 1 },
		missing: 'leaveOut',
	})),
	completeness: 0.5,
};
const scored = (rows: readonly (readonly (number | null)[])[]) =>
	score(
		method,
		rows.map((row, unitId): IndexUnit => ({
			...{ unitId, sample: null },
			values: method.criteria.map(({ criterion }, index) => ({
				criterion,
				value: row[index] ?? null,
			})),
		})),
	).scored;

it('says how much each criterion decides, all of it together', () => {
	const weights = weigh(
		method,
		scored([
			[0.2, 0.5, 0.9],
			[0.4, 0.5, 0.1],
			[0.6, 0.5, 0.6],
			[0.9, 0.5, 0.4],
		]),
	);
	expect(weights.map(({ nominal }) => nominal)).toEqual([0.5, 0.3, 0.2]);
	expect(weights[1]?.effective).toBe(0);
	expect(weights.reduce((sum, { effective }) => sum + (effective ?? 0), 0)).toBeCloseTo(1, 8);
});

it('says nothing of it where too few units are complete or none differ', () => {
	const effective = (rows: (number | null)[][]) =>
		weigh(method, scored(rows)).map((one) => one.effective);
	expect(
		effective([
			[0.1, 0.2, 0.3],
			[0.4, 0.5, 0.6],
			[0.7, 0.8, null],
		]),
	).toEqual([null, null, null]);
	expect(
		effective([
			[0.5, 0.5, 0.5],
			[0.5, 0.5, 0.5],
			[0.5, 0.5, 0.5],
		]),
	).toEqual([null, null, null]);
});

it('finds criteria that are nearly copies of each other', () => {
	const correlations = correlate(
		method,
		scored([
			[0.1, 0.11, 0.9],
			[0.4, 0.42, 0.2],
			[0.5, 0.5, 0.7],
			[0.9, 0.88, 0.4],
			[0.3, null, 0.5],
		]),
	);
	expect(correlations).toHaveLength(3);
	expect(
		correlations.find(({ one, other }) => one === 'coverage' && other === 'punctuality')
			?.correlation,
	).toBeLessThan(0);
	expect(nearCopies(correlations).map(({ one, other }) => [one, other])).toEqual([
		['coverage', 'assisted'],
	]);
});

it('leaves out pairs of which one never differs', () => {
	const rows = [
		[0.1, 0.5, 0.9],
		[0.4, 0.5, 0.2],
		[0.5, 0.5, 0.7],
	];
	expect(correlate(method, scored(rows))).toHaveLength(1);
});
