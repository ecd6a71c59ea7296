import { expect, it } from 'vitest';
import { addTestAccount, addUnit, testPassword } from '../../../../tests/database/accounts';
import { describeDatabase, rolledBack } from '../../../../tests/database';
import { auditLog } from '../../server/db/schema';
import { InvalidError } from '../../server/errors';
import { addAccount } from './add-account.server';
import { disableAccount } from './disable-account.server';
import { listAccounts } from './list-accounts.server';
import { generatePassword } from '../sign-in/password.server';
import { passwordFault } from '../sign-in/password-fault.server';

describeDatabase('accounts', (handle) => {
	it('are listed by name with their roles and units', () =>
		rolledBack(handle(), async (database) => {
			const province = await addUnit(database, '99', 'province', null);
			const commune = await addUnit(database, '09901', 'commune', province);
			await addAccount(database, null, {
				name: 'Lan',
				displayName: ' Nguyễn Thị Lan ',
				password: testPassword,
				grants: [
					{ role: 'reporter', unitId: commune },
					{ role: 'viewer', unitId: province },
				],
			});
			const hoa = await addTestAccount(database, 'hoa', null, province);
			expect(await listAccounts(database)).toMatchObject([
				{ name: 'hoa', grants: [], disabledAt: null },
				{
					name: 'lan',
					displayName: 'Nguyễn Thị Lan',
					grants: [
						{ role: 'reporter', unit: { code: '09901' } },
						{ role: 'viewer', unit: { code: '99' } },
					],
				},
			]);
			expect(await listAccounts(database, hoa)).toHaveLength(1);
			const log = JSON.stringify(await database.select().from(auditLog));
			expect(log).toContain('account.add');
			expect(log).not.toMatch(/argon2|một câu/);
		}));

	it.each([
		[{ name: 'x' }, 'accountName'],
		[{ name: 'nguyễn lan' }, 'accountName'],
		[{ displayName: ' ' }, 'required'],
		[{ password: 'ngắn' }, 'tooShort'],
		[{ password: 'lan.nguyen-1990' }, 'isName'],
	])('with %j break the rule %s', (wrong, rule) =>
		rolledBack(handle(), async (database) => {
			const given = { name: 'lan.nguyen', displayName: 'Lan', password: testPassword, grants: [] };
			const added = addAccount(database, null, { ...given, ...wrong });
			await expect(added).rejects.toThrow(InvalidError);
			await expect(added).rejects.toMatchObject({ problems: [{ rule }] });
			expect(await listAccounts(database)).toEqual([]);
		}),
	);

	it('have names of their own, whatever the case', () =>
		rolledBack(handle(), async (database) => {
			const unit = await addUnit(database, '99', 'province', null);
			await addTestAccount(database, 'lan', null, unit);
			await expect(addTestAccount(database, 'LAN', 'administrator', unit)).rejects.toThrow(
				'already an account named lan',
			);
		}));

	it('that do not exist are named when something is asked of them', () =>
		rolledBack(handle(), async (database) => {
			await expect(disableAccount(database, null, 'khong.co')).rejects.toThrow(
				'There is no account named khong.co.',
			);
		}));
});

it('generated passwords keep the rules and differ', () => {
	const passwords = Array.from({ length: 100 }, generatePassword);
	expect(new Set(passwords).size).toBe(100);
	expect(passwords.map((password) => passwordFault(password, 'lan')).filter(Boolean)).toEqual([]);
	expect(passwords[0]).toMatch(/^([a-z2-9]{5}-){3}[a-z2-9]{5}$/);
});
