import { expect, it } from 'vitest';
import { acceptedEncoding } from './encoding';

it.each([
	['gzip, deflate, br', 'br'],
	['gzip;q=1.0, br;q=0', 'gzip'],
	['br;q=0.000, gzip;q=0', 'identity'],
	['BR', 'br'],
	['', 'identity'],
	[null, 'identity'],
])('%s → %s', (header, encoding) => {
	expect(acceptedEncoding(header)).toBe(encoding);
});
