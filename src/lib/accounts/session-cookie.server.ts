import type { Cookies } from '@sveltejs/kit';
import { clearDeviceOwner } from './device-owner.server';
import { hashSecret } from './secret.server';
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

export function setSessionCookie(cookies: Cookies, origin: URL, token: string): void {
	clearDeviceOwner(cookies, origin);
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

/** The stored form of the session token in a `Cookie` header; null without one. */
export function readSessionHash(cookieHeader: string | null, origin: URL): string | null {
	const start = `${cookieName(origin)}=`;
	const pairs = (cookieHeader ?? '').split(';').map((pair) => pair.trim());
	const token = pairs.find((pair) => pair.startsWith(start))?.slice(start.length);
	return token ? hashSecret(token) : null;
}
