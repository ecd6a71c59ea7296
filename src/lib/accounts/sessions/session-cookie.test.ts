import type { Cookies } from '@sveltejs/kit';
import { describe, expect, it } from 'vitest';
import { deviceOwnerCookie } from '../../contracts/accounts';
import { hashSecret } from '../secret.server';
import { clearSessionCookie, readSessionHash, setSessionCookie } from './session-cookie.server';

const https = new URL('https://nhipso.example/dang-nhap');
const http = new URL('http://localhost:3000/dang-nhap');

const session = { accountId: 17, token: 'token' };

function record() {
	const calls: unknown[][] = [];
	const cookies: Cookies = {
		get: () => undefined,
		getAll: () => [],
		set: (...call) => calls.push(call),
		delete: (...call) => calls.push(call),
		serialize: () => '',
	};
	const of = (isOwner: boolean) =>
		calls.filter(([name]) => (name === deviceOwnerCookie) === isOwner);
	return { cookies, owner: () => of(true), calls: () => of(false) };
}

it('comes and goes together with whose drafts the device shows', () => {
	const { owner, cookies } = record();
	const readable = { path: '/', httpOnly: false, sameSite: 'lax', secure: true };
	setSessionCookie(cookies, https, session);
	expect(owner()).toEqual([[deviceOwnerCookie, '17', { ...readable, maxAge: 3_456_000 }]]);
	clearSessionCookie(cookies, https);
	expect(owner().at(-1)).toEqual([deviceOwnerCookie, readable]);
});

describe('the session cookie', () => {
	const common = { path: '/', httpOnly: true, sameSite: 'lax' };

	it('is bound to the host over https, and plain where there is none', () => {
		const { calls, cookies } = record();
		setSessionCookie(cookies, https, session);
		setSessionCookie(cookies, http, session);
		const week = 604_800;
		expect(calls()).toEqual([
			['__Host-session', 'token', { ...common, secure: true, maxAge: week }],
			['session', 'token', { ...common, secure: false, maxAge: week }],
		]);
	});

	it('is cleared with the attributes it was set with', () => {
		const { calls, cookies } = record();
		clearSessionCookie(cookies, https);
		expect(calls()).toEqual([['__Host-session', { ...common, secure: true }]]);
	});

	it.each([
		['session=abc', http, 'abc'],
		['theme=dark; session=abc; other=1', http, 'abc'],
		['__Host-session=abc; session=planted', https, 'abc'],
		['session=planted', https, null],
		['xsession=abc', http, null],
		['session=', http, null],
		[null, http, null],
	])('is read from %j', (header, origin, token) => {
		expect(readSessionHash(header, origin)).toBe(token && hashSecret(token));
	});
});
