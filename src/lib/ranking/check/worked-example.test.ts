import { expect, it } from 'vitest';
import type { CriterionCode } from '../../contracts/awards/criteria';
import type { IndexMethod, IndexUnit } from '../../contracts/awards/composite-index';
import { score } from '../index/score';
import { workOut } from './worked-example.server';

const codes: CriterionCode[] = ['coverage', 'punctuality', 'verified'];
const method: IndexMethod = {
	criteria: codes.map((criterion, index) => ({
		...{ criterion, weight: 10 * (index + 1), worst: 0, best: 1, missing: 'leaveOut' },
	})),
	completeness: 0.5,
};

const unit = (unitId: number, ...given: (number | null)[]): IndexUnit => ({
	...{ unitId, sample: null },
	values: codes.map((criterion, index) => ({ criterion, value: given[index] ?? null })),
});
const rankedScore = (units: IndexUnit[], unitId: number) =>
	score(method, units).scored.find((one) => one.unitId === unitId)?.score ?? Number.NaN;
/** Of which four decimals are so few that its score comes out otherwise, the second decimal too. */
const rough = unit(7, 0.00005, 0.00005, 0.00005);

it('takes the first of those with the most values, whatever their places, and leaves out what is unknown', () => {
	const units = [unit(4, 0.5, 0.9, null), unit(9, 0.25, 0.5, 0.75), unit(2, 0.9, 0.9, 0.9)];
	const example = workOut(method, units);
	expect(example?.unitId).toBe(9);
	expect(workOut(method, units.slice(0, 1))?.lines.map(({ criterion }) => criterion)).toEqual([
		...['coverage', 'punctuality'],
	]);
});

it('comes out as the ranking has it, to the second decimal', () => {
	const units = [rough, unit(9, 1 / 3, 2 / 3, 1 / 7)];
	expect(workOut(method, [rough])?.score).not.toBeCloseTo(rankedScore(units, 7), 2);
	const example = workOut(method, units);
	expect(example).toMatchObject({ unitId: 9, lines: [{ value: 0.3333 }, { value: 0.6667 }, {}] });
	expect(example?.score).toBe(Math.round(rankedScore(units, 9) * 100) / 100);
});

it('works out no score of units that have none', () => {
	expect(workOut(method, [unit(1, 0.9, null, null), unit(2)])).toBeNull();
});
