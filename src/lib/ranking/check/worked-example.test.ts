import { expect, it } from 'vitest';
import type { CriterionCode } from '../../contracts/award-criteria';
import type { IndexMethod, IndexUnit } from '../../contracts/award-index';
import { workOut } from './worked-example.server';

const codes: CriterionCode[] = ['coverage', 'punctuality', 'verified'];
const method: IndexMethod = {
	criteria: codes.map((criterion, index) => ({
		...{ criterion, weight: 10 * (index + 1), worst: 0, best: 1, missing: 'leaveOut' },
	})),
	completeness: 0.75,
};

const unit = (...given: (number | null)[]): IndexUnit => ({
	...{ unitId: 1, sample: null },
	values: codes.map((criterion, index) => ({ criterion, value: given[index] ?? null })),
});

it('takes the unit with the most values, and leaves out what it has none of', () => {
	const example = workOut(method, [unit(0.5, null, null), unit(0.25, 0.123456, null)]);
	const lines = example?.lines ?? [];
	expect(lines.map(({ criterion, value }) => [criterion, value])).toEqual([
		['coverage', 0.25],
		['punctuality', 0.1235],
	]);
	const weights = lines.reduce((sum, { weight }) => sum + weight, 0);
	const logs = lines.reduce((sum, { weight, points }) => sum + weight * Math.log(points), 0);
	expect(example?.score).toBeCloseTo(Math.exp(logs / weights), 6);
	expect(workOut(method, [unit()])).toBeNull();
});
