import { expect, it } from 'vitest';
import { addAccount } from '../../src/lib/accounts/administration/add-account.server';
import { resetAccount } from '../../src/lib/accounts/administration/reset-account.server';
import { issueLinks } from '../../src/lib/accounts/leaders/issue-links.server';
import { resetSecondFactor } from '../../src/lib/accounts/second-factor/reset-second-factor.server';
import { newAppSecret } from '../../src/lib/accounts/second-factor/second-factor.server';
import { hashSecret } from '../../src/lib/accounts/secret.server';
import { choosePassword } from '../../src/lib/accounts/sign-in/choose-password.server';
import { signInByLink } from '../../src/lib/accounts/sign-in/sign-in-by-link.server';
import { signIn } from '../../src/lib/accounts/sign-in/sign-in.server';
import { addToken } from '../../src/lib/accounts/tokens/add-token.server';
import { revokeToken } from '../../src/lib/accounts/tokens/revoke-token.server';
import type { Actor } from '../../src/lib/contracts/accounts';
import type { DecidingAction } from '../../src/lib/contracts/audit/actions';
import { syncCatalogue } from '../../src/lib/indicators/sync.server';
import { answerFinding, returnFinding } from '../../src/lib/plans/inspections/answer.server';
import { readInspection } from '../../src/lib/plans/inspections/read.server';
import { recordInspection } from '../../src/lib/plans/inspections/record.server';
import { addPhoto } from '../../src/lib/practices/photos.server';
import { reviewPractice } from '../../src/lib/practices/review.server';
import { writePractice } from '../../src/lib/practices/write.server';
import { submitReports } from '../../src/lib/reports/intake/submit.server';
import { decideReports } from '../../src/lib/reports/review/decide.server';
import { readRollUp } from '../../src/lib/reports/roll-up/read-roll-up.server';
import { submitRollUp } from '../../src/lib/reports/roll-up/submit-roll-up.server';
import type { Database } from '../../src/lib/server/db/client';
import { secondFactor } from '../../src/lib/server/db/schema';
import { answerTicket } from '../../src/lib/tickets/answer.server';
import { raiseTicket } from '../../src/lib/tickets/raise.server';
import { pixel } from '../fixtures/pixel';
import { describeDatabase, rolledBack } from '.';
import { makeAccount, makeProvince, reportOf } from './province';

const now = new Date('2026-10-20T03:00:00Z');
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const month = '2026-10';
const visit = { address: '192.0.2.1', userAgent: 'test', replaces: null };
const given = 'mật khẩu do người khác đặt';
const own = 'mật khẩu chỉ mình biết';

/** An administrator of a commune, and the account of a reporter in it. */
async function setUp(database: Database) {
	await syncCatalogue(database);
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

/** Ends the first sign-in with a password that somebody else made. */
async function takeOver({ database }: Scene, name: string): Promise<void> {
	const typed = { ...visit, name, password: given, requireSecondFactor: true };
	const step = await signIn(database, typed, { now: later(200) });
	if (!step.ok || step.kind !== 'newPassword') throw new Error('It asks for another password.');
	const stepHash = hashSecret(step.token);
	const choice = { ...visit, stepHash, next: own, repeated: own, requireSecondFactor: true };
	const taken = await choosePassword(database, choice, later(210));
	if (!taken.ok) throw new Error(taken.fault);
}

/** How the chief comes to know a credential of the account, and how its owner gets rid of that. */
const paths: Record<
	string,
	(scene: Scene) => Promise<{ by: Actor; takeOver: () => Promise<void> }>
> = {
	'the password of a new account': async (scene) => {
		const grants = [{ role: 'reporter', unitId: scene.village.id } as const];
		const made = { name: 'author', displayName: 'Author', password: given, grants };
		const accountId = await addAccount(scene.database, scene.chief, made, now);
		const by = { accountId, name: 'author', displayName: 'Author', grants };
		return { by, takeOver: () => takeOver(scene, 'author') };
	},
	'a password that was reset': async (scene) => {
		const by = await author(scene);
		await resetAccount(scene.database, scene.chief, 'author', given, { now });
		return { by, takeOver: () => takeOver(scene, 'author') };
	},
	'a sign-in link': async (scene) => {
		const { database, chief } = scene;
		const by = await author(scene);
		const [issued] = await issueLinks(database, chief, ['author'], now);
		const used = { ...visit, code: issued?.code ?? '', requireSecondFactor: true };
		if (!(await signInByLink(database, used, { now })).ok) throw new Error('The code is right.');
		return {
			by,
			takeOver: async () => {
				await resetAccount(database, null, 'author', given, { now: later(190) });
				await takeOver(scene, 'author');
			},
		};
	},
	'a second factor that was reset': async (scene) => {
		const { database, chief } = scene;
		const by = await author(scene);
		await database
			.insert(secondFactor)
			.values({ accountId: by.accountId, secret: newAppSecret(), confirmedAt: now, lastStep: 0 });
		await resetSecondFactor(database, chief, 'author', now);
		return {
			by,
			takeOver: async () => {
				await resetAccount(database, null, 'author', given, { now: later(190) });
				await takeOver(scene, 'author');
			},
		};
	},
	'an API token': async (scene) => {
		const { database, chief } = scene;
		const by = await author(scene);
		const { id } = await addToken(database, chief, 'author', 'máy', now);
		return { by, takeOver: () => revokeToken(database, null, id, later(200)) };
	},
	'a credential of whoever handed one out': async (scene) => {
		const { database, chief } = scene;
		const middle = await makeAccount(database, 'middle', 'administrator', scene.commune.id);
		await resetAccount(database, chief, 'middle', given, { now });
		const by = await author(scene);
		await resetAccount(database, middle, 'author', given, { now: later(5) });
		return { by, takeOver: () => takeOver(scene, 'author') };
	},
};

/** Puts something in as the account at a moment; answers how to decide on it, and whether that was done. */
const decisions: Record<
	string,
	(
		scene: Scene,
		by: Actor,
		at: Date,
	) => Promise<(decider: Actor, decidedAt: Date) => Promise<boolean>>
> = {
	...Object.fromEntries(
		(['approve', 'return'] as const).map((decision) => [
			`${decision} a report`,
			async ({ database, village }: Scene, by: Actor, at: Date) => {
				const channel = { channel: 'form', now: at } as const;
				await submitReports(database, by, [reportOf(village.code, month, 10, 100)], channel);
				return async (decider: Actor, decidedAt: Date) => {
					const request = { unit: village.code, period: month, decision, comment: 'xem lại nhé' };
					const revisions = [1, 2].map((revision) => ({ ...request, revision }));
					const results = await decideReports(database, decider, revisions, decidedAt);
					return results.some(({ status }) => status === 'done');
				};
			},
		]),
	),
	'approve a roll-up': async ({ database, village, commune }, by, at) => {
		const channel = { channel: 'form', now: at } as const;
		await submitReports(database, by, [reportOf(village.code, month, 10, 100)], channel);
		const codes = { unit: commune.code, period: month };
		const sum = await makeAccount(database, `sum${at.getTime()}`, 'reporter', commune.id);
		const { basis, sum: summed } = await readRollUp(database, sum, codes, at);
		const result = await submitRollUp(database, sum, codes, { basis, ...summed.entered }, at);
		if ('problems' in result) throw new Error(JSON.stringify(result));
		return async (decider, decidedAt) => {
			const request = { ...codes, decision: 'approve', comment: '' } as const;
			const revisions = [1, 2].map((revision) => ({ ...request, revision }));
			const results = await decideReports(database, decider, revisions, decidedAt);
			return results.some(({ status }) => status === 'done');
		};
	},
	'publish a practice': async ({ database, village }, by, at) => {
		const text = 'Tổ ngồi cùng các sạp hàng, in mã QR và tập cho từng người bán, từng người mua.';
		const practice = { title: 'Chợ không tiền mặt', skill: 3, doing: text, result: text };
		const id = await writePractice(database, by, { ...practice, unitId: village.id }, at);
		const review = { decision: 'published', comment: '', namesNobody: true };
		return (decider, decidedAt) => taken(reviewPractice(database, decider, id, review, decidedAt));
	},
	'return a practice': async ({ database, village }, by, at) => {
		const text = 'Tổ ngồi cùng các sạp hàng, in mã QR và tập cho từng người bán, từng người mua.';
		const practice = { title: 'Chợ không tiền mặt', skill: 3, doing: text, result: text };
		const id = await writePractice(database, by, { ...practice, unitId: village.id }, at);
		const review = { decision: 'returned', comment: 'Viết rõ hơn kết quả.', namesNobody: true };
		return (decider, decidedAt) => taken(reviewPractice(database, decider, id, review, decidedAt));
	},
	'give back what was answered to an inspection': async (scene, by, at) => {
		const { database, village, commune } = scene;
		const looked = { unitId: commune.id, inspected: village.code, heldOn: '2026-10-01' };
		const found = {
			inspectors: 'Ủy ban nhân dân xã',
			subject: 'Hoạt động của tổ',
			conclusion: 'Thiếu hồ sơ',
		};
		const findings = [{ what: 'Lập danh sách', mendBy: '2026-10-10' }];
		const id = await recordInspection(database, scene.other, { ...looked, ...found, findings }, at);
		const [finding] = (await readInspection(database, by, id, at)).list;
		const findingId = finding?.id;
		const answer = { findingId, mendedOn: '2026-10-05', answer: 'Đã lập danh sách' };
		await answerFinding(database, by, id, answer, at);
		const back = { findingId, reason: 'Danh sách chưa đủ' };
		return async (decider, decidedAt) => {
			const offered = (await readInspection(database, decider, id, decidedAt)).list[0]?.mayReturn;
			const done = await taken(returnFinding(database, decider, id, back, decidedAt));
			expect(offered).toBe(done);
			return done;
		};
	},
	'publish a practice with their photo': async ({ database, village }, by, at) => {
		const text = 'Tổ ngồi cùng các sạp hàng, in mã QR và tập cho từng người bán, từng người mua.';
		const practice = { title: 'Chợ không tiền mặt', skill: 3, doing: text, result: text };
		const writer = await makeAccount(database, `writer${at.getTime()}`, 'reporter', village.id);
		const id = await writePractice(database, writer, { ...practice, unitId: village.id }, at);
		const input = { description: 'Sạp hàng', withoutFaces: true };
		await addPhoto(database, by, id, {
			photo: new File([Buffer.from(pixel, 'base64')], 'anh.png'),
			input,
			now: at,
		});
		const review = { decision: 'published', comment: '', namesNobody: true };
		return (decider, decidedAt) => taken(reviewPractice(database, decider, id, review, decidedAt));
	},
	'answer a ticket': async ({ database, village }, by, at) => {
		const ticket = { kind: 'difficulty', category: 'wifi', text: 'Nhà văn hoá chưa có wifi.' };
		const id = await raiseTicket(database, by, { ...ticket, unitId: village.id }, at);
		const answer = { text: 'Sẽ lắp trong tháng này.' };
		return (decider, decidedAt) => taken(answerTicket(database, decider, id, answer, decidedAt));
	},
};

/** By which rows, here or of `separation-awards.test.ts`, each deciding action is tried. */
const tried: Record<DecidingAction, readonly string[] | 'awards'> = {
	'report.approve': ['approve a report', 'approve a roll-up'],
	'report.return': ['return a report'],
	'practice.publish': ['publish a practice', 'publish a practice with their photo'],
	'practice.return': ['return a practice'],
	'ticket.answer': ['answer a ticket'],
	'inspection.return': ['give back what was answered to an inspection'],
	'season.forceCriteria': 'awards',
	'award.typeDice': 'awards',
	'nomination.return': 'awards',
	'nomination.complete': 'awards',
	'nomination.list': 'awards',
	'nomination.decide': 'awards',
	'council.conflictDismissed': 'awards',
	'council.reviewGiven': 'awards',
	'council.writtenBallot': 'awards',
	'council.ballot': 'awards',
};

const taken = (step: Promise<unknown>) =>
	step.then(
		() => true,
		() => false,
	);

describeDatabase('what came through an account', (handle) => {
	const table = Object.keys(paths).flatMap((path) =>
		Object.keys(decisions).map((decision) => [path, decision] as const),
	);
	it.each(table)('is not decided on by whoever knew %s: %s', (path, decision) =>
		rolledBack(handle(), async (database) => {
			const scene = { ...(await setUp(database)), database };
			const { by, takeOver: end } = (await paths[path]?.(scene)) ?? {
				by: scene.other,
				takeOver: null,
			};
			const put = decisions[decision];
			if (!put || !end) throw new Error('The table names both.');
			const decide = await put(scene, by, later(60));
			expect(await decide(scene.chief, later(70))).toBe(false);
			await end();
			expect(await decide(scene.chief, later(300))).toBe(false);
			const again = await put(scene, by, later(310));
			expect(await again(scene.chief, later(320))).toBe(true);
		}),
	);

	it('is tried for each action that decides', () => {
		const rows = Object.values(tried).flatMap((by) => (by === 'awards' ? [] : by));
		expect(rows.sort()).toEqual(Object.keys(decisions).sort());
	});

	it.each(Object.keys(decisions))('is decided on by others: %s', (decision) =>
		rolledBack(handle(), async (database) => {
			const scene = { ...(await setUp(database)), database };
			const made = await paths['a password that was reset']?.(scene);
			const decide = await decisions[decision]?.(scene, made?.by ?? scene.chief, later(60));
			expect(await decide?.(scene.other, later(70))).toBe(true);
		}),
	);

	it('is not decided on through an account whose credential its author knows', () =>
		rolledBack(handle(), async (database) => {
			const scene = { ...(await setUp(database)), database };
			const decide = await decisions['approve a report']?.(scene, scene.chief, later(60));
			await resetAccount(database, scene.chief, 'other', given, { now: later(70) });
			expect(await decide?.(scene.other, later(80))).toBe(false);
		}));
});
