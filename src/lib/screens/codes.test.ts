import { expect, it } from 'vitest';
import { pairingAlphabet, pairingCodeOf, shownPairingCode } from '../contracts/screens';
import { newPairingCode } from './new-code.server';
import { PairingLimiter } from './pairing-limiter.server';
import { screenState } from './state';

it('codes are 8 letters of an alphabet of 20 without vowels, and no two the same', () => {
	expect(new Set(pairingAlphabet).size).toBe(20);
	const codes = Array.from({ length: 500 }, newPairingCode);
	for (const code of codes) expect(code).toMatch(/^[BCDFGHJKLMNPQRSTVWXZ]{8}$/);
	expect(new Set(codes).size).toBe(codes.length);
});

it('codes are known however they are typed, and nothing else is one', () => {
	expect(shownPairingCode('BCDFGHJK')).toBe('BCDF-GHJK');
	for (const typed of ['BCDF-GHJK', 'bcdf ghjk', ' bcdfghjk '])
		expect(pairingCodeOf(typed)).toBe('BCDFGHJK');
	for (const typed of ['', 'BCDFGHJ', 'BCDFGHJKL', 'ABCDFGHJ', 'BCDF1GHJ', 'BCDFGHJ\u212A'])
		expect(pairingCodeOf(typed)).toBeNull();
});

it('a network gets 20 codes in a quarter of an hour, another one still has its own', async () => {
	const limiter = new PairingLimiter();
	for (let time = 0; time < 20; time++) expect(await limiter.ask('203.0.113.7')).toBe(0);
	expect(await limiter.ask('203.0.113.7')).toBe(15);
	expect(await limiter.ask('203.0.113.8')).toBe(0);
});

it('ten codes are guessed and no more, by whatever network; right ones count for nothing', async () => {
	const limiter = new PairingLimiter();
	for (let time = 0; time < 15; time++) {
		expect(await limiter.guess(1, '203.0.113.7')).toBe(0);
		await limiter.wasRight(1, '203.0.113.7');
	}
	for (let time = 0; time < 10; time++) expect(await limiter.guess(1, `203.0.113.${time}`)).toBe(0);
	expect(await limiter.guess(1, '203.0.113.99')).toBe(15);
	expect(await limiter.guess(2, '203.0.113.99')).toBe(0);
});

it('a network guesses 30 times, with however many accounts', async () => {
	const limiter = new PairingLimiter();
	for (let account = 0; account < 30; account++)
		expect(await limiter.guess(account, '203.0.113.7')).toBe(0);
	expect(await limiter.guess(99, '203.0.113.7')).toBe(15);
});

it('a screen shows old figures when it says so, and after three minutes of silence', () => {
	const now = new Date('2026-11-20T08:00:00Z');
	const heard = (secondsAgo: number) => new Date(now.getTime() - secondsAgo * 1000);
	const state = (secondsAgo: number, isBehind = false, revokedAt: Date | null = null) =>
		screenState({ revokedAt, lastSeenAt: heard(secondsAgo), isBehind }, now);
	expect(state(60)).toBe('current');
	expect(state(60, true)).toBe('behind');
	expect(state(180)).toBe('current');
	expect(state(181)).toBe('silent');
	expect(state(1, false, now)).toBe('revoked');
});
