import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../../tests/database';
import { makeAccount, makeProvince, reportOf } from '../../../../tests/database/province';
import { addLeader } from '../../accounts/leaders/add-leader.server';
import { changePassword } from '../../accounts/sign-in/change-password.server';
import { addDelegation } from '../../accounts/delegations/add-delegation.server';
import { issueLinks } from '../../accounts/leaders/issue-links.server';
import { hashSecret } from '../../accounts/secret.server';
import { sessionIsValid } from '../../accounts/sessions/session-is-valid.server';
import { GuessLimiter } from '../../accounts/sign-in/guess-limiter.server';
import { LinkLimiter } from '../../accounts/sign-in/link-limiter.server';
import { signInByLink } from '../../accounts/sign-in/sign-in-by-link.server';
import { signIn } from '../../accounts/sign-in/sign-in.server';
import type { Actor } from '../../contracts/accounts';
import { syncCatalogue } from '../../indicators/sync.server';
import type { Database } from '../../server/db/client';
import { roleGrant, session } from '../../server/db/schema';
import { decideReports } from './decide.server';
import { readDecision } from './read-decision.server';
import { readQueue } from './read-queue.server';
import { readReport } from './read-report.server';
import { submitReports } from '../intake/submit.server';

const now = new Date('2026-10-20T03:00:00Z');
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const month = '2026-10';
const visit = {
	address: '192.0.2.1',
	userAgent: 'test',
	replaces: null,
	requireSecondFactor: true,
};

/** An officer who reports for a commune and approves there, and a leader's account of their making. */
async function setUp(database: Database) {
	await syncCatalogue(database);
	const province = await makeProvince(database, { communes: 1, villages: 1 });
	const [commune] = province.communes;
	const [village] = commune?.villages ?? [];
	if (!commune || !village) throw new Error('The province has a village.');
	const reporter = await makeAccount(database, 'officer', 'reporter', commune.id);
	const approving = { role: 'approver', unitId: commune.id } as const;
	await database.insert(roleGrant).values({ accountId: reporter.accountId, ...approving });
	const officer: Actor = { ...reporter, grants: [...reporter.grants, approving] };
	const leader = await addLeader(database, officer, {
		displayName: 'Tổ thôn 1',
		unitId: village.id,
	});
	const actorOf = async (token: string) => {
		const hash = hashSecret(token);
		const actor = (await sessionIsValid(database, [hash], { now })).get(hash);
		if (!actor) throw new Error('The session holds.');
		return actor;
	};
	const enterByLinkOf = async (issuer: Actor) => {
		const [issued] = await issueLinks(database, issuer, [leader], now);
		const given = { ...visit, code: issued?.code ?? '' };
		const entered = await signInByLink(database, given, { limiter: new LinkLimiter(), now });
		if (!entered.ok) throw new Error('The code is right.');
		return actorOf(entered.token);
	};
	const submit = (actor: Actor) =>
		submitReports(database, actor, [reportOf(village.code, month, 10, 100)], {
			channel: 'form',
			now: later(60),
		});
	const decide = async (actor: Actor, revision = 1) => {
		const request = {
			unit: village.code,
			period: month,
			decision: 'approve',
			comment: '',
		} as const;
		const [result] = await decideReports(database, actor, [{ ...request, revision }], later(120));
		return result?.status === 'refused' ? result.reason : result?.status;
	};
	return { ...province, commune, village, officer, leader, actorOf, enterByLinkOf, submit, decide };
}

describeDatabase('what was entered by a link', (handle) => {
	it('is not approved by whoever handed the link out, nor in their name', () =>
		rolledBack(handle(), async (database) => {
			const scene = await setUp(database);
			const { officer, approver, commune, village, decide } = scene;
			await scene.submit(await scene.enterByLinkOf(officer));
			expect(await decide(officer)).toBe('ownLink');
			const deputy = await makeAccount(database, 'deputy', 'viewer', commune.id);
			const input = {
				toAccountId: String(deputy.accountId),
				unitId: String(commune.id),
				firstDay: '2026-10-20',
				lastDay: '2026-10-22',
				reason: 'đi công tác',
			};
			await addDelegation(database, officer, input, now);
			const lent = { role: 'approver', unitId: commune.id, onBehalfOf: officer.accountId } as const;
			expect(await decide({ ...deputy, grants: [...deputy.grants, lent] })).toBe('ownLink');
			const seenBy = async (actor: Actor) => {
				const everything = { period: null, page: 1, pageSize: 10 };
				const queue = await readQueue(database, actor, everything, now);
				const codes = { unit: village.code, period: month };
				const report = await readReport(database, actor, codes, now);
				const decision = await readDecision(database, actor, report, now);
				return [queue?.reports.length, decision?.barred];
			};
			expect(await seenBy(officer)).toEqual([0, 'ownLink']);
			expect(await seenBy(approver)).toEqual([1, null]);
			expect(await decide(approver)).toBe('done');
		}));

	it('stays so when a password was set by that link, and when others hand out newer ones', () =>
		rolledBack(handle(), async (database) => {
			const { officer, reporter, leader, actorOf, enterByLinkOf, submit, decide } =
				await setUp(database);
			const entered = await enterByLinkOf(officer);
			const password = 'một câu khác đủ dài';
			const change = { current: '', next: password, repeated: password };
			const limiter = new GuessLimiter('password');
			const [begun] = await database.select().from(session);
			await changePassword(
				database,
				entered,
				{ ...change, address: visit.address, sessionHash: begun?.tokenHash ?? '' },
				{ limiter, now },
			);
			await enterByLinkOf(reporter);
			const again = await signIn(database, { ...visit, name: leader, password }, { limiter, now });
			await submit(await actorOf(again.ok ? again.token : ''));
			expect(await decide(officer)).toBe('ownLink');
		}));

	it('is approved by them where their link was never used', () =>
		rolledBack(handle(), async (database) => {
			const { officer, reporter, leader, enterByLinkOf, submit, decide } = await setUp(database);
			await issueLinks(database, officer, [leader], now);
			await submit(await enterByLinkOf(reporter));
			expect(await decide(officer)).toBe('done');
		}));
});
