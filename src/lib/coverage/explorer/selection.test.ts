import { expect, it } from 'vitest';
import { queryOf, readSelection } from './selection';

it('survives the way through the address', () => {
	const selection = { measure: 'skill3', basis: 'provisional', month: '2026-10' } as const;
	expect(readSelection(new URLSearchParams(queryOf(selection)), true)).toEqual(selection);
});

it('ignores what it does not know', () => {
	expect(readSelection(new URLSearchParams('ky-nang=x&so-lieu=y'), true)).toEqual({
		measure: 'allFive',
		basis: 'approved',
		month: null,
	});
});

it('never shows provisional figures to the public', () => {
	expect(readSelection(new URLSearchParams('so-lieu=provisional'), false).basis).toBe('approved');
});
