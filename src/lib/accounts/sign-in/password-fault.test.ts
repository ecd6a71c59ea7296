import { expect, it } from 'vitest';
import { passwordFault } from './password-fault.server';

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
	// Of the package's list, or one of its words with digits around it.
	['1q2w3e4r5t6y', 'common'],
	['anhyeuem2026', 'common'],
	['ChuyenDoiSo 2026', 'common'],
	['012345678910', 'common'],
])('of %s says %s', (password, fault) => {
	expect(passwordFault(password, 'tuyet.nhung')).toBe(fault);
});
