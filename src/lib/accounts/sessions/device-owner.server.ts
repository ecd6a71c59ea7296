import type { Cookies } from '@sveltejs/kit';
import { deviceOwnerCookie } from '../../contracts/accounts';

/** Forty days: longer than any session, so that drafts are there after a month without a connection. */
const maxAge = 40 * 86_400;

/**
 * Tells the entry pages' script whose phone this is, by the account's number. It opens no door: it
 * outlives a session so that drafts are there offline. Set and cleared by signing in and out alone:
 * an answer to anything else may overtake a sign-out, and show the next person these drafts.
 */
export function setDeviceOwner(cookies: Cookies, origin: URL, accountId: number): void {
	cookies.set(deviceOwnerCookie, String(accountId), { ...attributes(origin), maxAge });
}

export function clearDeviceOwner(cookies: Cookies, origin: URL): void {
	cookies.delete(deviceOwnerCookie, attributes(origin));
}

const attributes = (origin: URL) =>
	({
		path: '/',
		httpOnly: false,
		sameSite: 'lax',
		secure: origin.protocol === 'https:',
	}) as const;
