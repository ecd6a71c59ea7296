import { expect, it } from 'vitest';
import type { IndexResult, PlacedUnit } from '../../contracts/awards/composite-index';
import { letters } from './letters';
import { blindShape } from './shape';

const spread = { low: 1, high: 2, top: 0.5 };
const unit = (unitId: number, band: number): PlacedUnit => ({
	...{ unitId, points: [], completeness: 1, score: 100 - unitId, place: unitId, shared: false },
	...{ check: { score: 50, place: unitId }, method: spread, sampling: null, both: spread },
	...{ set: { low: unitId, high: unitId + 2 }, band },
});
const result: IndexResult = {
	placed: [unit(1, 1), unit(2, 1), unit(3, 2)],
	apart: [{ unitId: 9, reason: 'incomplete', completeness: 0.2, missing: [] }],
	...{ weights: [], correlations: [] },
};

it('shows bands, how far places move, and how many units have none', () => {
	const shape = blindShape(result, () => 0);
	expect(shape.bands.map(({ band, units }) => [band, units.length])).toEqual([
		[1, 2],
		[2, 1],
	]);
	expect(shape).toMatchObject({ sensitivity: 2, apart: 1 });
});

it('deals letters anew, so that none of them follows a unit through the trials', () => {
	const last = (number: number) => blindShape(result, () => number).bands[1]?.units[0];
	expect(new Set([0, 0.5, 0.99].map(last)).size).toBeGreaterThan(1);
});

it('tells nothing of a unit: no number, score or place', () => {
	expect(Object.keys(blindShape(result, () => 0))).toEqual(['bands', 'sensitivity', 'apart']);
	expect(JSON.stringify(blindShape(result, () => 0).bands)).toMatch(
		/^\[\{"band":1,"units":\["[A-C]","[A-C]"\]\},\{"band":2,"units":\["[A-C]"\]\}\]$/,
	);
});

it('goes on with two letters after Z', () => {
	expect([0, 25, 26, 51, 52, 701, 702].map(letters)).toEqual([
		...['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA'],
	]);
});
