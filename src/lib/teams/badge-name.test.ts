import { expect, it } from 'vitest';
import { badgeName } from './badge-name';

it.each([
	['Nguyễn Văn An', 'An N.'],
	['  đỗ   Thị Ánh ', 'Ánh Đ.'],
	['Ỷ Lan'.normalize('NFD'), 'Lan Ỷ.'.normalize('NFC')],
	['Hoa', 'Hoa'],
])('of %s shows %s', (fullName, shown) => {
	expect(badgeName(fullName)).toBe(shown);
});
