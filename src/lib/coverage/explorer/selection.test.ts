import { expect, it } from 'vitest';
import { queryOf, readSelection } from './selection';

it('survives the way through the address', () => {
	const selection = {
		measure: 'skill3',
		basis: 'provisional',
		month: '2026-10',
		colouring: 'growth12',
		classing: 'bivariate',
		shape: 'households',
		against: { month: '2026-03' },
		district: '213',
	} as const;
	expect(readSelection(new URLSearchParams(queryOf(selection)), true)).toEqual(selection);
});

it('ignores what it does not know', () => {
	expect(
		readSelection(
			new URLSearchParams('ky-nang=x&so-lieu=y&to-mau=z&lop=y&hinh=t&so-voi=2026-13&huyen-cu=<'),
			true,
		),
	).toEqual({
		measure: 'allFive',
		basis: 'approved',
		month: null,
		colouring: 'level',
		classing: 'fixed',
		shape: 'areas',
		against: null,
		district: null,
	});
});

it('never shows provisional figures to the public', () => {
	expect(readSelection(new URLSearchParams('so-lieu=provisional'), false).basis).toBe('approved');
});

it('compares one skill with no target, since there is none', () => {
	const asked = new URLSearchParams('to-mau=so-voi-chi-tieu');
	expect(readSelection(asked, false).colouring).toBe('distance');
	asked.set('ky-nang', 'skill1');
	expect(readSelection(asked, false).colouring).toBe('level');
	expect(
		queryOf({
			...({ measure: 'skill1', basis: 'approved', month: null } as const),
			...({ colouring: 'distance', classing: 'fixed', shape: 'areas' } as const),
			...{ against: null, district: null },
		}),
	).toBe('?ky-nang=skill1');
});

it('sees coverage together with its growth alone', () => {
	const asked = new URLSearchParams('to-mau=dung-han&lop=hai-chieu');
	expect(readSelection(asked, false).classing).toBe('fixed');
	asked.set('lop', 'phan-vi');
	expect(readSelection(asked, false).classing).toBe('quantiles');
	const quantiles = readSelection(asked, false);
	expect(queryOf({ ...quantiles, colouring: 'level' })).toBe('?lop=phan-vi');
	expect(queryOf({ ...quantiles, classing: 'bivariate' })).toBe('?to-mau=dung-han');
});
