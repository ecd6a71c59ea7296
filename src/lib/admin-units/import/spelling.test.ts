import { expect, it } from 'vitest';
import { isMisread } from './spelling';

it.each([
	"Ea H'leo",
	'Phường 1',
	'Cộng Hòa',
	'Cộng Hoà'.normalize('NFD'),
	'Đắk R’Măng',
	'Cư KNia',
	'Quì Châu',
	'Bà Rịa - Vũng Tàu',
	'XÃ ĐÀN',
	'PHƯỜNG HÒA BÌNH',
])('takes %s as a name', (name) => {
	expect(isMisread(name)).toBe(false);
});

it.each([
	Buffer.from('Phường Cộng Hòa').toString('latin1'),
	Buffer.from('Xã Đồng Lạc').toString('latin1'),
	'Ph\uFFFDng',
	'Côòng Hòa',
	'PhýõÌng',
	'L\u0000c',
])('tells that %s was read in a wrong encoding', (name) => {
	expect(isMisread(name)).toBe(true);
});
