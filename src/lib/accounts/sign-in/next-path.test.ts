import { describe, expect, it } from 'vitest';
import { ownPath } from './next-path';

const origin = 'https://nhipso.example';

describe('where to go after signing in', () => {
	it.each(['/', '/en', '/xep-hang', '/bao-cao/07294/2026-10?revision=2', '/xa/07294-đèo-gia'])(
		'takes our own %s',
		(path) => {
			const url = new URL(path, origin);
			expect(ownPath(path, origin)).toBe(url.pathname + url.search);
		},
	);

	it.each([
		null,
		'',
		'xep-hang',
		'https://evil.example/',
		'//evil.example/',
		'///evil.example/',
		'/\\evil.example/',
		'/\t/evil.example/',
		'/.//evil.example/',
		'/x/..//evil.example/',
		'/%2e//evil.example/',
		'javascript:alert(1)',
		'http://nhipso.example/xep-hang',
		'//[',
		'/dang-nhap',
		'/en/dang-nhap?next=/',
		'/dang-xuat',
	])('refuses %j', (path) => {
		expect(ownPath(path, origin)).toBeNull();
	});
});
