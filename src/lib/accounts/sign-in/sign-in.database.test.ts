import { eq } from 'drizzle-orm';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import {
	addTestAccount,
	addUnit,
	openSession,
	testPassword,
} from '../../../../tests/database/accounts';
import { describeDatabase, rolledBack } from '../../../../tests/database';
import type { Database } from '../../server/db/client';
import { account, auditLog, session } from '../../server/db/schema';
import { changePassword } from './change-password.server';
import { disableAccount } from '../administration/disable-account.server';
import { renewSession } from '../sessions/renew-session.server';
import { resetAccount } from '../administration/reset-account.server';
import { hashSecret } from '../secret.server';
import { sessionIsValid } from '../sessions/session-is-valid.server';
import { GuessLimiter } from './guess-limiter.server';
import { signIn, type Credentials } from './sign-in.server';
import { signOut } from '../sessions/sign-out.server';
import { signOutElsewhere } from '../sessions/sign-out-elsewhere.server';

// Other tests share what is loaded: for these it is loaded anew.
vi.hoisted(() => vi.resetModules());
const verified = vi.hoisted((): string[] => []);
vi.mock('@node-rs/argon2', async (load) => {
	const real = await load<typeof import('@node-rs/argon2')>();
	return {
		...real,
		verify: (stored: string, password: string) => {
			verified.push(stored);
			return real.verify(stored, password);
		},
	};
});
afterAll(() => {
	vi.doUnmock('@node-rs/argon2');
	vi.resetModules();
});

const hour = 3_600_000;
const typed: Credentials = {
	name: 'lan',
	password: testPassword,
	address: '192.0.2.1',
	userAgent: 'test',
	replaces: null,
	requireSecondFactor: false,
};

describeDatabase('signing in', (handle) => {
	let limiter: GuessLimiter;
	beforeEach(() => {
		limiter = new GuessLimiter('password');
		verified.length = 0;
	});

	/** Runs the test with a province `unit` and an approver `lan` of it. */
	const withLan = (test: (database: Database, lan: number, unit: number) => Promise<void>) =>
		rolledBack(handle(), async (database) => {
			const unit = await addUnit(database, '99', 'province', null);
			await test(database, await addTestAccount(database, 'lan', 'approver', unit), unit);
		});

	async function token(database: Database, credentials: Partial<Credentials> = {}, now?: Date) {
		const result = await signIn(
			database,
			{ ...typed, ...credentials },
			{ limiter, ...(now && { now }) },
		);
		if (!result.ok) throw new Error(result.fault);
		return result.token;
	}

	const audited = (database: Database) => database.select().from(auditLog).orderBy(auditLog.id);

	it('opens a session with the grants of the account and keeps only hashes', () =>
		withLan(async (database, lan, unit) => {
			const secret = await token(database, { name: ' LAN ' });
			expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
			const actors = await sessionIsValid(database, [hashSecret(secret), hashSecret('other')], {
				requireSecondFactor: false,
			});
			expect([...actors]).toEqual([
				[
					hashSecret(secret),
					{
						accountId: lan,
						name: 'lan',
						displayName: 'Tài khoản lan',
						grants: [{ role: 'approver', unitId: unit }],
					},
				],
			]);
			const stored = JSON.stringify([
				await database.select().from(session),
				await database.select().from(account),
				await audited(database),
			]);
			expect(stored).not.toContain(secret);
			expect(stored).not.toContain(testPassword);
			expect(stored).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
		}));

	it('says the same after the same work for a wrong password, an unknown name and a disabled account', () =>
		withLan(async (database, _lan, unit) => {
			await addTestAccount(database, 'hoa', null, unit);
			await disableAccount(database, null, 'hoa');
			for (const credentials of [
				{ name: 'lan', password: 'không phải câu ấy' },
				{ name: 'khong.co', password: testPassword },
				{ name: 'không phải tên', password: testPassword },
				{ name: 'hoa', password: testPassword },
			]) {
				verified.length = 0;
				const given = { ...typed, ...credentials };
				expect(await signIn(database, given, { limiter })).toEqual({ ok: false, fault: 'wrong' });
				expect(verified, given.name).toHaveLength(1);
				expect(verified[0]).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
			}
		}));

	it('notes successes and failures, but never what was typed for an unknown name', () =>
		withLan(async (database, lan) => {
			const failing = [
				{ ...typed, password: 'Sai-mật-khẩu-này' },
				{ ...typed, name: 'matkhaucualan' },
			];
			for (const given of failing) await signIn(database, given, { limiter });
			await token(database);
			const log = (await audited(database)).slice(-3);
			const details = { address: '192.0.2.1' };
			expect(log).toMatchObject([
				{ action: 'account.signInFailed', subject: 'account:lan', accountId: null, details },
				{ action: 'account.signInFailed', subject: 'account', accountId: null, details },
				{ action: 'account.signIn', subject: 'account:lan', accountId: lan, details },
			]);
			expect(JSON.stringify(log)).not.toMatch(/Sai-mật|matkhaucualan/);
		}));

	it('makes who fails too often wait, even with the right password', () =>
		withLan(async (database) => {
			for (let time = 0; time < 5; time++)
				await signIn(database, { ...typed, password: 'sai' }, { limiter });
			verified.length = 0;
			expect(await signIn(database, typed, { limiter })).toEqual({
				ok: false,
				fault: 'wait',
				minutes: 15,
			});
			expect(verified).toEqual([]);
			await token(database, { address: '192.0.2.2' });
		}));

	it('replaces the session that the browser had, and clears expired ones away', () =>
		withLan(async (database) => {
			const old = hashSecret(await token(database, {}, new Date(Date.now() - 13 * hour)));
			const before = hashSecret(await token(database));
			const after = hashSecret(await token(database, { replaces: before }));
			const left = await database.select({ hash: session.tokenHash }).from(session);
			expect(left).toEqual([{ hash: after }]);
			expect(old).not.toBe(before);
		}));

	it('a session ends 12 hours after its last use and 7 days after signing in', () =>
		withLan(async (database) => {
			const start = new Date('2026-11-01T00:00:00Z');
			const after = (hours: number) => new Date(start.getTime() + hours * hour);
			const hash = hashSecret(await token(database, {}, start));
			const holds = async (at: Date) =>
				(await sessionIsValid(database, [hash], { now: at, requireSecondFactor: false })).has(hash);
			expect([await holds(after(11.9)), await holds(after(12))]).toEqual([true, false]);
			for (let hours = 11; hours < 7 * 24; hours += 11)
				await renewSession(database, hash, after(hours));
			expect([await holds(after(167.9)), await holds(after(168))]).toEqual([true, false]);
		}));

	it('signing out ends this session and no other', () =>
		withLan(async (database, lan) => {
			const [here, there] = [await openSession(database, lan), await openSession(database, lan)];
			await signOut(database, here.actor, here.hash);
			const left = await sessionIsValid(database, [here.hash, there.hash]);
			expect([...left.keys()]).toEqual([there.hash]);
			expect((await audited(database)).at(-1)).toMatchObject({
				action: 'account.signOut',
				accountId: lan,
			});
		}));

	it('signing out everywhere else leaves this session and other accounts alone', () =>
		withLan(async (database, lan, unit) => {
			const hoa = await openSession(database, await addTestAccount(database, 'hoa', null, unit));
			const here = await openSession(database, lan);
			const there = await openSession(database, lan);
			expect(await signOutElsewhere(database, here.actor, here.hash)).toBe(1);
			const left = await sessionIsValid(database, [here.hash, there.hash, hoa.hash]);
			expect(new Set(left.keys())).toEqual(new Set([here.hash, hoa.hash]));
		}));

	describe('changing the password', () => {
		const change = {
			current: testPassword,
			next: 'một câu khác, cũng dài',
			repeated: 'một câu khác, cũng dài',
			address: '192.0.2.1',
		};

		it("takes the new one, refuses the old one, and ends the account's other sessions", () =>
			withLan(async (database, lan) => {
				const here = await openSession(database, lan);
				const there = await openSession(database, lan);
				const given = { ...change, sessionHash: here.hash };
				expect(await changePassword(database, here.actor, given, { limiter })).toEqual({
					ok: true,
				});
				const left = await sessionIsValid(database, [here.hash, there.hash]);
				expect([...left.keys()]).toEqual([here.hash]);
				expect(await signIn(database, typed, { limiter })).toMatchObject({ fault: 'wrong' });
				await token(database, { password: change.next.normalize('NFD') });
				const entry = (await audited(database)).find(
					({ action }) => action === 'account.changePassword',
				);
				expect(entry).toMatchObject({ accountId: lan, details: { endedSessions: 1 } });
			}));

		it.each([
			[{ next: 'ngắn', repeated: 'ngắn' }, 'tooShort'],
			[{ next: 'lan lan lan lan', repeated: 'lan lan lan lan' }, 'isName'],
			[{ next: 'matkhau123456', repeated: 'matkhau123456' }, 'common'],
			[{ repeated: 'một câu khác cũng dài' }, 'different'],
			[{ current: 'không phải câu ấy' }, 'wrong'],
			[{ next: testPassword, repeated: testPassword }, 'unchanged'],
		])('refuses %j: %s', (wrong, fault) =>
			withLan(async (database, lan) => {
				const here = await openSession(database, lan);
				const there = await openSession(database, lan);
				const given = { ...change, ...wrong, sessionHash: here.hash };
				expect(await changePassword(database, here.actor, given, { limiter })).toEqual({
					ok: false,
					fault,
				});
				expect((await sessionIsValid(database, [there.hash])).size).toBe(1);
				await token(database);
			}),
		);

		it('is not slowed down by who guesses from the same network', () =>
			withLan(async (database, lan) => {
				const here = await openSession(database, lan);
				for (let guess = 0; guess < 6; guess += 1)
					await limiter.attempt('lan', { address: typed.address, device: null });
				const given = { ...change, sessionHash: here.hash };
				expect(await changePassword(database, here.actor, given, { limiter })).toEqual({
					ok: true,
				});
			}));

		it('is limited like signing in', () =>
			withLan(async (database, lan) => {
				const here = await openSession(database, lan);
				const given = { ...change, current: 'sai', sessionHash: here.hash };
				for (let time = 0; time < 5; time++)
					await changePassword(database, here.actor, given, { limiter });
				expect(
					await changePassword(database, here.actor, { ...given, ...change }, { limiter }),
				).toEqual({ ok: false, fault: 'wait', minutes: 15 });
			}));
	});

	it('a disabled account is out at once, and a reset lets it in with the new password only', () =>
		withLan(async (database, lan) => {
			const open = await openSession(database, lan);
			expect(await disableAccount(database, null, 'lan')).toBe(1);
			expect(await sessionIsValid(database, [open.hash])).toEqual(new Map());
			const next = 'một câu khác, cũng dài';
			expect(await resetAccount(database, null, 'lan', next)).toEqual({
				endedSessions: 0,
				enabled: true,
				tokensInUse: 0,
			});
			expect(await signIn(database, typed, { limiter })).toMatchObject({ fault: 'wrong' });
			await token(database, { password: next });
		}));

	it('a session of an account that was disabled behind our back does not hold', () =>
		withLan(async (database, lan) => {
			const open = await openSession(database, lan);
			await database.update(account).set({ disabledAt: new Date() }).where(eq(account.id, lan));
			expect((await sessionIsValid(database, [open.hash])).size).toBe(0);
		}));

	it('asks for no sessions without a query', () =>
		withLan(async (database) => {
			expect(await sessionIsValid(database, [])).toEqual(new Map());
		}));
});
