import { expect, it } from 'vitest';
import { isOwnOrigin } from './origin';

it.each([
	['http://localhost:3000', 'localhost:3000', undefined, true],
	['https://nhipso.example.vn', 'internal:3000', 'https://nhipso.example.vn', true],
	['https://evil.example', 'localhost:3000', undefined, false],
	['https://evil.example', 'nhipso.example.vn', 'https://nhipso.example.vn', false],
	['https://nhipso.example.vn.evil.example', 'x', 'https://nhipso.example.vn', false],
	['null', 'localhost:3000', undefined, false],
	['', 'localhost:3000', undefined, false],
	[undefined, 'localhost:3000', undefined, true],
])('a page of %s asking %s (configured %s): %s', (origin, host, own, allowed) => {
	expect(isOwnOrigin({ headers: { origin, host } }, own)).toBe(allowed);
});
