import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { openSession } from '../../../../tests/database/accounts';
import { describeDatabase, rolledBack } from '../../../../tests/database';
import { makeAccount, makeProvince, reportOf } from '../../../../tests/database/province';
import { addToken } from '../../accounts/tokens/add-token.server';
import { actorOfBearer } from '../../accounts/tokens/bearer.server';
import { grantRole, withdrawRole } from '../../accounts/administration/change-grants.server';
import { addDelegation } from '../../accounts/delegations/add-delegation.server';
import { listDelegations } from '../../accounts/delegations/list-delegations.server';
import { revokeDelegation } from '../../accounts/delegations/revoke-delegation.server';
import { needsSecondFactor } from '../../accounts/second-factor/second-factor.server';
import { hashSecret } from '../../accounts/secret.server';
import { sessionIsValid } from '../../accounts/sessions/session-is-valid.server';
import { startSession } from '../../accounts/sessions/start-session.server';
import type { Actor } from '../../contracts/accounts';
import { syncCatalogue } from '../../indicators/sync.server';
import type { Database } from '../../server/db/client';
import { account, auditLog, reportRevision } from '../../server/db/schema';
import { decideReports } from './decide.server';
import { submitReports } from '../intake/submit.server';

const now = new Date('2026-10-20T03:00:00Z');
const period = '2026-10';

async function setUp(database: Database) {
	await syncCatalogue(database);
	const province = await makeProvince(database, { communes: 2, villages: 1 });
	const [commune, other] = province.communes;
	if (!commune || !other) throw new Error('two communes');
	const approver = await makeAccount(database, 'duyet', 'approver', commune.id);
	const deputy = await makeAccount(database, 'pho', 'reporter', commune.id);
	const { hash } = await openSession(database, deputy.accountId);
	const deputyAt = async (at: Date): Promise<Actor> => {
		const actor = (await sessionIsValid(database, [hash], { now: at })).get(hash);
		if (!actor) throw new Error('the session holds');
		return actor;
	};
	const village = commune.villages[0]?.code ?? '';
	const submit = (actor: Actor, unit = village) =>
		submitReports(database, actor, [reportOf(unit, period, 10, 100)], { channel: 'form', now });
	const decide = async (actor: Actor, unit = village) => {
		const request = {
			unit,
			period,
			decision: 'approve',
			revision: 1,
			comment: '',
		} as const;
		const [result] = await decideReports(database, actor, [request], now);
		return result?.status === 'refused' ? result.reason : result?.status;
	};
	const input = {
		toAccountId: String(deputy.accountId),
		unitId: String(commune.id),
		firstDay: '2026-10-20',
		lastDay: '2026-10-22',
		reason: 'đi công tác',
	};
	return { ...province, commune, other, approver, deputy, deputyAt, submit, decide, input };
}

describeDatabase('an approver who is away', (handle) => {
	it('is stood in for, on record, from the first day to the last', () =>
		rolledBack(handle(), async (database) => {
			const { approver, deputyAt, submit, decide, input, reporter, commune } =
				await setUp(database);
			await submit(reporter);
			expect(await decide(await deputyAt(now))).toBe('notYourUnit');
			await addDelegation(database, approver, input, now);
			const grants = async (at: string) => (await deputyAt(new Date(at))).grants.length;
			expect(await grants('2026-10-19T16:59:59Z')).toBe(1);
			expect(await grants('2026-10-19T17:00:00Z')).toBe(2);
			expect(await grants('2026-10-22T16:59:59Z')).toBe(2);
			expect(await grants('2026-10-22T17:00:00Z')).toBe(1);
			expect((await deputyAt(now)).grants).toContainEqual({
				role: 'approver',
				unitId: commune.id,
				onBehalfOf: approver.accountId,
			});
			expect(await decide(await deputyAt(now))).toBe('done');
			const [revision] = await database.select().from(reportRevision);
			expect(revision).toMatchObject({
				decidedBy: (await deputyAt(now)).accountId,
				onBehalfOf: approver.accountId,
			});
			const actions = (await database.select().from(auditLog)).map(({ action }) => action);
			expect(actions).toEqual(expect.arrayContaining(['delegation.add', 'report.approve']));
		}));

	it('hands nobody the approving of what they, or the approver, entered', () =>
		rolledBack(handle(), async (database) => {
			const { approver, deputyAt, submit, decide, input, commune } = await setUp(database);
			await addDelegation(database, approver, input, now);
			await submit(await deputyAt(now));
			expect(await decide(await deputyAt(now))).toBe('ownReport');
			const asReporter = {
				...approver,
				grants: [{ role: 'reporter', unitId: commune.id } as const],
			};
			await submit(asReporter, commune.code);
			expect(await decide(await deputyAt(now), commune.code)).toBe('ownReport');
		}));

	it('takes the role back, and loses it for both when it ends for one', () =>
		rolledBack(handle(), async (database) => {
			const { approver, deputy, deputyAt, input } = await setUp(database);
			const id = await addDelegation(database, approver, input, now);
			await expect(revokeDelegation(database, deputy, id, now)).rejects.toThrow();
			await revokeDelegation(database, approver, id, now);
			expect((await deputyAt(now)).grants).toHaveLength(1);
			expect(await listDelegations(database, approver, now)).toMatchObject([
				{ id, state: 'revoked', mine: true, to: 'pho' },
			]);
			await addDelegation(database, approver, input, now);
			await database
				.update(account)
				.set({ disabledAt: now })
				.where(eq(account.id, approver.accountId));
			expect((await deputyAt(now)).grants).toHaveLength(1);
		}));

	it('hands on no longer than they hold the role themselves', () =>
		rolledBack(handle(), async (database) => {
			const { approver, deputyAt, submit, decide, input, commune, provinceId, reporter } =
				await setUp(database);
			const chief = await makeAccount(database, 'chief', 'administrator', provinceId);
			await addDelegation(database, approver, input, now);
			await submit(reporter);
			await grantRole(database, chief, 'duyet', { role: 'administrator', unitId: commune.id });
			expect((await deputyAt(now)).grants).toHaveLength(2);
			await withdrawRole(database, chief, 'duyet', { role: 'approver', unitId: commune.id });
			expect((await deputyAt(now)).grants).toHaveLength(2);
			await grantRole(database, chief, 'duyet', { role: 'viewer', unitId: commune.id });
			await withdrawRole(database, chief, 'duyet', { role: 'administrator', unitId: commune.id });
			expect((await deputyAt(now)).grants).toHaveLength(1);
			expect(await decide(await deputyAt(now))).toBe('notYourUnit');
		}));

	it('is stood in for by nobody who has left', () =>
		rolledBack(handle(), async (database) => {
			const { approver, deputyAt, input, commune, other, provinceId } = await setUp(database);
			const chief = await makeAccount(database, 'chief', 'administrator', provinceId);
			const here = { role: 'reporter', unitId: commune.id } as const;
			await addDelegation(database, approver, input, now);
			await grantRole(database, chief, 'pho', { role: 'viewer', unitId: provinceId });
			await withdrawRole(database, chief, 'pho', here, now);
			expect((await deputyAt(now)).grants).toHaveLength(2);
			await grantRole(database, chief, 'pho', { role: 'reporter', unitId: other.id });
			await withdrawRole(database, chief, 'pho', { role: 'viewer', unitId: provinceId }, now);
			expect((await deputyAt(now)).grants).toEqual([{ role: 'reporter', unitId: other.id }]);
			expect(await listDelegations(database, approver, now)).toMatchObject([{ state: 'revoked' }]);
		}));

	it('is stood in for by people who show a second factor, as they do, and not by programs', () =>
		rolledBack(handle(), async (database) => {
			const { approver, deputy, input } = await setUp(database);
			const begun = { accountId: deputy.accountId, userAgent: '', replaces: null, now };
			const open = async (secondStep: boolean) =>
				hashSecret(await startSession(database, { ...begun, secondStep }));
			const [plain, proven] = [await open(false), await open(true)];
			const { token } = await addToken(database, null, 'pho', 'máy');
			const valid = async (given: { now: Date; requireSecondFactor?: boolean }) =>
				[...(await sessionIsValid(database, [plain, proven], given)).keys()].sort();
			const id = await addDelegation(database, approver, input, now);
			expect(await needsSecondFactor(database, deputy.accountId, now)).toBe(true);
			expect(await valid({ now })).toEqual([proven]);
			expect(await valid({ now, requireSecondFactor: false })).toEqual([plain, proven].sort());
			const program = await actorOfBearer(database, `Bearer ${token}`, now);
			expect(program?.grants.map(({ role }) => role)).toEqual(['reporter']);
			await revokeDelegation(database, approver, id, now);
			expect(await needsSecondFactor(database, deputy.accountId, now)).toBe(false);
			expect(await valid({ now })).toEqual([plain, proven].sort());
		}));

	it('gives away only what is theirs, to those who work there or above, for a while', () =>
		rolledBack(handle(), async (database) => {
			const { approver, deputy, deputyAt, input, other } = await setUp(database);
			const stranger = await makeAccount(database, 'la', 'approver', other.id);
			const refused = (given: object, actor = approver) =>
				expect(addDelegation(database, actor, { ...input, ...given }, now)).rejects.toThrow();
			await refused({ toAccountId: String(stranger.accountId) });
			await refused({ unitId: String(other.id) });
			await refused({ toAccountId: String(approver.accountId) });
			await refused({ lastDay: '2026-10-19' });
			await refused({ lastDay: '2027-10-19' });
			await refused({ reason: '' });
			await refused({}, deputy);
			await addDelegation(database, approver, input, now);
			// What is lent can't be lent on.
			const third = await makeAccount(
				database,
				'ba',
				'viewer',
				input.unitId ? Number(input.unitId) : 0,
			);
			await refused({ toAccountId: String(third.accountId) }, await deputyAt(now));
		}));
});
