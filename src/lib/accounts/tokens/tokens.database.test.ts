import { expect, it } from 'vitest';
import { addTestAccount, addUnit, openSession } from '../../../../tests/database/accounts';
import { describeDatabase, rolledBack } from '../../../../tests/database';
import type { Database } from '../../server/db/client';
import { apiToken, auditLog } from '../../server/db/schema';
import { addToken } from './add-token.server';
import { actorOfBearer } from './bearer.server';
import { disableAccount } from '../administration/disable-account.server';
import { listTokens } from './list-tokens.server';
import { resetAccount } from '../administration/reset-account.server';
import { revokeToken } from './revoke-token.server';

describeDatabase('API tokens', (handle) => {
	const withLan = (test: (database: Database, lan: number, unit: number) => Promise<void>) =>
		rolledBack(handle(), async (database) => {
			const unit = await addUnit(database, '99', 'province', null);
			await test(database, await addTestAccount(database, 'lan', 'reporter', unit), unit);
		});

	it('are shown once and stored hashed', () =>
		withLan(async (database, lan, unit) => {
			const { id, token } = await addToken(database, null, 'lan', 'bưu điện');
			expect(token).toMatch(/^nhs_[\w-]{43}$/);
			expect(await actorOfBearer(database, `Bearer ${token}`)).toMatchObject({
				accountId: lan,
				grants: [{ role: 'reporter', unitId: unit }],
			});
			const stored = [
				await database.select().from(apiToken),
				await database.select().from(auditLog),
				await listTokens(database),
			];
			expect(JSON.stringify(stored)).not.toContain(token.slice(4));
			expect(stored[1]?.at(-1)).toMatchObject({
				action: 'token.add',
				subject: `token:${id}`,
				details: { account: 'lan', label: 'bưu điện' },
			});
		}));

	it.each(['', 'Basic bGFuOmxhbg==', 'Bearer', 'Bearer nhs_', `Bearer nhs_${'a'.repeat(43)}`])(
		'that are none (%s) are nobody',
		(authorization) =>
			withLan(async (database) => {
				expect(await actorOfBearer(database, authorization)).toBeNull();
			}),
	);

	it('remember their last use to the minute', () =>
		withLan(async (database) => {
			const { token } = await addToken(database, null, 'lan', 'test');
			const use = async (at: string) => {
				await actorOfBearer(database, `Bearer ${token}`, new Date(`2026-11-21T${at}Z`));
				return (await listTokens(database))[0]?.lastUsedAt?.toISOString().slice(11, 19);
			};
			expect(await use('10:00:00')).toBe('10:00:00');
			expect(await use('10:00:59')).toBe('10:00:00');
			expect(await use('10:01:01')).toBe('10:01:01');
		}));

	it('are refused once revoked, and while their account is disabled', () =>
		withLan(async (database) => {
			const first = await addToken(database, null, 'lan', 'first');
			const second = await addToken(database, null, 'lan', 'second');
			const works = async ({ token }: { token: string }) =>
				(await actorOfBearer(database, `Bearer ${token}`)) !== null;
			await revokeToken(database, null, first.id);
			expect([await works(first), await works(second)]).toEqual([false, true]);
			await disableAccount(database, null, 'lan');
			expect(await works(second)).toBe(false);
			await expect(addToken(database, null, 'lan', 'third')).rejects.toThrow('is disabled');
			const reset = await resetAccount(database, null, 'lan', 'một câu khác, cũng dài');
			expect(reset.tokensInUse).toBe(1);
			expect([await works(first), await works(second)]).toEqual([false, true]);
		}));

	it('can be revoked by their own account or the command line, once', () =>
		withLan(async (database, lan, unit) => {
			const hoa = await openSession(database, await addTestAccount(database, 'hoa', null, unit));
			const { actor } = await openSession(database, lan);
			const { id } = await addToken(database, null, 'lan', 'test');
			await expect(revokeToken(database, hoa.actor, id)).rejects.toThrow('no token');
			await revokeToken(database, actor, id);
			await expect(revokeToken(database, null, id)).rejects.toThrow('no token');
		}));
});
