import { expect, it } from 'vitest';
import { teamSize } from './size';

const day = '2024-10-31';
const size = (stated: number | null, roster: number, rosterCompleteOn: string | null = null) => {
	const { members, complete } = teamSize({ stated, rosterCompleteOn }, roster, day);
	return [members, complete];
};

it('is what a list states until the roster names as many', () => {
	expect(size(5, 1)).toEqual([5, false]);
	expect(size(5, 4)).toEqual([5, false]);
	expect(size(5, 5)).toEqual([5, true]);
	expect(size(5, 6)).toEqual([6, true]);
});

it('is the roster’s from the day on which somebody vouches for it', () => {
	expect(size(5, 4, '2024-10-31')).toEqual([4, true]);
	expect(size(5, 4, '2024-11-01')).toEqual([5, false]);
});

it('is the roster’s where no list was ever sent', () => {
	expect(size(null, 3)).toEqual([3, true]);
	expect(size(null, 0)).toEqual([0, false]);
});
