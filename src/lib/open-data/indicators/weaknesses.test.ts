import { expect, it } from 'vitest';
import { weaknessesOf } from './weaknesses';

it('says of a household measure that it is told by households, partial, and hidden where small', () => {
	expect(
		weaknessesOf({
			...{ figures: { of: 'households' }, countingUnit: 'share', cumulative: false },
			...{ counting: 'places', organisations: [] },
		}),
	).toEqual(['volunteers', 'coverage', 'hidden']);
});

it('says of turns that several may count the same, and that turns are no people', () => {
	expect(
		weaknessesOf({
			...{ figures: null, countingUnit: 'occurrences', cumulative: false },
			...{ counting: 'each', organisations: ['baoChi'] },
		}),
	).toEqual(['twice', 'turns']);
});
