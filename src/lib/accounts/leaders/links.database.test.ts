import { beforeEach, expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../../tests/database';
import { makeAccount, makeProvince, type TestProvince } from '../../../../tests/database/province';
import type { Actor } from '../../contracts/accounts';
import type { Database } from '../../server/db/client';
import { auditLog, session, signInLink } from '../../server/db/schema';
import { ForbiddenError, InvalidError, NotFoundError } from '../../server/errors';
import { addLeader } from './add-leader.server';
import { disableAccount } from '../administration/disable-account.server';
import { hashCode } from '../code-hash.server';
import { issueLinks } from './issue-links.server';
import { hasUnitsBelow } from './leaders.server';
import { listLeaders, listUnitsBelow } from './list-leaders.server';
import { revokeLink } from './revoke-link.server';
import { hashSecret } from '../secret.server';
import { normalizeCode } from '../short-code.server';
import { sessionIsValid } from '../sessions/session-is-valid.server';
import { LinkLimiter } from '../sign-in/link-limiter.server';
import { signInByLink } from '../sign-in/sign-in-by-link.server';

const now = new Date('2026-11-22T08:00:00Z');
const days = (number: number) => new Date(now.getTime() + number * 86_400_000);

interface Scene {
	database: Database;
	province: TestProvince;
	/** Reports for the first commune. */
	officer: Actor;
	village: number;
	/** Sign-in name of a leader of that village. */
	leader: string;
}

describeDatabase('sign-in links', (handle) => {
	let limiter: LinkLimiter;
	beforeEach(() => {
		limiter = new LinkLimiter();
	});

	const withLeader = (test: (scene: Scene) => Promise<void>) =>
		rolledBack(handle(), async (database) => {
			const province = await makeProvince(database, { communes: 2, villages: 2 });
			const commune = province.communes[0];
			const village = commune?.villages[0]?.id;
			if (!commune || village === undefined) throw new Error('The province has villages.');
			const officer = await makeAccount(database, 'officer', 'reporter', commune.id);
			const leader = await addLeader(database, officer, {
				displayName: 'Tổ thôn 1',
				unitId: village,
			});
			await test({ database, province, officer, village, leader });
		});

	async function codeFor({ database, officer, leader }: Scene): Promise<string> {
		const [issued] = await issueLinks(database, officer, [leader], now);
		return issued?.code ?? '';
	}

	const use = (
		database: Database,
		code: string,
		{ at = now, address = '192.0.2.1' }: { at?: Date; address?: string } = {},
	) =>
		signInByLink(
			database,
			{ code, address, userAgent: 'test', replaces: null, requireSecondFactor: true },
			{ limiter, now: at },
		);

	it('open the account once, however the code is typed, and are kept as hashes alone', () =>
		withLeader(async (scene) => {
			const { database, village } = scene;
			const code = await codeFor(scene);
			expect(code).toMatch(/^[A-HJKMNP-Z2-9]{4}(-[A-HJKMNP-Z2-9]{4}){2}$/);
			const kept = JSON.stringify([
				await database.select().from(signInLink),
				await database.select().from(auditLog),
			]);
			expect(kept).not.toContain(code);
			expect(kept).not.toContain(code.replaceAll('-', '').toLowerCase());
			// Nor as a plain one, which is guessed back at once.
			for (const typed of [code, code.toLowerCase(), normalizeCode(code)])
				expect(kept).not.toContain(hashSecret(typed));
			expect(kept).toContain(await hashCode(code, 'sign-in link'));
			const result = await use(database, ` ${code.toLowerCase().replaceAll('-', ' ')}`);
			if (!result.ok) throw new Error('The code is right.');
			const hash = hashSecret(result.token);
			const actor = (await sessionIsValid(database, [hash], { now })).get(hash);
			expect(actor?.grants).toEqual([{ role: 'reporter', unitId: village }]);
			expect(await use(database, code)).toEqual({ ok: false, fault: 'wrong' });
			expect(await database.$count(session)).toBe(1);
		}));

	it('that were kept as plain hashes of shorter codes open the account until their week is over', () =>
		withLeader(async (scene) => {
			const { database } = scene;
			await codeFor(scene);
			await database.update(signInLink).set({ codeHash: hashSecret('k7mzt9wq') });
			expect(await use(database, 'K7MZ-T9WQ', { at: days(7) })).toMatchObject({ fault: 'wrong' });
			expect((await use(database, 'K7MZ-T9WQ', { at: days(6) })).ok).toBe(true);
		}));

	it('end after seven days, when revoked, when replaced, and with the account', () =>
		withLeader(async (scene) => {
			const { database, province, officer, leader } = scene;
			const refused = { ok: false, fault: 'wrong' };
			expect(await use(database, await codeFor(scene), { at: days(7) })).toEqual(refused);
			const replaced = await codeFor(scene);
			const revoked = await codeFor(scene);
			expect(await use(database, replaced)).toEqual(refused);
			const { leaders } = await listLeaders(database, officer, { search: '', page: 1 }, now);
			await revokeLink(database, officer, leaders[0]?.link?.id ?? 0, now);
			expect(await use(database, revoked)).toEqual(refused);
			const open = await codeFor(scene);
			const chief = await makeAccount(database, 'chief', 'administrator', province.provinceId);
			await disableAccount(database, chief, leader, now);
			expect(await use(database, open)).toEqual(refused);
			expect(await database.$count(session)).toBe(0);
		}));

	it('are issued downwards only, and for those alone who just report', () =>
		withLeader(async ({ database, province, officer, village, leader }) => {
			const [first, second] = province.communes;
			const inVillage = (name: string, role: 'approver' | 'administrator') =>
				makeAccount(database, name, role, village);
			await inVillage('village-approver', 'approver');
			await inVillage('village-chief', 'administrator');
			const elsewhere = await makeAccount(database, 'elsewhere', 'reporter', second?.id ?? 0);
			const viewer = await makeAccount(database, 'viewer', 'viewer', province.provinceId);
			await makeAccount(database, 'peer', 'reporter', first?.id ?? 0);
			for (const name of [
				'village-approver',
				'village-chief',
				'elsewhere',
				'peer',
				'officer',
				'none',
			])
				await expect(issueLinks(database, officer, [leader, name])).rejects.toThrow(ForbiddenError);
			for (const actor of [elsewhere, viewer, province.approver])
				await expect(issueLinks(database, actor, [leader])).rejects.toThrow(ForbiddenError);
			expect(await database.$count(signInLink)).toBe(0);
			expect(await issueLinks(database, province.reporter, [leader, 'officer'])).toHaveLength(2);
			const { leaders } = await listLeaders(database, elsewhere, { search: '', page: 1 });
			expect(leaders).toEqual([]);
		}));

	it('are revoked by nobody beside the line above', () =>
		withLeader(async (scene) => {
			const { database, province } = scene;
			const code = await codeFor(scene);
			const [open] = await database.select().from(signInLink);
			const unit = province.communes[1]?.id ?? 0;
			const elsewhere = await makeAccount(database, 'elsewhere', 'administrator', unit);
			await expect(revokeLink(database, elsewhere, open?.id ?? 0)).rejects.toThrow(NotFoundError);
			expect((await use(database, code)).ok).toBe(true);
		}));

	it('slow guessing down for one network after ten wrong codes, and never shut a right one out', () =>
		withLeader(async (scene) => {
			const { database } = scene;
			const code = await codeFor(scene);
			for (let attempt = 0; attempt < 10; attempt += 1)
				expect(await use(database, 'AAAA-AAAA')).toMatchObject({ fault: 'wrong' });
			expect(await use(database, 'AAAA-AAAA')).toMatchObject({ fault: 'wait', minutes: 15 });
			expect(await use(database, 'AAAA-AAAA-AAAA')).toMatchObject({ fault: 'wait', minutes: 15 });
			for (let guess = 0; guess < 310; guess += 1)
				await limiter.attempt(`198.51.100.${guess % 31}`);
			expect((await use(database, code)).ok).toBe(true);
		}));

	it('go to accounts that the commune makes for units below its own', () =>
		withLeader(async ({ database, province, officer, village, leader }) => {
			expect(leader).toBe('to.98000-01');
			const twin = { displayName: 'Tổ thứ hai', unitId: village };
			expect(await addLeader(database, officer, twin)).toBe('to.98000-01.2');
			const [first, second] = province.communes;
			for (const unitId of [first?.id, second?.id, second?.villages[0]?.id, province.provinceId, 0])
				await expect(
					addLeader(database, officer, { displayName: 'Tổ', unitId: unitId ?? 0 }),
				).rejects.toThrow(InvalidError);
			const units = await listUnitsBelow(database, officer, { search: 'thon', limit: 10 });
			expect(units.map(({ id }) => id)).toEqual(first?.villages.map(({ id }) => id));
			const { leaders } = await listLeaders(database, officer, { search: 'thu hai', page: 1 });
			expect(leaders.map(({ name }) => name)).toEqual(['to.98000-01.2']);
			const villager = await makeAccount(database, 'villager', 'reporter', village);
			expect([
				await hasUnitsBelow(database, officer),
				await hasUnitsBelow(database, villager),
				await hasUnitsBelow(database, province.approver),
			]).toEqual([true, false, false]);
			const log = JSON.stringify(await database.select().from(auditLog));
			expect(log).not.toContain('Tổ thôn 1');
		}));
});
