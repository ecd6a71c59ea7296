import { expect, it } from 'vitest';
import { isWorthRenewing, sessionExpiry } from './session-lifetime';

const signedIn = new Date('2026-11-01T00:00:00Z');
const at = (text: string) => new Date(`2026-11-${text}Z`);

it.each([
	['01T00:00:00', '01T12:00:00'],
	['03T08:30:00', '03T20:30:00'],
	['07T12:00:00', '08T00:00:00'],
	['07T18:00:00', '08T00:00:00'],
])('a session used on %s ends on %s', (used, ends) => {
	expect(sessionExpiry(signedIn, at(used))).toEqual(at(ends));
});

it('is renewed by at least five minutes', () => {
	expect(isWorthRenewing(at('01T12:00:00'), at('01T12:04:59'))).toBe(false);
	expect(isWorthRenewing(at('01T12:00:00'), at('01T12:05:00'))).toBe(true);
});
