import type { Cookies } from '@sveltejs/kit';
import { cookieHash } from '../accounts/sessions/session-cookie.server';

/** As long as browsers keep a cookie, in seconds. */
export const longestCookie = 400 * 86_400;

/** Browsers take `__Host-` only over https, which a machine for trials doesn't have. */
const cookieName = (origin: URL) => (origin.protocol === 'https:' ? '__Host-screen' : 'screen');

export function setScreenCookie(cookies: Cookies, origin: URL, token: string): void {
	cookies.set(cookieName(origin), token, {
		path: '/',
		httpOnly: true,
		sameSite: 'lax',
		secure: origin.protocol === 'https:',
		maxAge: longestCookie,
	});
}

/** The stored form of the screen's token in a `Cookie` header; null without one. */
export const readScreenHash = (cookieHeader: string | null, origin: URL): string | null =>
	cookieHash(cookieHeader, cookieName(origin));
