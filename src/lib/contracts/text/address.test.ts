import { expect, it } from 'vitest';
import { isSoundPath, pageNumber, wholeNumber } from './address';

it.each(['', '0', '-1', '1.5', '1e3', '2147483648', '99999999999', 'NaN', ' 7', '0x10'])(
	'%j numbers nothing',
	(text) => {
		expect(wholeNumber(text)).toBeNull();
	},
);

it('a number is what the database can keep', () => {
	expect(wholeNumber('2147483647')).toBe(2_147_483_647);
	expect(wholeNumber('007')).toBe(7);
	expect(wholeNumber(null)).toBeNull();
});

it.each([
	['trang=3', 3],
	['', 1],
	['trang=0', 1],
	['trang=1e20', 1],
	['trang=99999999', 10_000],
	['trang=-4', 1],
])('?%s is page %i', (query, page) => {
	expect(pageNumber(new URLSearchParams(query))).toBe(page);
});

it.each(['/xa/a%00b', '/xa/%EF%BF%BE', '/xa/%ED%A0%80', '/xa/%'])('%s names nothing', (path) => {
	expect(isSoundPath(path)).toBe(false);
});

it('a path may be in any language', () => {
	expect(isSoundPath('/xa/07294-h%C3%B2a%20b%E1%BA%A3o')).toBe(true);
});
