import { describe, expect, it } from 'vitest';
import { searchKey } from './search-key';
import { cleanText } from './typed-text';

describe('a text that somebody typed or copied', () => {
	it('loses what nobody sees and has ordinary spaces', () => {
		expect(cleanText('\u00a0Xã\u202fThanh\u200b\u3000Yên\u2060 ')).toBe('Xã Thanh Yên');
		expect(searchKey('Thanh\u00a0Y\u200bên')).toBe('thanh yen');
		expect(cleanText('Ho\u0300a')).toBe('Hòa');
		expect(cleanText('Ông An\nTrưởng thôn')).toBe('Ông An\nTrưởng thôn');
	});

	it('has Đ where a letter only looks like it', () => {
		expect(cleanText('Ðặng Ɖức ðộ ɖó')).toBe('Đặng Đức độ đó');
		for (const name of ['Đặng', 'Ðặng', 'Ɖặng', 'ðặng', 'dang'])
			expect(searchKey(name)).toBe('dang');
	});
});
