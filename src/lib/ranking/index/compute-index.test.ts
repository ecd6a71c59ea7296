import { expect, it } from 'vitest';
import * as v from 'valibot';
import type { IndexInput } from '../../contracts/awards/composite-index';
import { pageData } from '../../server/http';
import { compute } from './compute';
import { computeIndex, FailedIndexError } from './compute-index.server';

const setting = { weight: 1, worst: 0, best: 1, missing: 'leaveOut' } as const;
const input: IndexInput = {
	method: {
		criteria: [
			{ criterion: 'coverage', ...setting },
			{ criterion: 'punctuality', ...setting },
		],
		completeness: 0.75,
	},
	draws: { seed: 7, draws: 50, top: 2, confidence: 0.9 },
	units: [0.2, 0.4, 0.9].map((value, unitId) => ({
		...{ unitId, sample: null },
		values: [
			{ criterion: 'coverage', value },
			{ criterion: 'punctuality', value: 1 - value / 2 },
		],
	})),
};

it('computes in a worker what everybody computes', async () => {
	expect(await computeIndex(input, 'level')).toEqual(compute(input));
	expect(await computeIndex(input, 'growth')).toBeNull();
});

it('shares many draws among workers, and finds the same', async () => {
	const criteria = [...input.method.criteria, { criterion: 'verified' as const, ...setting }];
	const many: IndexInput = {
		method: { criteria, completeness: 0.5 },
		draws: { ...input.draws, draws: 10_007 },
		units: [3, 5, 6].map((confirmed, unitId) => ({
			...{ unitId, sample: { checked: 8, confirmed } },
			values: [
				{ criterion: 'coverage', value: 0.5 - unitId / 10 },
				{ criterion: 'verified', value: confirmed / 8 },
			],
		})),
	};
	const found = compute(many);
	expect(found.placed.every(({ sampling: places }) => places && places.low < places.high)).toBe(
		true,
	);
	expect(await computeIndex(many, 'level')).toEqual(found);
	const unvisited = { ...many, units: many.units.map((unit) => ({ ...unit, sample: null })) };
	expect(await computeIndex(unvisited, 'level')).toEqual(compute(unvisited));
});

it('refuses what is no input', async () => {
	const twice = {
		...input,
		method: {
			...input.method,
			criteria: [{ criterion: 'coverage' as const, ...setting, best: 0 }],
		},
	};
	await expect(computeIndex(twice, 'level')).rejects.toThrow(v.ValiError);
});

it('stops with the message of what failed', async () => {
	// So large that the distance between the goalposts is endless.
	const criteria = [{ criterion: 'coverage' as const, ...setting, worst: -1.7e308, best: 1.7e308 }];
	const endless = { ...input, method: { ...input.method, criteria, completeness: 0 } };
	await expect(computeIndex(endless, 'level')).rejects.toThrow('There is no logarithm of NaN.');
	await expect(computeIndex(endless, 'level')).rejects.toThrow(FailedIndexError);
});

it('tells a page which failure it was, as it tells what else is expected', async () => {
	const failing = () => Promise.reject(new FailedIndexError('There is no logarithm of NaN.'));
	await expect(pageData(failing)).rejects.toMatchObject({
		...{ status: 503, body: { message: 'indexFailed' } },
	});
});
