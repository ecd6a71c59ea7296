import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { canonicalJson, sha256 } from './canonical-json';

it('writes the same value the same way, whatever the order of its keys', () => {
	expect(canonicalJson({ b: [3, { d: null, c: 'xã' }], a: true })).toBe(
		'{"a":true,"b":[3,{"c":"xã","d":null}]}',
	);
	expect(canonicalJson({ b: 1, a: 2 })).toBe(canonicalJson({ a: 2, b: 1 }));
});

it('writes numbers and keys as RFC 8785 shows them', () => {
	expect(canonicalJson([333333333.33333329, 1e30, 4.5, 2e-3, 0.000000000000000000000000001])).toBe(
		'[333333333.3333333,1e+30,4.5,0.002,1e-27]',
	);
	const keys = { '\u20ac': 1, '\r': 2, '1': 3, '\u0080': 4, '\u00f6': 5, '\ud83d\ude00': 6 };
	expect(Object.keys(JSON.parse(canonicalJson(keys)) as object)).toHaveLength(6);
	expect(canonicalJson(keys)).toBe(
		'{"\\r":2,"1":3,"\u0080":4,"\u00f6":5,"\u20ac":1,"\ud83d\ude00":6}',
	);
});

it('refuses what JSON can’t say', () => {
	expect(() => canonicalJson([NaN])).toThrow(/not permitted in JSON/);
});

it('hashes a text as everybody else does', () => {
	const text = 'Xã Đèo Gia';
	expect(sha256(text)).toBe(createHash('sha256').update(text).digest('hex'));
});
