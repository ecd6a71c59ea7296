import { expect, it } from 'vitest';
import { compareNames } from './name-order';

it('orders names by the Vietnamese alphabet, and numbers inside by their worth', () => {
	const names = ['Thôn 10', 'Án', 'Thôn 2', 'Đông', 'Dương', 'Phường 10', 'An', 'Phường 2', 'Ân'];
	expect(names.sort(compareNames)).toEqual([
		...['An', 'Án', 'Ân', 'Dương', 'Đông', 'Phường 2', 'Phường 10', 'Thôn 2', 'Thôn 10'],
	]);
});
