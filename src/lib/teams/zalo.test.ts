import { describe, expect, it } from 'vitest';
import { checkZaloName, commonPatterns, isPattern, zaloName } from './zalo';

const names = { thon: 'Thôn Tường Vu', xa: 'Xã Cộng Hòa', huyen: 'Huyện Kim Thành' };

describe('the name of a Zalo group', () => {
	it('follows the pattern of its level', () => {
		expect(zaloName(commonPatterns.village, names)).toBe(
			'CNS-Thôn Tường Vu-Xã Cộng Hòa-Huyện Kim Thành',
		);
		expect(zaloName(commonPatterns.commune, { ...names, thon: null })).toBe(
			'CNSCĐ xã Cộng Hòa - Huyện Kim Thành',
		);
		expect(zaloName(commonPatterns.district, names)).toBe('CNSCĐ huyện Kim Thành');
	});

	it('leaves out what does not exist any more', () => {
		expect(zaloName(commonPatterns.village, { ...names, huyen: null })).toBe(
			'CNS-Thôn Tường Vu-Xã Cộng Hòa',
		);
		expect(zaloName('{Huyen} - {Xa}', { ...names, huyen: null })).toBe('Xã Cộng Hòa');
	});

	it('is checked without regard to tone placement', () => {
		const generated = 'CNS-Thôn Tường Vu-Xã Cộng Hòa';
		expect(checkZaloName('CNS-Thôn Tường Vu-Xã Cộng Hoà', generated)).toBe('same');
		expect(checkZaloName('CNS Tường Vu', generated)).toBe('other');
		expect(checkZaloName(' ', generated)).toBe('none');
	});

	it.each([
		['CNS-{Thon}-{Xa}', true],
		['CNS', false],
		['CNS-{tinh}-{xa}', false],
		['CNS-{xa', false],
	])('%s is a pattern: %s', (pattern, good) => expect(isPattern(pattern)).toBe(good));
});
