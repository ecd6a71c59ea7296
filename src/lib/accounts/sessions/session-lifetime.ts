import { hourLength } from '../../contracts/local-time';

const idleTime = 12 * hourLength;
const longestTime = 7 * 24 * hourLength;

/** Longest life of a session's cookie, in seconds; the database ends it earlier when it is idle. */
export const cookieMaxAge = longestTime / 1000;

/** Between the two steps of a sign-in: long enough to install an app and set it up. */
export const stepLifetimeSeconds = 15 * 60;

/** A session ends 12 hours after its last use, and 7 days after sign-in whatever happens. */
export function sessionExpiry(signedInAt: Date, usedAt: Date): Date {
	return new Date(Math.min(usedAt.getTime() + idleTime, signedInAt.getTime() + longestTime));
}

/** Writing at every request would be for nothing: a session is renewed by five minutes or more. */
export function isWorthRenewing(expiresAt: Date, renewed: Date): boolean {
	return renewed.getTime() - expiresAt.getTime() >= hourLength / 12;
}
