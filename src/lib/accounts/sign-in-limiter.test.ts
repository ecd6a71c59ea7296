import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { network, SignInLimiter } from './sign-in-limiter.server';

const minute = 60_000;

describe('the sign-in limiter', () => {
	let limiter: SignInLimiter;
	beforeEach(() => {
		vi.useFakeTimers();
		limiter = new SignInLimiter();
	});
	afterEach(() => {
		vi.useRealTimers();
	});

	async function fail(times: number, name = 'lan', address = '192.0.2.1') {
		const waits: number[] = [];
		for (let time = 0; time < times; time++) waits.push(await limiter.attempt(name, address));
		return waits;
	}

	it('lets five failures of a pair through in 15 minutes and says how long to wait', async () => {
		expect(await fail(6)).toEqual([0, 0, 0, 0, 0, 15]);
		await vi.advanceTimersByTimeAsync(10 * minute + 1);
		expect(await fail(1)).toEqual([5]);
		await vi.advanceTimersByTimeAsync(5 * minute);
		expect(await fail(1)).toEqual([0]);
	});

	it('does not punish the account for another address, nor the address for another account', async () => {
		await fail(6);
		expect(await fail(1, 'lan', '192.0.2.2')).toEqual([0]);
		expect(await fail(1, 'hoa')).toEqual([0]);
	});

	it('doubles each further block, up to four hours', async () => {
		const blocks: number[] = [];
		for (let round = 0; round < 6; round++) {
			const wait = (await fail(6)).at(-1) ?? 0;
			blocks.push(wait);
			await vi.advanceTimersByTimeAsync(wait * minute + 1);
		}
		expect(blocks).toEqual([15, 30, 60, 120, 240, 240]);
	});

	it('counts attempts at the same moment one by one, as one block', async () => {
		const waits = await Promise.all(Array.from({ length: 20 }, () => limiter.attempt('lan', 'x')));
		expect(waits.filter((wait) => wait === 0)).toHaveLength(5);
		expect(Math.max(...waits)).toBe(15);
	});

	it('forgets the failures of a pair that signs in', async () => {
		await fail(4);
		await limiter.succeeded('lan', '192.0.2.1');
		expect(await fail(6)).toEqual([0, 0, 0, 0, 0, 15]);
	});

	it('lets thirty failures of an address through, whatever the names', async () => {
		for (let name = 0; name < 6; name++) await fail(5, `name${name}`);
		expect(await fail(1, 'another')).toEqual([15]);
		expect(await fail(1, 'another', '192.0.2.2')).toEqual([0]);
	});

	it('does not count a sign-in that succeeds against its address', async () => {
		for (let time = 0; time < 40; time++) {
			expect(await fail(1)).toEqual([0]);
			await limiter.succeeded('lan', '192.0.2.1');
		}
	});
});

it.each([
	['192.0.2.1', '192.0.2.1'],
	['::ffff:192.0.2.1', '192.0.2.1'],
	['2001:db8:0:7:aaaa::1', '2001:db8:0:7'],
	['2001:0db8::0007:bbbb:1:2:3', '2001:db8:0:7'],
	['2001:db8::1', '2001:db8:0:0'],
	['::1', '0:0:0:0'],
	['fe80::1%eth0', 'fe80:0:0:0'],
])('%s belongs to %s', (address, expected) => {
	expect(network(address)).toBe(expected);
});
