import { expect, it } from 'vitest';
import type { IndexInput } from '../../contracts/awards/composite-index';
import { compute } from './compute';
import { funnelLimits, funnelStanding, shareOfAll } from './funnel';
import { lastOfBands, stepsToNextBand } from './next-band';
import { peerFinder } from './peers';

const setting = { worst: 0, best: 1, missing: 'leaveOut' } as const;
const input = (rows: readonly (readonly [number, number, number])[]): IndexInput => ({
	method: {
		criteria: [
			{ criterion: 'coverage', weight: 50, ...setting },
			{ criterion: 'punctuality', weight: 40, ...setting },
			{ criterion: 'corrections', weight: 10, ...setting, worst: 0.2, best: 0 },
		],
		completeness: 0,
	},
	draws: { seed: 1, draws: 200, top: 1, confidence: 0.9 },
	units: rows.map(([coverage, punctuality, corrections], unitId) => ({
		...{ unitId, sample: null },
		values: [
			{ criterion: 'coverage', value: coverage },
			{ criterion: 'punctuality', value: punctuality },
			{ criterion: 'corrections', value: corrections },
		],
	})),
});

it('says which criterion would bring a unit into the band above, and it does', () => {
	const rows: [number, number, number][] = [
		[0.95, 0.95, 0],
		[0.8, 0.8, 0.01],
		[0.7, 0.75, 0.02],
		[0.6, 0.6, 0.1],
		[0.1, 0.2, 0.15],
	];
	const given = input(rows);
	const { placed } = compute(given);
	const unit = placed.find(({ unitId }) => unitId === 2);
	if (!unit) throw new Error('the unit has a place');
	const above = placed.findLast(({ band }) => band === unit.band - 1);
	const steps = stepsToNextBand(given.method, lastOfBands(placed).get(unit.band - 1), unit);
	expect(steps?.length).toBeGreaterThan(0);
	for (const { criterion, from, to } of steps ?? []) {
		const changed = {
			...given,
			units: given.units.map((one) =>
				one.unitId !== 2
					? one
					: {
							...one,
							values: one.values.map((value) =>
								value.criterion === criterion ? { ...value, value: to } : value,
							),
						},
			),
		};
		expect(given.units[2]?.values.find((one) => one.criterion === criterion)?.value).toBeCloseTo(
			from,
			6,
		);
		const after = compute(changed).placed.find(({ unitId }) => unitId === 2);
		expect(after?.score).toBeCloseTo(above?.score ?? 0, 5);
		expect(after?.band, criterion).toBeLessThanOrEqual(unit.band - 1);
	}
	expect(steps?.map(({ criterion }) => criterion)).not.toContain('corrections');
	const first = placed[0];
	if (first)
		expect(
			stepsToNextBand(given.method, lastOfBands(placed).get(first.band - 1), first),
		).toBeNull();
});

it('finds peers among those alike in size, kind and terrain', () => {
	const unit = (
		unitId: number,
		kind: string,
		households: number | null,
		terrain: string | null = null,
	) => ({
		...{ unitId, kind, terrain, households, density: null },
	});
	const peersOf = peerFinder(
		[
			unit(1, 'xa', 200),
			unit(2, 'xa', 210),
			unit(3, 'phuong', 205),
			unit(4, 'xa', 2_000),
			unit(5, 'xa', 1_900),
			unit(6, 'xa', null),
		],
		2,
	);
	expect(peersOf(1)).toEqual([2, 6]);
	expect(peersOf(4)[0]).toBe(5);
	expect(peersOf(3)).toHaveLength(2);
	expect(peerFinder([unit(1, 'xa', 200)], 5)(1)).toEqual([]);
	const mountains = [
		unit(1, 'xa', 200, 'mountain'),
		unit(2, 'xa', 205),
		unit(3, 'xa', 215, 'mountain'),
		unit(4, 'xa', 2_000),
	];
	expect(peerFinder(mountains, 1)(1)).toEqual([3]);
});

it('draws a funnel that is wide for small places', () => {
	const units = [
		{ unitId: 1, households: 20, share: 0.9 },
		{ unitId: 2, households: 2_000, share: 0.6 },
		{ unitId: 3, households: 2_000, share: 0.5 },
	];
	const all = shareOfAll(units);
	if (all === null) throw new Error('there are households');
	expect(all).toBeCloseTo((18 + 1_200 + 1_000) / 4_020);
	expect(funnelLimits(all, 20).highest).toBeGreaterThan(0.8);
	expect(funnelLimits(all, 2_000).highest).toBeLessThan(0.6);
	const standings = units.map((unit) => funnelStanding(all, unit));
	expect(standings).toEqual(['above', 'above', 'below']);
	expect(funnelStanding(all, { unitId: 1, households: 20, share: 0.8 })).toBe('within');
	expect(shareOfAll([])).toBeNull();
});
