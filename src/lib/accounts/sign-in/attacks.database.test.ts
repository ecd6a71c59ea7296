import { Secret, TOTP } from 'otpauth';
import { RateLimiterMemory, RateLimiterQueue } from 'rate-limiter-flexible';
import { describe, expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../../tests/database';
import { addTestAccount, addUnit, testPassword } from '../../../../tests/database/accounts';
import type { Database } from '../../server/db/client';
import { account, attempt, secondFactor, trustedDevice } from '../../server/db/schema';
import { resetAccount } from '../administration/reset-account.server';
import { forgetAttempts } from './attempt-store.server';
import { passwordLimiter } from './guess-limiter.server';
import { renewRecoveryCodes } from '../second-factor/recovery-codes.server';
import { signInWithBoth } from './sign-in-with-both.server';
import { signIn } from './sign-in.server';

const office = '192.0.2.1';
const ownDevice = 'a'.repeat(64);

/** Each call makes its limits anew, as another node would: what they share is the database. */
const enter = async (
	database: Database,
	{ name = 'lan', password = testPassword, address = office, device = null as string | null },
) => {
	const visit = { address, device, userAgent: 'test', replaces: null };
	const given = { ...visit, name, password, requireSecondFactor: false };
	const result = await signIn(database, given);
	return result.ok ? 'in' : result.fault;
};

describeDatabase('guessing passwords', (handle) => {
	const withLan = (test: (database: Database) => Promise<void>) =>
		rolledBack(handle(), async (database) => {
			const unit = await addUnit(database, '99', 'province', null);
			await addTestAccount(database, 'lan', 'viewer', unit);
			await test(database);
		});
	/** Failures without the work of hashing. */
	const fail = async (database: Database, times: number, name: string, address: string) => {
		let looked = 0;
		for (let time = 0; time < times; time += 1)
			if ((await passwordLimiter(database).attempt(name, { address, device: null })) === 0)
				looked += 1;
		return looked;
	};

	it('for invented names from an office leaves its people their way in', () =>
		withLan(async (database) => {
			for (let name = 0; name < 31; name += 1) await fail(database, 1, `bia${name}`, office);
			expect(await enter(database, {})).toBe('in');
		}));

	it('of one account from forty networks is cut short, and its owner comes in', () =>
		withLan(async (database) => {
			let looked = 0;
			for (let host = 1; host <= 40; host += 1)
				looked += await fail(database, 5, 'lan', `203.0.113.${host}`);
			expect(looked).toBeLessThan(60);
			expect(await enter(database, {})).toBe('in');
		}));

	it("of one account from its owner's own network doesn't keep their browser out", () =>
		withLan(async (database) => {
			expect(await enter(database, { device: ownDevice })).toBe('in');
			await fail(database, 6, 'lan', office);
			expect(await enter(database, {})).toBe('wait');
			expect(await enter(database, { device: 'b'.repeat(64) })).toBe('wait');
			expect(await enter(database, { device: ownDevice })).toBe('in');
			await resetAccount(database, null, 'lan', testPassword, { temporary: false });
			expect(await database.$count(trustedDevice)).toBe(0);
			expect(await enter(database, { device: ownDevice })).toBe('wait');
		}));

	describe('while it runs from the network of an owner who has a second factor', () => {
		const app = new TOTP({ secret: new Secret({ size: 20 }) });
		const at = new Date('2026-11-22T08:00:00Z');
		const shown = (seconds = 0) => app.generate({ timestamp: at.getTime() + seconds * 1000 });
		const roomy = () =>
			new RateLimiterQueue(new RateLimiterMemory({ points: 1000, duration: 1 }), {});

		const withApp = (test: (database: Database, lan: number) => Promise<void>) =>
			withLan(async (database) => {
				const [lan] = await database.select({ id: account.id }).from(account);
				const accountId = lan?.id ?? 0;
				const secret = app.secret.base32;
				await database
					.insert(secondFactor)
					.values({ ...{ accountId, secret }, confirmedAt: at, lastStep: 0 });
				await test(database, accountId);
			});
		const both = async (
			database: Database,
			{ password = testPassword, code = shown(), name = 'lan', address = office, queue = roomy() },
		) => {
			const visit = { address, device: 'c'.repeat(64), userAgent: 'test', replaces: null };
			const given = { ...visit, name, password, code, requireSecondFactor: true };
			const result = await signInWithBoth(database, given, { queue, pause: 0, now: at });
			return result.ok ? result.kind : result.fault;
		};

		it('lets them in at once with password and code, in a browser that is new', () =>
			withApp(async (database) => {
				await fail(database, 200, 'lan', office);
				for (let host = 1; host <= 40; host += 1)
					await fail(database, 5, 'lan', `203.0.113.${host}`);
				for (let guess = 0; guess < 30; guess += 1)
					expect(await both(database, { password: 'đoán', code: '000000' })).toBe('bothWrong');
				expect(await enter(database, {})).toBe('wait');
				expect(await both(database, {})).toBe('session');
				expect(await both(database, {})).toBe('bothWrong');
			}));

		it('tells of no half that it was right, nor takes it', () =>
			withApp(async (database) => {
				for (const given of [
					{ code: '000000' },
					{ password: 'đoán' },
					{ name: 'nobody' },
					{ code: 'k7mzt9wq4hxp' },
				])
					expect(await both(database, given)).toBe('bothWrong');
				expect(await both(database, {})).toBe('session');
			}));

		it('counts whoever has one half like at the second step, and no recovery code of the owner', () =>
			withApp(async (database, lan) => {
				const codes = await renewRecoveryCodes(database, lan);
				const thief = '198.51.100.9';
				for (let guess = 0; guess < 6; guess += 1) {
					await both(database, { code: '000000', address: thief });
					await both(database, { password: 'đoán', address: '198.51.100.10' });
				}
				expect(await both(database, { address: thief })).toBe('bothWrong');
				expect(await both(database, { address: '198.51.100.10' })).toBe('bothWrong');
				expect(await both(database, { code: codes[0] ?? '', address: thief })).toBe('session');
				expect(await both(database, {})).toBe('session');
			}));

		it('looks at so many a second only, and at the rest in turn', () =>
			withApp(async (database) => {
				const one = new RateLimiterMemory({ points: 1, duration: 60 });
				const queue = new RateLimiterQueue(one, { maxQueueSize: 0 });
				expect(await both(database, { password: 'đoán', code: '000000', queue })).toBe('bothWrong');
				expect(await both(database, { queue })).toBe('wait');
				expect(await both(database, { queue, address: '198.51.100.7' })).toBe('session');
			}));
	});

	it('is forgotten when it is over', () =>
		withLan(async (database) => {
			await fail(database, 6, 'lan', office);
			await forgetAttempts(database, new Date());
			expect(await enter(database, {})).toBe('wait');
			await forgetAttempts(database, new Date(Date.now() + 2 * 86_400_000));
			expect(await database.$count(attempt)).toBe(0);
			expect(await enter(database, {})).toBe('in');
		}));
});
