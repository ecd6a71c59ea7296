import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { addDelegation } from '../../src/lib/accounts/delegations/add-delegation.server';
import { issueLinks } from '../../src/lib/accounts/leaders/issue-links.server';
import { addToken } from '../../src/lib/accounts/tokens/add-token.server';
import { addMaterial } from '../../src/lib/library/add.server';
import { draftReport } from '../../src/lib/papers/official/draft-report.server';
import { submitReports } from '../../src/lib/reports/intake/submit.server';
import { ensurePeriods } from '../../src/lib/reports/periods/periods.server';
import { decideReports } from '../../src/lib/reports/review/decide.server';
import { readReport } from '../../src/lib/reports/review/read-report.server';
import { readReceipt } from '../../src/lib/reports/review/receipt.server';
import { readRollUp } from '../../src/lib/reports/roll-up/read-roll-up.server';
import { readStatus } from '../../src/lib/reports/status/status.server';
import type { Database } from '../../src/lib/server/db/client';
import {
	account,
	reportUpload,
	signInLink,
	teamImport,
	teamMerger,
} from '../../src/lib/server/db/schema';
import { ExpectedError } from '../../src/lib/server/errors';
import { mergeTeams } from '../../src/lib/teams/merger/merge-teams.server';
import { addPaper } from '../../src/lib/teams/papers/papers.server';
import { addRule } from '../../src/lib/teams/rules/save-rule.server';
import { addUnit } from './accounts';
import { makeAccount, reportOf } from './province';
import { setUpTeams } from './teams';
import { describeDatabase, rolledBack } from '.';
import { absent, chosen, day, hidden, now, paper, type Registered } from './registers';

/** Of a refusal: its status and words, whatever was named aside. */
async function refusalOf(asked: Promise<unknown>, of: Registered) {
	const refusal: unknown = await asked.then(
		() => 'answered',
		(thrown: unknown) => thrown,
	);
	if (!(refusal instanceof ExpectedError)) throw new Error(`Not refused: ${String(refusal)}`);
	const named = [of.account, of.import, of.upload];
	const told = named.reduce((text, name) => text.replaceAll(name, '…'), refusal.message);
	return `${refusal.status} ${told.replace(/\d+/g, '…')}`;
}

/** Of a province where everything is registered that can be, and two outsiders' means to ask. */
async function setUp(database: Database) {
	const { officer, village, second, provinceId, countryId, first, other, people, merge, ...scene } =
		await setUpTeams(database);
	const leader = await makeAccount(database, 'thon.mot', 'reporter', village.id);
	const reporter = await makeAccount(database, 'clerk', 'reporter', scene.commune.id);
	const [link] = await issueLinks(database, reporter, ['thon.mot'], now);
	const paperId = await addPaper(database, officer, first, paper, null);
	const material = { title: 'Nộp hồ sơ', description: '', skill: 1, level: 'beginner' };
	const materialId = await addMaterial(
		database,
		scene.approver,
		{ ...material, unitId: provinceId, language: 'vi', link: 'https://example.vn/1' },
		{ file: null, now },
	);
	const rule = {
		...{ level: 'village', kinds: ['cnscd'], validFrom: '2022-05-01', unitId: provinceId },
		...{ demand: { type: 'size', least: 3, most: null }, document: 'Hướng dẫn', clause: 'mục 1' },
		...{ wordingVi: 'Ít nhất ba người.', wordingEn: 'At least three people.' },
	};
	const ruleId = await addRule(database, scene.administrator, rule);
	const { id: token } = await addToken(database, null, 'thon.mot', 'máy nhập');
	await makeAccount(database, 'deputy', 'viewer', scene.commune.id);
	const [deputy] = await database.select().from(account).where(eq(account.name, 'deputy'));
	const accountId = deputy?.id ?? 0;
	const lent = { toAccountId: String(accountId), unitId: String(scene.commune.id) };
	const delegated = await addDelegation(
		database,
		officer,
		{ ...lent, firstDay: day, lastDay: day, reason: 'đi công tác' },
		now,
	);
	const kept = { accountId: officer.accountId, createdAt: now };
	const [imported, uploaded] = ['a'.repeat(32), 'b'.repeat(32)];
	await database
		.insert(teamImport)
		.values({ ...kept, id: imported, kind: 'appendix', day, totals: [] });
	await database.insert(reportUpload).values({ ...kept, id: uploaded });
	await mergeTeams(database, officer, merge, now);
	const [merger] = await database.select().from(teamMerger);
	const [open] = await database.select().from(signInLink);
	if (!link || !merger || !open) throw new Error('All of that was stored.');
	const registered: Registered = {
		...{ team: first, other, unit: village.id, member: people[0] ?? 0, paper: paperId },
		...{ merger: merger.id, rule: ruleId, material: materialId, import: imported },
		...{ upload: uploaded, token, link: open.id, delegation: delegated },
		...{ account: leader.name, accountId },
	};
	return {
		...scene,
		registered,
		village,
		second,
		elsewhere: await addUnit(database, '97', 'province', countryId),
	};
}

const roles = ['reporter', 'approver', 'administrator'] as const;

describeDatabase('what is registered elsewhere answers like what is not there', (handle) => {
	it.each(Object.entries(hidden))('%s', (_, verbs) =>
		rolledBack(handle(), async (database) => {
			const { registered, elsewhere: own } = await setUp(database);
			for (const role of roles) {
				const actor = await makeAccount(database, `outside-${role}`, role, own);
				const asking = { database, actor, own };
				for (const [name, ask] of Object.entries(verbs)) {
					const told = await refusalOf(ask(asking, registered), registered);
					expect(told, `${name} by ${role}`).toMatch(/^404 /);
					expect(told, `${name} by ${role}`).toBe(await refusalOf(ask(asking, absent), absent));
				}
			}
		}),
	);

	it('what is chosen in a form', () =>
		rolledBack(handle(), async (database) => {
			const { registered, elsewhere: own } = await setUp(database);
			for (const role of roles) {
				const actor = await makeAccount(database, `outside-${role}`, role, own);
				const asking = { database, actor, own };
				for (const [name, ask] of Object.entries(chosen)) {
					const told = await refusalOf(ask(asking, registered), registered);
					expect(told, `${name} by ${role}`).toBe(await refusalOf(ask(asking, absent), absent));
				}
			}
		}));

	// Units and their codes are public, on the map and in the open data: so a page that is addressed by
	// one says "not yours" (403), which tells more than "not there". Whether anything was reported under
	// that code is not public, and both answer alike.
	it('whether a unit has reported, though the unit itself is public', () =>
		rolledBack(handle(), async (database) => {
			const { village, second, reporter, elsewhere } = await setUp(database);
			const period = '2026-10';
			await ensurePeriods(database, [period]);
			const channel = { channel: 'api', now } as const;
			const [sent] = await submitReports(
				database,
				reporter,
				[reportOf(village.code, period, 60, 100)],
				channel,
			);
			expect(sent?.status).toBe('accepted');
			for (const role of roles) {
				const actor = await makeAccount(database, `outside-${role}`, role, elsewhere);
				const told = async (unit: string) => {
					const report = { unit, period };
					const status = { ...report, at: undefined, search: '', filter: 'all', now } as const;
					const decision = { ...report, revision: 1, decision: 'approve', comment: '' } as const;
					const pages = [
						() => readReport(database, actor, report),
						() => readReceipt(database, actor, report, 1),
						() => readRollUp(database, actor, report, now),
						() => readStatus(database, actor, status),
						() => draftReport(database, actor, { unit, span: period, basis: 'approved' }),
					];
					const refusals = [];
					for (const page of pages)
						refusals.push((await refusalOf(page(), absent)).replaceAll(unit, '…'));
					const [decided] = await decideReports(database, actor, [decision], now);
					return { refusals, decided: { ...decided, unit: '…' } };
				};
				const ofReported = await told(village.code);
				expect(ofReported).toEqual(await told(second.code));
				for (const refusal of ofReported.refusals) expect(refusal).toMatch(/^403 /);
				expect(ofReported.decided).toMatchObject({ reason: 'notYourUnit' });
			}
		}));
});
