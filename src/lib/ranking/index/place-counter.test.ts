import fc from 'fast-check';
import { expect, it } from 'vitest';
import { FailedDrawError, PlaceCounter } from './place-counter';

const placesByComparing = (scores: readonly number[]): number[] =>
	scores.map((score) => 1 + scores.filter((other) => other > score).length);

it('gives every unit its place, however the scores lie', () => {
	const scores = fc.array(
		fc.oneof(
			fc.double({ min: 1, max: 100, noNaN: true }),
			fc.constantFrom(1, 50, 50 + 1e-13, 100),
			fc.double({ min: 50, max: 50 + 1e-9, noNaN: true }),
		),
		{ minLength: 1, maxLength: 60 },
	);
	fc.assert(
		fc.property(scores, (given) => {
			const counter = new PlaceCounter(given.length);
			counter.count(new Float64Array(given), 1);
			expect([...counter.places]).toEqual(placesByComparing(given));
		}),
	);
});

it('counts the places of all draws', () => {
	const counter = new PlaceCounter(3);
	counter.count(new Float64Array([3, 2, 1]), 1);
	counter.count(new Float64Array([3, 3, 5]), 2);
	expect([...counter.counts()]).toEqual([1, 1, 0, 0, 2, 0, 1, 0, 1]);
});

it.each([NaN, Infinity, -Infinity])(
	'stops at a score of %d, with the number of the draw',
	(bad) => {
		const counter = new PlaceCounter(3);
		const count = () => counter.count(new Float64Array([3, bad, 1]), 17);
		expect(count).toThrow(FailedDrawError);
		expect(count).toThrow('Draw 17');
	},
);
