import type { Cookies } from '@sveltejs/kit';
import { clearDeviceOwner, setDeviceOwner } from './device-owner.server';
import { hashSecret, newSecret } from '../secret.server';
import { cookieMaxAge, stepLifetimeSeconds } from './session-lifetime';

/** Carries a sign-in from its first step to its second. */
const stepName = (origin: URL) =>
	origin.protocol === 'https:' ? '__Host-sign-in-step' : 'sign-in-step';

/** Browsers take `__Host-` only over https, which a machine for trials doesn't have. */
const cookieName = (origin: URL) => (origin.protocol === 'https:' ? '__Host-session' : 'session');

const attributes = (origin: URL) =>
	({
		path: '/',
		httpOnly: true,
		sameSite: 'lax',
		secure: origin.protocol === 'https:',
	}) as const;

export function setSessionCookie(
	cookies: Cookies,
	origin: URL,
	{ accountId, token }: { accountId: number; token: string },
): void {
	setDeviceOwner(cookies, origin, accountId);
	cookies.set(cookieName(origin), token, { ...attributes(origin), maxAge: cookieMaxAge });
}

export function clearSessionCookie(cookies: Cookies, origin: URL): void {
	clearDeviceOwner(cookies, origin);
	cookies.delete(cookieName(origin), attributes(origin));
}

export function setStepCookie(cookies: Cookies, origin: URL, token: string): void {
	cookies.set(stepName(origin), token, { ...attributes(origin), maxAge: stepLifetimeSeconds });
}

export function clearStepCookie(cookies: Cookies, origin: URL): void {
	cookies.delete(stepName(origin), attributes(origin));
}

/** The stored form of the second step's token; null without one. */
export function readStepHash(cookies: Cookies, origin: URL): string | null {
	const token = cookies.get(stepName(origin));
	return token ? hashSecret(token) : null;
}

/** As long as browsers keep a cookie. */
const deviceMaxAge = 400 * 86_400;

/** The stored form of the browser's own token, which is set if there is none. It opens nothing. */
export function deviceHash(cookies: Cookies, origin: URL): string {
	const name = origin.protocol === 'https:' ? '__Host-device' : 'device';
	const token = cookies.get(name) ?? newSecret();
	cookies.set(name, token, { ...attributes(origin), maxAge: deviceMaxAge });
	return hashSecret(token);
}

/** The stored form of the session token in a `Cookie` header; null without one. */
export function readSessionHash(cookieHeader: string | null, origin: URL): string | null {
	return cookieHash(cookieHeader, cookieName(origin));
}

/** The stored form of the secret that a `Cookie` header holds by this name; null without one. */
export function cookieHash(cookieHeader: string | null, name: string): string | null {
	const start = `${name}=`;
	const pairs = (cookieHeader ?? '').split(';').map((pair) => pair.trim());
	const token = pairs.find((pair) => pair.startsWith(start))?.slice(start.length);
	return token ? hashSecret(token) : null;
}

/** Whether a `Cookie` header holds a session, over whichever protocol; it may be over. */
export const hasSession = (cookieHeader: string): boolean =>
	/(^|;\s*)(__Host-)?session=/.test(cookieHeader);
