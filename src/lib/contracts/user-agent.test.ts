import { expect, it } from 'vitest';
import { readUserAgent } from './user-agent';

const webkit = 'AppleWebKit/537.36 (KHTML, like Gecko)';

it.each([
	[
		`Mozilla/5.0 (Windows NT 10.0) ${webkit} Chrome/130.0 Safari/537.36 Edg/130.0`,
		'Edge',
		'Windows',
	],
	[
		`Mozilla/5.0 (Linux; Android 9) ${webkit} Chrome/120.0 Mobile Safari/537.36`,
		'Chrome',
		'Android',
	],
	[`Mozilla/5.0 (Linux; Android 9) ${webkit} Chrome/120.0 Mobile Zalo/1.0`, 'Zalo', 'Android'],
	['Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Version/17 Safari/604', 'Safari', 'iOS'],
])('%s is %s on %s', (userAgent, browser, system) => {
	expect(readUserAgent(userAgent)).toEqual({ browser, system });
});

it('does not guess', () => {
	expect(readUserAgent('curl/8.0')).toBeNull();
});
