import { Secret, TOTP } from 'otpauth';
import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { addAccount } from '../../src/lib/accounts/administration/add-account.server';
import { issueLinks } from '../../src/lib/accounts/leaders/issue-links.server';
import { changeOwnEmail } from '../../src/lib/accounts/own-account/change-own-email.server';
import { newAppSecret } from '../../src/lib/accounts/second-factor/second-factor.server';
import { setUpSecondFactor } from '../../src/lib/accounts/second-factor/set-up-second-factor.server';
import { hashSecret } from '../../src/lib/accounts/secret.server';
import { changePassword } from '../../src/lib/accounts/sign-in/change-password.server';
import { choosePassword } from '../../src/lib/accounts/sign-in/choose-password.server';
import { finishSignIn } from '../../src/lib/accounts/sign-in/finish-sign-in.server';
import { signInByLink } from '../../src/lib/accounts/sign-in/sign-in-by-link.server';
import { signIn } from '../../src/lib/accounts/sign-in/sign-in.server';
import { sessionIsValid } from '../../src/lib/accounts/sessions/session-is-valid.server';
import type { Actor } from '../../src/lib/contracts/accounts';
import type { Database } from '../../src/lib/server/db/client';
import { account, delegation, roleGrant } from '../../src/lib/server/db/schema';
import { describeDatabase, rolledBack } from '.';
import { makeAccount, makeProvince } from './province';

const now = new Date('2026-10-20T03:00:00Z');
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const visit = { address: '192.0.2.1', userAgent: 'test', replaces: null };
const given = 'mật khẩu do người khác đặt';
const own = 'mật khẩu chỉ mình biết';
const codeOf = (secret: string, at: Date) =>
	new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at.getTime() });

/** An administrator of a commune, and the account of a reporter in it. */
async function setUp(database: Database) {
	const { communes } = await makeProvince(database, { communes: 1, villages: 1 });
	const [commune] = communes;
	const [village] = commune?.villages ?? [];
	if (!commune || !village) throw new Error('one by one');
	const chief = await makeAccount(database, 'chief', 'administrator', commune.id);
	const other = await makeAccount(database, 'other', 'administrator', commune.id);
	return { commune, village, chief, other };
}
type Scene = Awaited<ReturnType<typeof setUp>> & { database: Database };

const author = (scene: Scene) =>
	makeAccount(scene.database, 'author', 'reporter', scene.village.id);

describeDatabase('an account that a link opens', (handle) => {
	it('comes to no right that asks for a second factor, and enrols none', () =>
		rolledBack(handle(), async (database) => {
			const scene = { ...(await setUp(database)), database };
			const { chief, village } = scene;
			const by = await author(scene);
			await database.update(account).set({ passwordHash: null }).where(eq(account.name, 'author'));
			const [issued] = await issueLinks(database, chief, ['author'], now);
			const used = { ...visit, code: issued?.code ?? '', requireSecondFactor: false };
			const entered = await signInByLink(database, used, { now });
			if (!entered.ok) throw new Error('The code is right.');
			const hash = hashSecret(entered.token);
			const holds = async () =>
				(await sessionIsValid(database, [hash], { now, requireSecondFactor: false })).has(hash);
			expect(await holds()).toBe(true);
			const secret = newAppSecret();
			const proof = {
				...visit,
				sessionHash: hash,
				password: '',
				secret,
				code: codeOf(secret, now),
			};
			expect(await setUpSecondFactor(database, by, proof, { now })).toEqual({
				ok: false,
				fault: 'byLink',
			});
			const [open] = await issueLinks(database, chief, ['author'], now);
			await lend(scene, by, village.id);
			expect(await holds()).toBe(false);
			await expect(issueLinks(database, chief, ['author'], now)).rejects.toThrow('leaders below');
			const late = { ...used, code: open?.code ?? '' };
			expect(await signInByLink(database, late, { now })).toEqual({ ok: false, fault: 'wrong' });
		}));

	it('gives its owner an address and a first password within minutes, without a new link never', () =>
		rolledBack(handle(), async (database) => {
			const scene = { ...(await setUp(database)), database };
			const by = await author(scene);
			await database.update(account).set({ passwordHash: null }).where(eq(account.name, 'author'));
			const [issued] = await issueLinks(database, scene.chief, ['author'], now);
			const used = { ...visit, code: issued?.code ?? '', requireSecondFactor: true };
			const entered = await signInByLink(database, used, { now });
			const sessionHash = hashSecret(entered.ok ? entered.token : '');
			const email = { ...visit, sessionHash, password: '', email: 'author@example.org' };
			const password = { ...visit, sessionHash, current: '', next: own, repeated: own };
			const stale = { ok: false, fault: 'stale' };
			const old = { now: later(16 * 60) };
			expect(await changeOwnEmail(database, by, email, old)).toEqual(stale);
			expect(await changePassword(database, by, password, old)).toEqual(stale);
			const fresh = { now: later(14 * 60) };
			expect(await changeOwnEmail(database, by, email, fresh)).toEqual({ ok: true });
			expect(await changePassword(database, by, password, fresh)).toEqual({ ok: true });
			// From now on by the password, and by nothing else.
			const typed = (given: string) => ({ ...email, password: given });
			expect(await changeOwnEmail(database, by, typed(''), fresh)).toMatchObject({
				fault: 'wrong',
			});
			expect(await changeOwnEmail(database, by, typed(own), fresh)).toEqual({ ok: true });
		}));

	async function lend({ database, chief }: Scene, to: Actor, unitId: number) {
		await database
			.insert(roleGrant)
			.values({ accountId: chief.accountId, role: 'approver', unitId });
		await database.insert(delegation).values({
			...{ fromAccountId: chief.accountId, toAccountId: to.accountId, unitId },
			...{ startsAt: new Date(0), endsAt: new Date('2099-01-01'), reason: 'đi công tác' },
		});
	}
});

describeDatabase('a password that somebody else made', (handle) => {
	it('opens nothing but the choice of another, and not past a second factor', () =>
		rolledBack(handle(), async (database) => {
			const scene = { ...(await setUp(database)), database };
			const grants = [{ role: 'approver', unitId: scene.village.id } as const];
			const made = { name: 'author', displayName: 'Author', password: given, grants };
			await addAccount(database, scene.chief, made, now);
			const typed = { ...visit, name: 'author', password: given, requireSecondFactor: true };
			const first = await signIn(database, typed, { now });
			if (!first.ok) throw new Error('The password is right.');
			const choose = (token: string) =>
				choosePassword(
					database,
					{
						...{ ...visit, stepHash: hashSecret(token), next: own, repeated: own },
						requireSecondFactor: true,
					},
					now,
				);
			expect(first.kind).toBe('secondStep');
			expect(await choose(first.token)).toEqual({ ok: false, fault: 'over' });
			const secret = newAppSecret();
			const code = codeOf(secret, now);
			const stepHash = hashSecret(first.token);
			const second = await finishSignIn(database, { ...visit, stepHash, secret, code }, { now });
			expect(second).toMatchObject({ ok: true, kind: 'newPassword' });
			const token = second.ok ? second.token : '';
			expect((await sessionIsValid(database, [hashSecret(token)], { now })).size).toBe(0);
			const taken = await choose(token);
			const session = taken.ok ? hashSecret(taken.token) : '';
			expect((await sessionIsValid(database, [session], { now })).size).toBe(1);
			expect(await signIn(database, typed, { now })).toMatchObject({ ok: false, fault: 'wrong' });
		}));
});
