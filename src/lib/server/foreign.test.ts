import { expect, it } from 'vitest';
import { isForeign } from './foreign';

const own = 'http://nhipso.example';

function asked(method: string, path: string, headers: Record<string, string>) {
	const url = new URL(path, own);
	return isForeign({ url, request: new Request(url, { method, headers }) });
}
const form = { 'content-type': 'application/x-www-form-urlencoded' };
const elsewhere = { origin: 'https://elsewhere.example' };

it.each([
	['a form of our own page', 'POST', '/x', { origin: own, ...form }, false],
	['a form of another site', 'POST', '/x', { ...elsewhere, ...form }, true],
	['signing out from another site, with nothing sent', 'POST', '/sign-out', elsewhere, true],
	['a form of nobody', 'POST', '/x', form, true],
	['a link from another site', 'GET', '/x', elsewhere, false],
	['a program', 'POST', '/api/v1/reports', { 'content-type': 'application/json' }, false],
] as const)('%s', (_name, method, path, headers, expected) => {
	expect(asked(method, path, headers)).toBe(expected);
});
