import { expect, it } from 'vitest';
import { isSoundText, soundText, unsoundFields } from './sound-text';

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

it('what is no text is named by its place, in their order', () => {
	const input = { unit: 'a\0', values: [{ 'b\0': 1 }, { reason: 'c\ufffe', source: 'd' }] };
	expect(unsoundFields(input)).toEqual(['unit', 'values.0', 'values.1.reason']);
	expect(unsoundFields('\0')).toEqual(['']);
});

it('what is nested deeper than the stack is looked through as well', () => {
	const deep = `${'['.repeat(100_000)}"\\u0000"${']'.repeat(100_000)}`;
	expect(unsoundFields(JSON.parse(deep))).toHaveLength(1);
});
