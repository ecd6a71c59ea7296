import { expect, it } from 'vitest';
import { hasTooManyParts, isTooLong } from './posted-body';

const kibibyte = 1024;
const form = 'application/x-www-form-urlencoded';
const multipart = 'multipart/form-data; boundary=----edge';

function posted(type: string, length: number | null, isSignedIn: boolean) {
	const headers = {
		'content-type': type,
		...(length !== null && { 'content-length': `${length}` }),
	};
	const request = new Request('http://localhost/', { method: 'POST', headers, body: 'a=1' });
	return isTooLong(request, isSignedIn);
}

it.each([
	['texts', form, 256 * kibibyte, true],
	['texts of a visitor', form, 256 * kibibyte, false],
	['a visitor’s form of parts', multipart, 256 * kibibyte, false],
	['a batch of reports', 'application/json', 2048 * kibibyte, true],
])('%s are refused past their size, or when they tell none', (_name, type, most, isSignedIn) => {
	expect(posted(type, most, isSignedIn)).toBe(false);
	expect(posted(type, most + 1, isSignedIn)).toBe(true);
	expect(posted(type, null, isSignedIn)).toBe(true);
});

it('files of who is signed in are bounded by their parts', () => {
	expect(posted(multipart, 10_000 * kibibyte, true)).toBe(false);
	const part = '------edge\r\ncontent-disposition: form-data; name="a"\r\n\r\n1\r\n';
	const bodyOf = (parts: number) =>
		new TextEncoder().encode(`${part.repeat(parts)}------edge--\r\n`).buffer;
	expect(hasTooManyParts(multipart, bodyOf(500))).toBe(false);
	expect(hasTooManyParts(multipart, bodyOf(5_000))).toBe(true);
	expect(hasTooManyParts('multipart/form-data; boundary="----edge"', bodyOf(5_000))).toBe(true);
	expect(hasTooManyParts(form, bodyOf(5_000))).toBe(false);
});

it('what is asked for without a body has none that is too long', () => {
	const request = new Request('http://localhost/', { method: 'POST' });
	expect(isTooLong(request, false)).toBe(false);
});
