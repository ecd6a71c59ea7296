import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { openSession, testPassword } from '../../../../tests/database/accounts';
import { describeDatabase, rolledBack } from '../../../../tests/database';
import { makeAccount, makeProvince, type TestProvince } from '../../../../tests/database/province';
import type { Actor } from '../../contracts/accounts';
import type { Database } from '../../server/db/client';
import { account, auditLog, session } from '../../server/db/schema';
import { ConflictError, ForbiddenError, InvalidError, NotFoundError } from '../../server/errors';
import { addAccount } from './add-account.server';
import { readAuditLog } from '../audit/audit-log.server';
import { writeAudit } from '../audit/audit.server';
import { grantRole, withdrawRole } from './change-grants.server';
import { disableAccount } from './disable-account.server';
import { enableAccount } from './enable-account.server';
import { endAccountSessions } from '../sessions/end-account-sessions.server';
import { eraseAccounts } from '../personal-data/erase-accounts.server';
import { findAccounts, readAccount, type AccountFilter } from './find-accounts.server';
import { resetAccount } from './reset-account.server';
import { setRetention } from '../personal-data/retention.server';
import { updateAccount } from './update-account.server';

interface Scene {
	database: Database;
	province: TestProvince;
	/** Administers the first commune. */
	local: Actor;
	/** Administers the province. */
	chief: Actor;
	communes: [number, number];
}

const everything: AccountFilter = { search: '', role: null, state: 'all', page: 1 };

describeDatabase('administering accounts', (handle) => {
	const withAdministrators = (test: (scene: Scene) => Promise<void>) =>
		rolledBack(handle(), async (database) => {
			const province = await makeProvince(database, { communes: 2, villages: 1 });
			const [first, second] = province.communes.map(({ id }) => id);
			if (first === undefined || second === undefined) throw new Error('Two communes are made.');
			const local = await makeAccount(database, 'local', 'administrator', first);
			const chief = await makeAccount(database, 'chief', 'administrator', province.provinceId);
			await makeAccount(database, 'inside', 'reporter', first);
			await makeAccount(database, 'outside', 'reporter', second);
			const both = await makeAccount(database, 'both', 'reporter', first);
			await grantRole(database, chief, 'both', { role: 'viewer', unitId: second });
			expect(both.grants).toHaveLength(1);
			await test({ database, province, local, chief, communes: [first, second] });
		});

	const names = async (database: Database, actor: Actor, filter = everything) =>
		(await findAccounts(database, actor, filter)).accounts.map(({ name }) => name);

	it('shows and changes only those whose every role lies within', () =>
		withAdministrators(async ({ database, local, chief, communes: [first] }) => {
			expect(await names(database, local)).toEqual(['inside', 'local']);
			expect(await names(database, chief)).toEqual([
				'approver-98',
				'both',
				'chief',
				'inside',
				'local',
				'outside',
				'reporter-98',
			]);
			const change = { displayName: 'Khác', email: '' };
			for (const name of ['outside', 'both', 'chief', 'none'])
				for (const act of [
					() => readAccount(database, local, name),
					() => updateAccount(database, local, name, change),
					() => grantRole(database, local, name, { role: 'viewer', unitId: first }),
					() => withdrawRole(database, local, name, { role: 'reporter', unitId: first }),
					() => disableAccount(database, local, name),
					() => enableAccount(database, local, name),
					() => resetAccount(database, local, name, testPassword),
					() => endAccountSessions(database, local, name),
				])
					await expect(act(), name).rejects.toThrow(NotFoundError);
		}));

	it('gives no role beyond its own units', () =>
		withAdministrators(async ({ database, province, local, communes: [first, second] }) => {
			for (const unitId of [second, province.provinceId, province.countryId]) {
				const grant = { role: 'viewer', unitId } as const;
				await expect(grantRole(database, local, 'inside', grant)).rejects.toThrow(ForbiddenError);
				const given = { name: 'new.one', displayName: 'Mới', password: testPassword };
				const grants = [grant, { role: 'viewer', unitId: first } as const];
				await expect(addAccount(database, local, { ...given, grants })).rejects.toThrow(
					ForbiddenError,
				);
				await expect(addAccount(database, local, { ...given, grants: [] })).rejects.toThrow(
					ForbiddenError,
				);
			}
			await grantRole(database, local, 'inside', { role: 'approver', unitId: first });
			const { grants } = await readAccount(database, local, 'inside');
			expect(grants.map(({ role }) => role)).toEqual(['reporter', 'approver']);
			await withdrawRole(database, local, 'inside', { role: 'reporter', unitId: first });
			const last = withdrawRole(database, local, 'inside', { role: 'approver', unitId: first });
			await expect(last).rejects.toThrow(ConflictError);
		}));

	it('locks nobody out by their own hand', () =>
		withAdministrators(async ({ database, chief, province }) => {
			const own = { role: 'administrator', unitId: province.provinceId } as const;
			await expect(disableAccount(database, chief, 'chief')).rejects.toThrow(ConflictError);
			await expect(withdrawRole(database, chief, 'chief', own)).rejects.toThrow(ConflictError);
		}));

	it('disables, enables and signs out', () =>
		withAdministrators(async ({ database, local }) => {
			const { id } = await readAccount(database, local, 'inside');
			await openSession(database, id);
			await openSession(database, id);
			expect(await endAccountSessions(database, local, 'inside')).toBe(2);
			await openSession(database, id);
			await disableAccount(database, local, 'inside');
			expect(await database.$count(session)).toBe(0);
			expect(await names(database, local, { ...everything, state: 'disabled' })).toEqual([
				'inside',
			]);
			await enableAccount(database, local, 'inside');
			expect((await readAccount(database, local, 'inside')).disabledAt).toBeNull();
		}));

	it('finds by name, role and unit, accents or not, a page at a time', () =>
		withAdministrators(async ({ database, local, chief, communes: [first] }) => {
			await updateAccount(database, local, 'inside', {
				displayName: 'Đỗ Thị Hoà',
				email: 'hoa@example.org',
			});
			expect(await names(database, chief, { ...everything, search: 'do hoa' })).toEqual(['inside']);
			expect(await names(database, chief, { ...everything, search: '98001' })).toEqual([
				'both',
				'outside',
			]);
			expect(await names(database, chief, { ...everything, role: 'approver' })).toEqual([
				'approver-98',
			]);
			for (let number = 10; number < 70; number += 1)
				await makeAccount(database, `a${number}`, 'viewer', first);
			const second = await findAccounts(database, local, { ...everything, page: 2 });
			expect(second).toMatchObject({ found: 62, page: 2, pages: 2 });
			expect(second.accounts).toHaveLength(12);
		}));

	it('keeps addresses out of the log, and refuses what is none', () =>
		withAdministrators(async ({ database, local }) => {
			const wrong = { displayName: 'Hoà', email: 'hoa' };
			await expect(updateAccount(database, local, 'inside', wrong)).rejects.toThrow(InvalidError);
			await updateAccount(database, local, 'inside', { ...wrong, email: 'hoa@example.org' });
			const log = JSON.stringify(await database.select().from(auditLog));
			expect(log).toContain('account.update');
			expect(log).not.toMatch(/example\.org|Hoà/);
		}));

	it('shows in the log what its own accounts did; all of it to whoever administers all', () =>
		withAdministrators(async ({ database, local, chief }) => {
			const actors = new Map(
				(await findAccounts(database, chief, everything)).accounts.map(({ name, id }) => [
					name,
					{ accountId: id },
				]),
			);
			for (const name of ['inside', 'outside', 'both', 'chief'])
				await writeAudit(database, {
					actor: actors.get(name) ?? null,
					action: 'roster.read',
					subject: `account:${name}`,
				});
			await writeAudit(database, {
				actor: null,
				action: 'account.signInFailed',
				subject: 'account',
			});
			await writeAudit(database, {
				actor: actors.get('inside') ?? null,
				...{ action: 'nomination.read', subject: 'nomination:1' },
			});
			const filter = { account: '', action: '', day: '', page: 1 };
			const subjects = async (actor: Actor, given: Partial<typeof filter> = {}) => {
				const { entries } = await readAuditLog(
					database,
					actor,
					{ ...filter, ...given },
					{ personalOnly: given.action === undefined },
				);
				return entries.map(({ subject }) => subject);
			};
			expect(await subjects(local)).toEqual(['nomination:1', 'account:inside']);
			expect(await subjects(chief)).toEqual([
				'nomination:1',
				...['account:chief', 'account:both', 'account:outside', 'account:inside'],
			]);
			expect(await subjects(local, { account: 'outside' })).toEqual([]);
			expect(await subjects(chief, { account: 'outside' })).toEqual(['account:outside']);
			expect(await subjects(chief, { day: '2020-01-01' })).toEqual([]);
			expect(await subjects(local, { action: 'account.signInFailed' })).toEqual([]);
			expect(await subjects(chief, { action: 'account.signInFailed' })).toEqual(['account']);
		}));

	it('erases the person of an account that was disabled long ago, and keeps what they did', () =>
		withAdministrators(async ({ database, local, chief }) => {
			await updateAccount(database, local, 'inside', {
				displayName: 'Đỗ Thị Hoà',
				email: 'hoa@example.org',
			});
			const { id } = await readAccount(database, local, 'inside');
			await disableAccount(database, local, 'inside', new Date('2026-01-15T00:00:00Z'));
			await expect(setRetention(database, local, { accounts: '6', members: '6' })).rejects.toThrow(
				ForbiddenError,
			);
			await expect(setRetention(database, chief, { accounts: '0', members: '6' })).rejects.toThrow(
				InvalidError,
			);
			await setRetention(database, chief, { accounts: '6', members: '6' });
			expect(await eraseAccounts(database, new Date('2026-07-10T00:00:00Z'))).toBe(0);
			expect(await eraseAccounts(database, new Date('2026-08-10T00:00:00Z'))).toBe(1);
			expect(await eraseAccounts(database, new Date('2026-08-10T00:00:00Z'))).toBe(0);
			const [erased] = await database.select().from(account).where(eq(account.id, id));
			expect(erased).toMatchObject({
				name: `da-xoa-${id}`,
				displayName: `Tài khoản đã xóa #${id}`,
				email: null,
				passwordHash: null,
			});
			await expect(enableAccount(database, local, `da-xoa-${id}`)).rejects.toThrow(ConflictError);
			await expect(resetAccount(database, local, `da-xoa-${id}`, testPassword)).rejects.toThrow(
				ConflictError,
			);
		}));
});
