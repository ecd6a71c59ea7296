import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import type { CheckFrame } from '../../contracts/awards/checks';
import { neededRolls, readDice } from './dice';
import { drawSample, seedOf } from './draw-sample';

const hash = (text: string) => createHash('sha256').update(text).digest('hex');
const frame: CheckFrame = {
	...{ season: 1, round: 1, subject: 'households', day: '2026-08-20', perUnit: 4, diceSides: 6 },
	strata: [
		{
			unit: '98001',
			places: [
				{ code: '98001-01', households: 7 },
				{ code: '98001-02', households: 13 },
			],
		},
		{ unit: '98002', places: [{ code: '98002-01', households: 3 }] },
	],
};
const sessions: CheckFrame = {
	...frame,
	subject: 'sessions',
	strata: [{ unit: '98001', places: [{ code: '98001-01', sessions: [11, 12, 40, 51, 77, 90] }] }],
};

it('draws the same of the same frame and seed, and else of another', () => {
	const seed = seedOf(hash('frame'), '4162531462513624153624153');
	expect(drawSample(frame, seed)).toEqual(drawSample(structuredClone(frame), seed));
	expect(drawSample(frame, `${seed}0`)).not.toEqual(drawSample(frame, seed));
	expect(seedOf(hash('frame of round 2'), '4162531462513624153624153')).not.toBe(seed);
});

it('draws what anybody gets who does it by hand', () => {
	const places = Array.from({ length: 20 }, (_, index) => index);
	const byHand: number[] = [];
	for (let lot = 1; byHand.length < 4; lot++) {
		const index = Number(BigInt(`0x${hash(`seed,98001,${lot}`)}`) % 20n);
		const place = places[index] ?? -1;
		if (!byHand.includes(place)) byHand.push(place);
	}
	const drawn = drawSample(frame, 'seed').filter(({ unit }) => unit === '98001');
	expect(
		drawn.map(({ place, number }) => (place === '98001-01' ? number - 1 : number + 6)),
	).toEqual(byHand);
	expect(drawn.map(({ lot }) => lot)).toEqual([1, 2, 3, 4]);
});

it('takes everything of a unit that has no more than is asked for, and nothing twice', () => {
	const drawn = drawSample(frame, 'seed');
	expect(drawn.filter(({ unit }) => unit === '98002').map(({ number }) => number)).toEqual([
		1, 2, 3,
	]);
	const ids = drawSample(sessions, 'seed').map(({ number }) => number);
	expect(new Set(ids).size).toBe(4);
	expect(ids.every((id) => [11, 12, 40, 51, 77, 90].includes(id))).toBe(true);
});

it('gives every household the same chance', () => {
	const rounds = 2000;
	const counts = new Map<string, number>();
	for (let round = 0; round < rounds; round++)
		for (const { unit, place, number } of drawSample(frame, `seed ${round}`))
			if (unit === '98001')
				counts.set(`${place} ${number}`, (counts.get(`${place} ${number}`) ?? 0) + 1);
	const expected = (rounds * 4) / 20;
	const seen = [...counts.values()];
	expect(seen).toHaveLength(20);
	const chiSquare = seen.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
	// 43.8 is passed once in a thousand draws by chance; these seeds are always the same.
	expect(chiSquare).toBeLessThan(43.8);
});

it('reads dice as people type them, and refuses too few to be a lot', () => {
	expect([neededRolls(6), neededRolls(10)]).toEqual([25, 20]);
	const rolls = '4162531462513624153624153';
	expect(readDice('41625 31462-51362 41536 24153', 6)).toEqual({ dice: rolls });
	expect(readDice(rolls.slice(1), 6)).toEqual({ fault: 'tooFewRolls' });
	expect(readDice(rolls.replace('4', '7'), 6)).toEqual({ fault: 'notOfTheDie' });
	expect(readDice('01234567890123456789', 10)).toEqual({ dice: '01234567890123456789' });
	expect(readDice('1'.repeat(300), 10)).toEqual({ fault: 'tooManyRolls' });
});
