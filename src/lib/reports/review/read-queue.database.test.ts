import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../../tests/database';
import { makeAccount, makeProvince, reportOf } from '../../../../tests/database/province';
import type { Actor } from '../../contracts/accounts';
import { syncCatalogue } from '../../indicators/sync.server';
import type { Database } from '../../server/db/client';
import { householdRegister, roleGrant } from '../../server/db/schema';
import { submitReports } from '../intake/submit.server';
import { explainRegister } from '../register/explain.server';
import { approveChosen } from './decide-by-form.server';
import { decideReports } from './decide.server';
import { readDecision } from './read-decision.server';
import { countQueue, readQueue } from './read-queue.server';
import { readReport } from './read-report.server';

const now = new Date('2026-10-29T03:00:00Z');
const inOctober = new Date('2026-10-20T03:00:00Z');
const inSeptember = new Date('2026-09-20T03:00:00Z');

async function setUp(database: Database) {
	await syncCatalogue(database);
	const province = await makeProvince(database, { communes: 2, villages: 3 });
	const [first = [], second = []] = province.communes.map(({ villages }) => villages);
	const submit = (actor: Actor, reports: readonly unknown[], at: Date) =>
		submitReports(database, actor, reports, { channel: 'api', now: at });
	const read = (actor: Actor, asked: { period?: string; page?: number; pageSize?: number } = {}) =>
		readQueue(database, actor, { period: null, page: 1, pageSize: 50, ...asked }, now);
	const waitingFor = async (actor: Actor) =>
		((await read(actor))?.reports ?? []).map(({ code, period }) => `${code}@${period.code}`);
	const decide = (actor: Actor, unit: string, period: string, revision = 1) =>
		decideReports(
			database,
			actor,
			[{ unit, period, revision, decision: 'approve', comment: '' }],
			now,
		);
	return { ...province, first, second, submit, read, waitingFor, decide };
}

const codeOf = (units: readonly { code: string }[], index: number): string => {
	const unit = units[index];
	if (!unit) throw new Error('The province has more villages.');
	return unit.code;
};

describeDatabase('the queue of an approver', (handle) => {
	it('spans all periods, the oldest first, and is narrowed to one', () =>
		rolledBack(handle(), async (database) => {
			const { first, reporter, approver, submit, read, waitingFor, decide } = await setUp(database);
			const [a, b] = [codeOf(first, 0), codeOf(first, 1)];
			await submit(reporter, [reportOf(a, '2026-10', 20, 100)], inOctober);
			await submit(reporter, [reportOf(b, '2026-09', 10, 100)], now);
			await submit(reporter, [reportOf(a, '2026-09', 10, 100)], inSeptember);
			expect(await waitingFor(approver)).toEqual([`${a}@2026-09`, `${b}@2026-09`, `${a}@2026-10`]);
			const october = await read(approver, { period: '2026-10' });
			expect(october?.reports.map(({ period }) => period.code)).toEqual(['2026-10']);
			expect(october).toMatchObject({ found: 1, total: 3, page: 1, pages: 1 });
			expect(october?.periods.map(({ code, count }) => [code, count])).toEqual([
				['2026-09', 2],
				['2026-10', 1],
			]);
			await decide(approver, a, '2026-09');
			expect(await countQueue(database, approver, now)).toBe(2);
			expect(await read(reporter)).toBeNull();
			expect(await countQueue(database, reporter, now)).toBe(0);
		}));

	it('says share, change, lateness, register and warnings of each', () =>
		rolledBack(handle(), async (database) => {
			const { first, provinceId, reporter, approver, submit, read } = await setUp(database);
			const [early, late] = [codeOf(first, 0), codeOf(first, 1)];
			await database.insert(householdRegister).values([
				{ unitId: first[0]?.id ?? 0, year: 2026, households: 120, source: 'thử' },
				{ unitId: first[1]?.id ?? 0, year: 2026, households: 90, source: 'thử' },
			]);
			await submit(reporter, [reportOf(early, '2026-09', 43, 100)], inSeptember);
			await submit(reporter, [reportOf(early, '2026-10', 47, 103)], inOctober);
			await submit(reporter, [reportOf(late, '2026-10', 91, 95)], now);
			const october = await read(approver, { period: '2026-10' });
			expect(october?.reports).toMatchObject([
				{
					code: early,
					onTime: true,
					share: { able: 47, households: 103, share: 47 / 103 },
					earlier: { period: '2026-09', share: 0.43 },
					register: 120,
					warnings: [],
					isClear: true,
				},
				{ code: late, onTime: false, earlier: null, register: 90, warnings: [], isClear: false },
			]);
			await explainRegister(
				database,
				await makeAccount(database, 'admin', 'administrator', provinceId),
				first[1]?.id ?? 0,
				{ households: '95', reason: 'Khu dân cư mới' },
				now,
			);
			expect((await read(approver, { period: '2026-10' }))?.reports[1]).toMatchObject({
				...{ code: late, register: 90, explained: 95, isClear: true },
			});
			const leap = reportOf(early, '2026-10', 100, 103);
			await submit(reporter, [{ ...leap, basedOn: 1 }], now);
			const odd = (await read(approver, { period: '2026-10' }))?.reports.find(
				({ code }) => code === early,
			);
			expect(odd).toMatchObject({ revision: 2, onTime: true, isClear: false });
			expect(odd?.warnings.map(({ rule }) => rule)).toContain('jump');
		}));

	it('goes on page by page without leaving any out, also past its end', () =>
		rolledBack(handle(), async (database) => {
			const { first, second, reporter, approver, submit, read, waitingFor } = await setUp(database);
			const villages = [...first, ...second];
			await submit(
				reporter,
				villages.map(({ code }) => reportOf(code, '2026-10', 60, 100)),
				inOctober,
			);
			const pages = await Promise.all(
				[1, 2, 3].map((page) => read(approver, { page, pageSize: 4 })),
			);
			expect(pages.map((queue) => [queue?.page, queue?.pages, queue?.reports.length])).toEqual([
				[1, 2, 4],
				[2, 2, 2],
				[2, 2, 2],
			]);
			const codes = pages.slice(0, 2).flatMap((queue) => queue?.reports ?? []);
			expect(codes.map(({ code }) => `${code}@2026-10`)).toEqual(await waitingFor(approver));
			expect(new Set(codes.map(({ code }) => code)).size).toBe(6);
		}));

	it('holds nothing that the actor entered, nor, through a lent role, what its owner entered', () =>
		rolledBack(handle(), async (database) => {
			const scene = await setUp(database);
			const { communes, first, reporter, submit, waitingFor, decide } = scene;
			const communeId = communes[0]?.id ?? 0;
			const [ofOfficer, ofDeputy, ofReporter] = [0, 1, 2].map((index) => codeOf(first, index));
			const both = async (name: string) => {
				const account = await makeAccount(database, name, 'reporter', communeId);
				const approving = { role: 'approver', unitId: communeId } as const;
				await database.insert(roleGrant).values({ accountId: account.accountId, ...approving });
				return { ...account, grants: [...account.grants, approving] };
			};
			const officer = await both('officer');
			const deputy = await makeAccount(database, 'deputy', 'reporter', communeId);
			const lent = { role: 'approver', unitId: communeId, onBehalfOf: officer.accountId } as const;
			const standingIn = { ...deputy, grants: [...deputy.grants, lent] };
			await submit(officer, [reportOf(ofOfficer ?? '', '2026-10', 60, 100)], inOctober);
			await submit(deputy, [reportOf(ofDeputy ?? '', '2026-10', 60, 100)], inOctober);
			await submit(reporter, [reportOf(ofReporter ?? '', '2026-10', 60, 100)], inOctober);
			expect(await waitingFor(officer)).toEqual(
				[ofDeputy, ofReporter].map((code) => `${code}@2026-10`),
			);
			expect(await waitingFor(standingIn)).toEqual([`${ofReporter}@2026-10`]);
			// What the queue leaves out is what a decision refuses, and what the page says.
			for (const [unit = '', reason] of [[ofOfficer], [ofDeputy], [ofReporter, null]] as const) {
				const codes = { unit, period: '2026-10' };
				const report = await readReport(database, standingIn, codes, now);
				const { barred } = (await readDecision(database, standingIn, report, now)) ?? {};
				expect(barred).toBe(reason === null ? null : 'ownReport');
				const [result] = await decide(standingIn, unit, '2026-10');
				expect(result).toMatchObject(
					reason === null ? { status: 'done' } : { status: 'refused', reason: 'ownReport' },
				);
			}
			// Their own role on the village comes before the lent one.
			const own = { role: 'approver', unitId: first[0]?.id ?? 0 } as const;
			const withOwn = { ...standingIn, grants: [...standingIn.grants, own] };
			expect(await waitingFor(withOwn)).toEqual([`${ofOfficer}@2026-10`]);
			expect(await decide(withOwn, ofOfficer ?? '', '2026-10')).toMatchObject([{ status: 'done' }]);
		}));

	it('leads from one report to the next, with what is left', () =>
		rolledBack(handle(), async (database) => {
			const { first, reporter, approver, submit, decide } = await setUp(database);
			const [a, b, c] = [codeOf(first, 0), codeOf(first, 1), codeOf(first, 2)];
			await submit(reporter, [reportOf(a, '2026-09', 60, 100)], inSeptember);
			await submit(reporter, [reportOf(b, '2026-10', 60, 100)], inOctober);
			await submit(reporter, [reportOf(c, '2026-10', 60, 100)], now);
			const after = async (unit: string, period: string) => {
				const report = await readReport(database, approver, { unit, period }, now);
				const decision = await readDecision(database, approver, report, now);
				return [decision?.next?.unit.code, decision?.left];
			};
			expect(await after(a, '2026-09')).toEqual([b, 2]);
			expect(await after(c, '2026-10')).toEqual([a, 2]);
			await decide(approver, b, '2026-10');
			expect(await after(b, '2026-10')).toEqual([c, 2]);
			await decide(approver, a, '2026-09');
			expect(await after(c, '2026-10')).toEqual([undefined, 0]);
			const report = await readReport(database, reporter, { unit: c, period: '2026-10' }, now);
			expect(await readDecision(database, reporter, report, now)).toBeNull();
		}));

	it('approves what was ticked, of several periods at once, and nothing that is no such word', () =>
		rolledBack(handle(), async (database) => {
			const { first, reporter, approver, submit, waitingFor } = await setUp(database);
			const [a, b, c] = [codeOf(first, 0), codeOf(first, 1), codeOf(first, 2)];
			await submit(reporter, [reportOf(a, '2026-09', 60, 100)], inSeptember);
			for (const code of [b, c])
				await submit(reporter, [reportOf(code, '2026-10', 60, 100)], inOctober);
			const ticked = [`${a}@2026-09@1`, `${b}@2026-10@1`, `${c}@2026-10@2`, `${c}@1`, 'null@@0'];
			expect(await approveChosen(database, approver, ticked, now)).toEqual({
				approved: 2,
				refused: 1,
			});
			expect(await waitingFor(approver)).toEqual([`${c}@2026-10`]);
		}));
});
