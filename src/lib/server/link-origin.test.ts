import { hostname } from 'node:os';
import { describe, expect, it } from 'vitest';
import { linkOrigin } from './link-origin';

const config = { origin: undefined, host: '127.0.0.1', port: 3000 };
const ask = (address: string, given = config) => linkOrigin(given, new URL(address));

describe('the address that links begin with', () => {
	it.each([
		'http://localhost:3000',
		'http://127.0.0.1:3000',
		`http://${hostname().toLowerCase()}:8080`,
	])('is what was asked for, when it is this machine: %s', (address) => {
		expect(ask(address)).toBe(address);
	});

	it.each([
		'http://evil.example',
		'http://localhost.evil.example:3000',
		'http://127.0.0.1.evil.example',
		'http://203.0.113.9:3000',
		'http://[2001:db8::9]:3000',
	])('is never a forged host: %s', (address) => {
		expect(ask(address)).toBe('http://127.0.0.1:3000');
		expect(ask(address, { ...config, host: '0.0.0.0' })).not.toContain(new URL(address).hostname);
	});

	it('is ORIGIN where that is set', () => {
		const set = { ...config, origin: 'https://nhipso.example.vn/' };
		expect(linkOrigin(set, new URL('http://evil.example'))).toBe('https://nhipso.example.vn');
		expect(linkOrigin(set, new URL('http://localhost:3000'))).toBe('https://nhipso.example.vn');
	});
});
