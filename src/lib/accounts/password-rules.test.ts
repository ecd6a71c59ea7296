import { expect, it } from 'vitest';
import { passwordFault } from './password-rules';

it.each([
	['elevenchars', 'tooShort'],
	['twelve chars', null],
	// Eleven letters as a person counts them, however many code units they take.
	['ầầầầầầầầầềế', 'tooShort'],
	['ầầầầầầầầầềế'.normalize('NFD'), 'tooShort'],
	['một câu dài dễ nhớ', null],
	['x'.repeat(199) + 'yz', 'tooLong'],
	['tuyet.nhung', 'tooShort'],
	['TuyetNhung', 'tooShort'],
	['tuyet.nhung1990', 'isName'],
	['tuyetnhungTUYETNHUNG', 'isName'],
	['tuyet nhung đi chợ', null],
	['Password1234', 'common'],
	['matkhau 123456', 'common'],
	['zzzzzzzzzzzzzzz', 'common'],
	['zzzzzzzzzzzzzzy', null],
])('of %s says %s', (password, fault) => {
	expect(passwordFault(password, 'tuyet.nhung')).toBe(fault);
});
