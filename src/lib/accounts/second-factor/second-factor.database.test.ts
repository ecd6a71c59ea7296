import { Secret, TOTP } from 'otpauth';
import { beforeEach, expect, it } from 'vitest';
import {
	addTestAccount,
	addUnit,
	openSession,
	testPassword,
} from '../../../../tests/database/accounts';
import { describeDatabase, rolledBack } from '../../../../tests/database';
import type { Role } from '../../contracts/accounts';
import type { Database } from '../../server/db/client';
import { auditLog, recoveryCode, roleGrant, session } from '../../server/db/schema';
import { finishSignIn } from '../sign-in/finish-sign-in.server';
import { slowDownOldCodes } from './recovery-codes.server';
import { resetSecondFactor } from './reset-second-factor.server';
import { newAppSecret } from './second-factor.server';
import { hashSecret } from '../secret.server';
import { sessionIsValid } from '../sessions/session-is-valid.server';
import { setUpSecondFactor } from './set-up-second-factor.server';
import { GuessLimiter } from '../sign-in/guess-limiter.server';
import { signIn } from '../sign-in/sign-in.server';

const now = new Date('2026-11-22T08:00:00Z');
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const codeOf = (secret: string, at: Date) =>
	new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at.getTime() });
const from = { address: '192.0.2.1', userAgent: 'test', replaces: null };

describeDatabase('the second factor', (handle) => {
	let limiter: GuessLimiter;
	beforeEach(() => {
		limiter = new GuessLimiter('code');
	});

	const withAccount = (
		role: Role,
		test: (database: Database, accountId: number, unit: number) => Promise<void>,
	) =>
		rolledBack(handle(), async (database) => {
			const unit = await addUnit(database, '99', 'province', null);
			await test(database, await addTestAccount(database, 'lan', role, unit), unit);
		});

	async function afterPassword(database: Database, requireSecondFactor = true, at = now) {
		const given = { name: 'lan', password: testPassword, ...from, requireSecondFactor };
		const result = await signIn(database, given, {
			limiter: new GuessLimiter('password'),
			now: at,
		});
		if (!result.ok) throw new Error('The password is right.');
		return result;
	}

	async function secondStep(
		database: Database,
		given: { code: string; secret?: string; at?: Date; address?: string },
	) {
		const { code, secret = null, at = now, address = from.address } = given;
		const { token } = await afterPassword(database, true, at);
		const stepHash = hashSecret(token);
		return finishSignIn(
			database,
			{ ...from, stepHash, code, secret, address },
			{ limiter, now: at },
		);
	}

	/** Sets it up at sign-in; answers with the app's secret and the recovery codes. */
	async function setUp(database: Database) {
		const secret = newAppSecret();
		const result = await secondStep(database, { code: codeOf(secret, now), secret });
		if (!result.ok) throw new Error(`Not set up: ${result.fault}`);
		return { secret, recoveryCodes: result.recoveryCodes ?? [] };
	}

	it.each(['approver', 'administrator'] as const)(
		'is set up by an %s at sign-in, before there is a session',
		(role) =>
			withAccount(role, async (database) => {
				expect((await afterPassword(database)).kind).toBe('secondStep');
				expect(await database.$count(session)).toBe(0);
				expect(await secondStep(database, { code: '000000', secret: newAppSecret() })).toEqual({
					ok: false,
					fault: 'wrong',
				});
				expect(await database.$count(session)).toBe(0);
				const { recoveryCodes } = await setUp(database);
				expect(new Set(recoveryCodes).size).toBe(8);
				for (const code of recoveryCodes)
					expect(code).toMatch(/^[A-HJKMNP-Z2-9]{4}(-[A-HJKMNP-Z2-9]{4}){2}$/);
				expect(await database.$count(session)).toBe(1);
				const stored = JSON.stringify([
					await database.select().from(recoveryCode),
					await database.select().from(auditLog),
				]);
				for (const code of recoveryCodes) expect(stored).not.toContain(code);
			}),
	);

	it.each(['viewer', 'reporter', 'committee'] as const)('is not asked of a %s', (role) =>
		withAccount(role, async (database) => {
			expect((await afterPassword(database)).kind).toBe('session');
		}),
	);

	it('is asked of whoever came by such a role after they signed in, and lets a proven session go on', () =>
		withAccount('reporter', async (database, lan, unit) => {
			const { token } = await afterPassword(database);
			const hash = hashSecret(token);
			const holds = async () => (await sessionIsValid(database, [hash], { now })).has(hash);
			expect(await holds()).toBe(true);
			await database.insert(roleGrant).values({ accountId: lan, role: 'approver', unitId: unit });
			expect(await holds()).toBe(false);
			const secret = newAppSecret();
			const proven = await secondStep(database, { code: codeOf(secret, now), secret });
			const after = proven.ok ? hashSecret(proven.token) : '';
			expect((await sessionIsValid(database, [after], { now })).has(after)).toBe(true);
		}));

	it('is left to the account where the installation does not require it, but asked once it is there', () =>
		withAccount('approver', async (database) => {
			expect((await afterPassword(database, false)).kind).toBe('session');
			await setUp(database);
			expect((await afterPassword(database, false)).kind).toBe('secondStep');
		}));

	it('takes each code once, and none of before', () =>
		withAccount('approver', async (database) => {
			const { secret } = await setUp(database);
			const again = await secondStep(database, { code: codeOf(secret, now) });
			expect(again).toEqual({ ok: false, fault: 'wrong' });
			const at = later(60);
			expect((await secondStep(database, { code: codeOf(secret, at), at })).ok).toBe(true);
			expect((await secondStep(database, { code: codeOf(secret, at), at })).ok).toBe(false);
			expect((await secondStep(database, { code: codeOf(secret, later(30)), at })).ok).toBe(false);
		}));

	it('lets a recovery code stand in once, however it is typed', () =>
		withAccount('approver', async (database) => {
			const { recoveryCodes } = await setUp(database);
			const code = (recoveryCodes[0] ?? '').toLowerCase().replaceAll('-', ' ');
			expect((await secondStep(database, { code })).ok).toBe(true);
			expect(await secondStep(database, { code })).toEqual({ ok: false, fault: 'wrong' });
		}));

	it('hashes codes of before once more, and goes on taking each once', () =>
		withAccount('approver', async (database, accountId) => {
			await setUp(database);
			await database.delete(recoveryCode);
			const kept = ['k7mzt9wq3c', 'hxp4rbn8ys'].map((code) => ({ code, hash: hashSecret(code) }));
			await database
				.insert(recoveryCode)
				.values(kept.map(({ hash }) => ({ accountId, codeHash: hash, slow: false })));
			expect((await secondStep(database, { code: 'K7MZT-9WQ3C' })).ok).toBe(true);
			for (let time = 0; time < 2; time += 1) await slowDownOldCodes(database);
			const stored = JSON.stringify(await database.select().from(recoveryCode));
			for (const { hash } of kept) expect(stored).not.toContain(hash);
			expect(await secondStep(database, { code: 'K7MZT-9WQ3C' })).toMatchObject({ fault: 'wrong' });
			expect((await secondStep(database, { code: 'hxp4r-bn8ys' })).ok).toBe(true);
			expect(await secondStep(database, { code: 'hxp4r-bn8ys' })).toMatchObject({ fault: 'wrong' });
		}));

	it('slows a network down after five wrong codes, and lets the owner in from another', () =>
		withAccount('approver', async (database) => {
			const { secret } = await setUp(database);
			for (let attempt = 0; attempt < 5; attempt += 1)
				expect(await secondStep(database, { code: '000000' })).toMatchObject({ fault: 'wrong' });
			const at = later(60);
			expect(await secondStep(database, { code: codeOf(secret, at), at })).toEqual({
				ok: false,
				fault: 'wait',
				minutes: 15,
			});
			const elsewhere = { code: codeOf(secret, at), at, address: '198.51.100.7' };
			expect((await secondStep(database, elsewhere)).ok).toBe(true);
		}));

	it('is over after a quarter of an hour, and after it was done', () =>
		withAccount('approver', async (database) => {
			const { secret } = await setUp(database);
			const stepHash = hashSecret((await afterPassword(database)).token);
			const at = later(15 * 60);
			const given = { stepHash, code: codeOf(secret, at), secret: null, ...from };
			expect(await finishSignIn(database, given, { limiter, now: at })).toEqual({
				ok: false,
				fault: 'over',
			});
		}));

	it('cannot be replaced by another app at sign-in', () =>
		withAccount('approver', async (database) => {
			await setUp(database);
			const other = newAppSecret();
			const at = later(60);
			expect(await secondStep(database, { code: codeOf(other, at), secret: other, at })).toEqual({
				ok: false,
				fault: 'over',
			});
		}));

	it('can be set up by anybody signed in with their password once more, who may renew the recovery codes later', () =>
		withAccount('reporter', async (database, lan) => {
			const { actor, hash } = await openSession(database, lan);
			const secret = newAppSecret();
			const options = { limiter, now };
			const proof = { address: from.address, sessionHash: hash, password: testPassword };
			for (const password of ['', 'không phải câu ấy'])
				expect(
					await setUpSecondFactor(
						database,
						actor,
						{ ...proof, password, secret, code: codeOf(secret, now) },
						options,
					),
				).toEqual({ ok: false, fault: 'wrongPassword' });
			const first = await setUpSecondFactor(
				database,
				actor,
				{ ...proof, secret, code: codeOf(secret, now) },
				options,
			);
			expect(first.ok).toBe(true);
			const at = later(60);
			const second = await setUpSecondFactor(
				database,
				actor,
				{ ...proof, password: '', secret: null, code: codeOf(secret, at) },
				{ limiter, now: at },
			);
			const old = first.ok ? (first.recoveryCodes[0] ?? '') : '';
			expect(second).toMatchObject({ ok: true });
			expect((await secondStep(database, { code: old })).ok).toBe(false);
			expect((await afterPassword(database)).kind).toBe('secondStep');
		}));

	it('is reset by another administrator, who signs the account out, but by nobody for themselves', () =>
		withAccount('administrator', async (database, lan, unit) => {
			const { secret } = await setUp(database);
			const { actor: own } = await openSession(database, lan);
			const hoa = await addTestAccount(database, 'hoa', 'administrator', unit);
			const { actor: other } = await openSession(database, hoa);
			await expect(resetSecondFactor(database, own, 'lan')).rejects.toThrow(
				'Another administrator',
			);
			await resetSecondFactor(database, other, 'lan');
			expect((await database.select().from(session)).map(({ accountId }) => accountId)).toEqual([
				hoa,
			]);
			const at = later(60);
			expect(await secondStep(database, { code: codeOf(secret, at), at })).toMatchObject({
				fault: 'over',
			});
			await expect(resetSecondFactor(database, other, 'lan')).rejects.toThrow('no second factor');
		}));
});
