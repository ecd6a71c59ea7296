import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { GuessLimiter } from './guess-limiter.server';

const minute = 60_000;
const home = '192.0.2.1';

describe('the limits of guessing', () => {
	let limiter: GuessLimiter;
	beforeEach(() => {
		vi.useFakeTimers();
		limiter = new GuessLimiter('password');
	});
	afterEach(() => {
		vi.useRealTimers();
	});

	const attempt = (name = 'lan', address = home, device: string | null = null) =>
		limiter.attempt(name, { address, device });

	async function fail(times: number, name = 'lan', address = home) {
		const waits: number[] = [];
		for (let time = 0; time < times; time++) waits.push(await attempt(name, address));
		return waits;
	}

	it('let five failures of a pair through in 15 minutes and say how long to wait', async () => {
		expect(await fail(6)).toEqual([0, 0, 0, 0, 0, 15]);
		await vi.advanceTimersByTimeAsync(10 * minute + 1);
		expect(await fail(1)).toEqual([5]);
		await vi.advanceTimersByTimeAsync(5 * minute);
		expect(await fail(1)).toEqual([0]);
	});

	it('do not punish the account for another address, nor the address for another account', async () => {
		await fail(6);
		expect(await fail(1, 'lan', '192.0.2.2')).toEqual([0]);
		expect(await fail(1, 'hoa')).toEqual([0]);
	});

	it('double each further block, up to four hours', async () => {
		const blocks: number[] = [];
		for (let round = 0; round < 6; round++) {
			const wait = (await fail(6)).at(-1) ?? 0;
			blocks.push(wait);
			await vi.advanceTimersByTimeAsync(wait * minute + 1);
		}
		expect(blocks).toEqual([15, 30, 60, 120, 240, 240]);
	});

	it('count attempts at the same moment one by one, as one block', async () => {
		const waits = await Promise.all(Array.from({ length: 20 }, () => attempt('lan', 'x')));
		expect(waits.filter((wait) => wait === 0)).toHaveLength(5);
		expect(Math.max(...waits)).toBe(15);
	});

	it('forget the failures of a pair that signs in', async () => {
		await fail(4);
		await limiter.succeeded('lan', { address: home, device: null });
		expect(await fail(6)).toEqual([0, 0, 0, 0, 0, 15]);
	});

	it('leave an office one guess at each account after wrong passwords for invented names', async () => {
		for (let name = 0; name < 31; name++) expect(await fail(1, `bịa${name}`)).toEqual([0]);
		expect(await fail(2, 'lan')).toEqual([0, 15]);
		expect(await fail(6, 'lan', '198.51.100.1')).toEqual([0, 0, 0, 0, 0, 15]);
	});

	it('leave each network one guess at an account that many guess at', async () => {
		let looked = 0;
		for (let address = 1; address <= 40; address++)
			looked += (await fail(5, 'lan', `203.0.113.${address}`)).filter((wait) => wait === 0).length;
		expect(looked).toBeLessThanOrEqual(60);
		// The owner, wherever they are, has one guess, and it is right.
		expect(await fail(1, 'lan', '198.51.100.1')).toEqual([0]);
	});

	it('grow for each of forty networks that guess at one account two hundred times', async () => {
		const networks = Array.from({ length: 40 }, (_, host) => `203.0.113.${host}`);
		const waits: number[][] = [];
		for (const address of networks) await fail(1, 'lan', address);
		for (let round = 0; round < 4; round++) {
			const ofRound = [];
			for (const address of networks) ofRound.push((await fail(2, 'lan', address)).at(-1) ?? 0);
			waits.push(ofRound.slice(20));
			await vi.advanceTimersByTimeAsync(Math.max(...ofRound) * minute + 1);
		}
		expect(waits.map((ofRound) => [...new Set(ofRound)])).toEqual([[15], [30], [60], [120]]);
	});

	it('leave a site of many IPv6 networks a few dozen guesses at an account that many guess at', async () => {
		for (let address = 1; address <= 40; address++) await fail(1, 'lan', `203.0.113.${address}`);
		let looked = 0;
		for (let net = 0; net < 200; net++)
			looked += (await fail(1, 'lan', `2001:db8:1:${net.toString(16)}::1`)).filter(
				(m) => m === 0,
			).length;
		expect(looked).toBe(60);
		expect(await fail(1, 'lan', '2001:db8:2::1')).toEqual([0]);
	});

	it('never keep a browser that the account knows out because of others', async () => {
		for (let name = 0; name < 400; name++) await fail(1, `bịa${name}`);
		await fail(6);
		expect(await fail(1, 'another')).not.toEqual([0]);
		expect(await attempt('lan', home, 'known')).toBe(0);
		const own = [];
		for (let time = 0; time < 10; time++) own.push(await attempt('lan', home, 'known'));
		expect(own).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 15]);
	});

	it('do not count a sign-in that succeeds against its address', async () => {
		for (let time = 0; time < 40; time++) {
			expect(await fail(1)).toEqual([0]);
			await limiter.succeeded('lan', { address: home, device: null });
		}
	});
});
