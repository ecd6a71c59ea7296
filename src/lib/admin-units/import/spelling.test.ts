import { expect, it } from 'vitest';
import { areInCapitals, findSpellingFault, inTitleCase } from './spelling';

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
	'Xã "Mẫu" Một',
	'Xã “Mẫu” Hai',
	'Xã Mẫu 3 + 4',
	'Xã Mẫu; Tư',
])('takes %s as a name', (name) => {
	expect(findSpellingFault(name)).toBeUndefined();
});

it.each([
	Buffer.from('Phường Cộng Hòa').toString('latin1'),
	Buffer.from('Xã Đồng Lạc').toString('latin1'),
	'Ph\uFFFDng',
	'Côòng Hòa',
	'PhýõÌng',
	'X· Tæng Bµ',
])('tells that %s was read in a wrong encoding', (name) => {
	expect(findSpellingFault(name)?.rule).toBe('misread');
});

it('names a sign that is in no name for what it is', () => {
	expect(findSpellingFault('Xã Mẫu ★')).toEqual({
		rule: 'strangeCharacter',
		message: '"Xã Mẫu ★" holds ★ (U+2605), which is in no name; take it out',
	});
	expect(findSpellingFault('L\u0000c')?.rule).toBe('strangeCharacter');
});

it('reads a list in capitals as names, and leaves one alone that is spelt', () => {
	expect(areInCapitals(['XÃ MẪU MỘT', 'PHƯỜNG 1'])).toBe(true);
	expect(areInCapitals(['XÃ MẪU MỘT', 'Xã Mẫu Hai'])).toBe(false);
	expect(areInCapitals(['1', '2'])).toBe(false);
	expect(['XÃ MẪU MỘT', "CƯ M'GAR", 'BÀ RỊA - VŨNG TÀU'].map(inTitleCase)).toEqual([
		'Xã Mẫu Một',
		"Cư M'gar",
		'Bà Rịa - Vũng Tàu',
	]);
});
