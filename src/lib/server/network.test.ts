import { expect, it } from 'vitest';
import { network, siteOf } from './network';

it.each([
	['192.0.2.1', '192.0.2.1'],
	['::ffff:192.0.2.1', '192.0.2.1'],
	['2001:db8:0:7:aaaa::1', '2001:db8:0:7'],
	['2001:0db8::0007:bbbb:1:2:3', '2001:db8:0:7'],
	['2001:db8::1', '2001:db8:0:0'],
	['::1', '0:0:0:0'],
	['fe80::1%eth0', 'fe80:0:0:0'],
])('%s belongs to %s', (address, expected) => {
	expect(network(address)).toBe(expected);
});

it.each([
	['192.0.2.1', '192.0.2.1'],
	['2001:db8:1:7:aaaa::1', '2001:db8:1'],
	['2001:db8::1', '2001:db8:0'],
])('%s belongs to the site %s', (address, expected) => {
	expect(siteOf(address)).toBe(expected);
});
