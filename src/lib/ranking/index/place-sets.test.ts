import { expect, it } from 'vitest';
import { seeded } from '../../contracts/numbers/seeded';
import { PlaceCounter } from './place-counter';
import { bandsOf, placeSets, placeSpreads } from './place-sets';

/** Scores that overlap with their neighbours', drawn again and again. */
function drawn(units: number, draws: number) {
	const random = seeded(11);
	const counter = new PlaceCounter(units);
	const places = new Uint16Array(units * draws);
	for (let draw = 0; draw < draws; draw += 1) {
		const scores = Float64Array.from(
			{ length: units },
			(_, unit) => -unit + (6 * random()) / 2 ** 32,
		);
		counter.count(scores, draw);
		places.set(counter.places, draw * units);
	}
	return { counts: counter.counts(), places };
}

it.each([0.8, 0.9, 0.99])('holds for the whole table at once in %d of all draws', (confidence) => {
	const [units, draws] = [30, 2_000];
	const { counts, places } = drawn(units, draws);
	const own = Array.from({ length: units }, (_, unit) => ({
		low: unit + 1,
		high: unit + 1,
	}));
	const sets = placeSets({ counts, places }, own, { draws, confidence });
	const holds = Array.from({ length: draws }, (_, draw) =>
		sets.every(({ low, high }, unit) => {
			const place = places[draw * units + unit] ?? 0;
			return low <= place && place <= high;
		}),
	).filter(Boolean).length;
	expect(holds / draws).toBeGreaterThanOrEqual(confidence);
	// Each unit by itself would promise the table far less than it says.
	const spreads = placeSpreads(counts, units, { draws, top: 5 });
	const alone = Array.from({ length: draws }, (_, draw) =>
		spreads.every(({ low, high }, unit) => {
			const place = places[draw * units + unit] ?? 0;
			return low <= place && place <= high;
		}),
	).filter(Boolean).length;
	expect(alone / draws).toBeLessThan(0.8);
});

it('says how probable it is to be among the first', () => {
	const spreads = placeSpreads(Uint16Array.from([6, 4, 0, 4, 6, 0, 0, 0, 10]), 3, {
		...{ draws: 10, top: 1 },
	});
	expect(spreads).toEqual([
		{ low: 1, high: 2, top: 0.6 },
		{ low: 1, high: 2, top: 0.4 },
		{ low: 3, high: 3, top: 0 },
	]);
});

it('lets a unit join the band above while it cannot be told from the first of that band', () => {
	const sets = [
		{ low: 1, high: 2 },
		{ low: 1, high: 4 },
		{ low: 3, high: 5 },
		{ low: 4, high: 6 },
		{ low: 5, high: 5 },
		{ low: 6, high: 7 },
	];
	const bands = bandsOf(sets.map((set, index) => ({ place: index + 1, set })));
	expect(bands).toEqual([1, 1, 2, 2, 2, 3]);
});

it('keeps who shares a place in one band', () => {
	const first = { place: 1, set: { low: 1, high: 1 } };
	const [one, other] = [
		{ place: 2, set: { low: 1, high: 3 } },
		{ place: 2, set: { low: 2, high: 3 } },
	];
	expect(bandsOf([first, one, other])).toEqual([1, 1, 1]);
	expect(bandsOf([first, other, one])).toEqual([1, 1, 1]);
});
