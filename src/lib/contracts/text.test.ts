import { expect, it } from 'vitest';
import { isSoundText, soundText } from './text';

it.each([
	['NUL', 'a\0b'],
	['another control', 'a\x0bb'],
	['half of a surrogate pair', 'a\ud83db'],
	['the other half', 'a\ude00b'],
	['a noncharacter', 'a\ufffeb'],
	['a noncharacter of another plane', 'a\u{1ffff}b'],
])('%s is no text, and goes without a trace', (_name, text) => {
	expect(isSoundText(text)).toBe(false);
	expect(soundText(text)).toBe('ab');
});

it('what people write is left as it is', () => {
	const text = 'Tổ số 1 “Hòa”,\tdòng 1\r\ndòng 2 😀 \u00ad\u200b';
	expect(isSoundText(text)).toBe(true);
	expect(soundText(text)).toBe(text);
});
