import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../../tests/database';
import { makeAccount, makeProvince, reportOf } from '../../../../tests/database/province';
import { syncCatalogue } from '../../indicators/sync.server';
import { submitReports } from '../../reports/intake/submit.server';
import { addDays } from '../../contracts/local-time';
import { parseShortlistQuery } from '../../ranking/shortlist/query';
import { ensurePeriods } from '../../reports/periods/periods.server';
import { decideReports } from '../../reports/review/decide.server';
import type { Database } from '../../server/db/client';
import { auditLog, awardCriteriaTrial, awardFreeze, awardFreezeUnit } from '../../server/db/schema';
import { ConflictError, ForbiddenError, InvalidError, NotFoundError } from '../../server/errors';
import { freezeDay } from '../calendar/plan';
import { draftCriteria } from '../criteria/draft.server';
import { listPublishedCriteria, readVersion } from '../criteria/read.server';
import { forceCriteria, signCriteria, unsignCriteria } from '../criteria/sign.server';
import { tryCriteria } from '../criteria/try.server';
import { fixPeers } from '../peers/fix-peers.server';
import { changeSetting } from '../season/change-setting.server';
import { readShortlist } from '../shortlist/read.server';
import { openSeason } from '../season/open.server';
import { findSeason, readCategories } from '../season/read.server';
import { listLateApprovals } from './late-approvals.server';
import { freezeSeason } from './freeze.server';
import { readLacking } from './ready.server';
import { readFreeze, readFreezeNote, verifyFreeze } from './read.server';
import { readWorkedExamples } from './worked-example.server';

const before = new Date('2026-07-15T03:00:00Z');
const after = new Date('2026-10-02T03:00:00Z');
const twoDecimals = (value: number) => Math.round(value * 100) / 100;
const share = { worst: 0, best: 1, missing: 'leaveOut' };
const weights = [
	{ criterion: 'coverage', weight: 60, ...share },
	{ criterion: 'punctuality', weight: 40, ...share },
];

const FrozenDraws = v.object({
	categories: v.array(
		v.object({
			input: v.object({ draws: v.object({ draws: v.number(), confidence: v.number() }) }),
		}),
	),
});

describeDatabase('criteria and the freeze of a season', (handle) => {
	const setUp = async (database: Database) => {
		await syncCatalogue(database);
		const province = await makeProvince(database, { communes: 3, villages: 1 });
		const { provinceId } = province;
		const administrator = await makeAccount(database, 'admin', 'administrator', provinceId);
		const one = await makeAccount(database, 'one', 'committee', provinceId);
		const other = await makeAccount(database, 'other', 'committee', provinceId);
		const seasonId = await openSeason(
			database,
			administrator,
			{
				...{ unitId: provinceId, year: 2026, name: 'Xét tặng năm 2026', basis: 'Hướng dẫn 01' },
				...{ countsFrom: '2026-08-01', countsUntil: '2026-09-30' },
				categories: [{ kind: 'villageTeam', name: 'Tổ tiêu biểu', quota: 1 }],
			},
			before,
		);
		const [category] = await readCategories(database, seasonId);
		const categoryId = category?.id ?? 0;
		const enter = async (village: string, period: string, able: number, at: Date) => {
			const report = reportOf(village, period, able, 100);
			const [result] = await submitReports(database, province.reporter, [report], {
				...{ channel: 'api', now: at },
			});
			if (result?.status !== 'accepted') throw new Error(JSON.stringify(result));
			const decision = { unit: village, period, decision: 'approve' as const, comment: '' };
			await decideReports(
				database,
				province.approver,
				[{ ...decision, revision: result.revision }],
				at,
			);
		};
		const villages = province.communes.map(({ villages: [village] }) => village?.code ?? '');
		const force = async () => {
			const versionId = await draftCriteria(database, one, { seasonId, categoryId }, before);
			const which = { seasonId, versionId };
			await tryCriteria(database, one, which, { input: weights, now: before });
			await signCriteria(database, one, which, before);
			return { which, hash: await forceCriteria(database, other, which, before) };
		};
		return { province, administrator, one, other, seasonId, categoryId, enter, villages, force };
	};

	it('come into force by two different people, before the data count, under a public hash', () =>
		rolledBack(handle(), async (database) => {
			const { administrator, one, other, seasonId, categoryId } = await setUp(database);
			await expect(
				draftCriteria(database, administrator, { seasonId, categoryId }, before),
			).rejects.toThrow(ForbiddenError);
			const versionId = await draftCriteria(database, one, { seasonId, categoryId }, before);
			const which = { seasonId, versionId };
			await expect(forceCriteria(database, other, which, before)).rejects.toThrow(ConflictError);
			await signCriteria(database, one, which, before);
			await expect(
				tryCriteria(database, one, which, { input: weights, now: before }),
			).rejects.toThrow(ConflictError);
			await expect(forceCriteria(database, one, which, before)).rejects.toThrow(/two different/);
			await expect(forceCriteria(database, other, which, after)).rejects.toThrow(/count already/);
			expect(await listPublishedCriteria(database, seasonId)).toEqual([]);
			const hash = await forceCriteria(database, other, which, before);
			expect(await listPublishedCriteria(database, seasonId)).toMatchObject([
				{ state: 'inForce', version: 1, hash, forcedAt: '2026-07-15T03:00:00Z' },
			]);
			await expect(unsignCriteria(database, one, which)).rejects.toThrow(ConflictError);
			const next = await draftCriteria(database, one, { seasonId, categoryId }, before);
			await signCriteria(database, other, { seasonId, versionId: next }, before);
			await forceCriteria(database, one, { seasonId, versionId: next }, before);
			expect((await listPublishedCriteria(database, seasonId)).map(({ state }) => state)).toEqual([
				'inForce',
				'replaced',
			]);
		}));

	it('are named where they are not there yet, as are peers that nobody fixed before the season', () =>
		rolledBack(handle(), async (database) => {
			const { one, seasonId, categoryId, force } = await setUp(database);
			const lacking = () => readLacking(database, seasonId);
			expect(await lacking()).toEqual({ criteria: ['Tổ tiêu biểu'], peers: ['Tổ tiêu biểu'] });
			await force();
			expect(await lacking()).toEqual({ criteria: [], peers: ['Tổ tiêu biểu'] });
			await fixPeers(database, one, { seasonId, categoryId }, before);
			expect(await lacking()).toEqual({ criteria: [], peers: [] });
		}));

	it('are tried without names, and every trial is logged', () =>
		rolledBack(handle(), async (database) => {
			const { one, seasonId, categoryId, enter, villages } = await setUp(database);
			await ensurePeriods(database, ['2026-06']);
			for (const [index, village] of villages.entries())
				await enter(village, '2026-06', 20 + 30 * index, new Date('2026-06-20T03:00:00Z'));
			const versionId = await draftCriteria(database, one, { seasonId, categoryId }, before);
			const which = { seasonId, versionId };
			const attempt = (input: unknown) => tryCriteria(database, one, which, { input, now: before });
			const { level: shape, growth } = await attempt(weights);
			const letters = shape?.bands.flatMap(({ units }) => units) ?? [];
			expect([letters.toSorted(), shape?.apart, growth]).toEqual([['A', 'B', 'C'], 0, null]);
			const fault = [{ ...weights[0], best: 0 }, weights[1]];
			await expect(attempt(fault)).rejects.toThrow(InvalidError);
			const { trials, criteria } = await readVersion(database, one, which);
			expect(trials).toMatchObject([{ by: 'one', bands: shape?.bands.length }]);
			expect(criteria).toEqual(weights);
			expect(await database.select().from(awardCriteriaTrial)).toHaveLength(1);
			// Growth has a board of its own and no weight, whatever is sent as one.
			const gap = { criterion: 'gapClosed', weight: 70, ...share };
			expect((await attempt([...weights, gap])).growth).toMatchObject({ apart: 3 });
			expect((await readVersion(database, one, which)).criteria.at(-1)).toEqual({
				...{ ...gap, weight: 1 },
			});
			await expect(attempt([weights[0], gap])).rejects.toThrow(InvalidError);
		}));

	it('takes a reason to freeze before the calendar’s day, keeps it and publishes it', () =>
		rolledBack(handle(), async (database) => {
			const { one, seasonId, force } = await setUp(database);
			await force();
			const { year, settings } = (await findSeason(database, seasonId)) ?? {};
			if (!year || !settings) throw new Error('It was opened.');
			const day = freezeDay(year, settings);
			const dayBefore = new Date(`${addDays(day, -1)}T03:00:00Z`);
			const freeze = (now: Date, input?: object) =>
				freezeSeason(database, one, seasonId, now, input);
			await expect(freeze(dayBefore)).rejects.toThrow(InvalidError);
			await expect(freeze(dayBefore, { reason: 'sớm' })).rejects.toThrow(InvalidError);
			const reason = 'Hội đồng họp sớm một tuần';
			await expect(freeze(before, { reason })).rejects.toThrow(/Nothing counts/);
			await freeze(dayBefore, { reason });
			expect((await readFreezeNote(database, seasonId))?.earlyReason).toBe(reason);
			const [logged] = await database
				.select()
				.from(auditLog)
				.where(eq(auditLog.action, 'season.freeze'));
			expect(logged?.details).toMatchObject({ earlyReason: reason });
		}));

	it('takes none on that day', () =>
		rolledBack(handle(), async (database) => {
			const { one, seasonId, force } = await setUp(database);
			await force();
			const { year, settings } = (await findSeason(database, seasonId)) ?? {};
			if (!year || !settings) throw new Error('It was opened.');
			const onTheDay = new Date(`${freezeDay(year, settings)}T03:00:00Z`);
			await freezeSeason(database, one, seasonId, onTheDay, { reason: 'không cần lý do nào' });
			expect((await readFreezeNote(database, seasonId))?.earlyReason).toBe('');
		}));

	it('freezes approved figures under one hash, from which everything is computed again', () =>
		rolledBack(handle(), async (database) => {
			const { province, one, administrator, seasonId, enter, villages, force } =
				await setUp(database);
			await expect(freezeSeason(database, one, seasonId, after)).rejects.toThrow(/no criteria/);
			await force();
			await ensurePeriods(database, ['2026-08', '2026-09', '2026-10']);
			for (const period of ['2026-08', '2026-09'])
				for (const [index, village] of villages.entries())
					await enter(village, period, 30 + 20 * index, new Date(`${period}-20T03:00:00Z`));
			await expect(verifyFreeze(database, seasonId)).rejects.toThrow(NotFoundError);
			await expect(freezeSeason(database, administrator, seasonId, after)).rejects.toThrow(
				ForbiddenError,
			);
			// Received, but not approved: it counts for nothing.
			const waiting = { ...reportOf(villages[0] ?? '', '2026-09', 99, 100), reason: 'again' };
			await submitReports(database, province.reporter, [waiting], { channel: 'api', now: after });
			const list = () =>
				readShortlist(database, one, seasonId, parseShortlistQuery(new URLSearchParams()), after);
			const live = (await list()).shortlist;
			const scores = live?.rows.map(({ score }) => score) ?? [];
			expect(new Set(scores).size).toBe(3);
			const worked = async (at: Date) => {
				const season = await findSeason(database, seasonId);
				if (!season) throw new Error('It was opened.');
				return readWorkedExamples(database, season, at);
			};
			const [ofLive] = await worked(after);
			expect(ofLive).toMatchObject({ category: 'Tổ tiêu biểu', number: null });
			expect(scores.map(twoDecimals)).toContain(ofLive?.score);
			const said = { basis: 'Công văn 5', reason: 'Theo quy chế' };
			const surer = { key: 'confidence', value: 95, ...said };
			await changeSetting(database, administrator, seasonId, surer, after);
			const hash = await freezeSeason(database, one, seasonId, after);
			expect((await list()).shortlist?.rows).toMatchObject(
				live?.rows.map(({ unitId, place, score }) => ({ unitId, place, score })) ?? [],
			);
			// What a reader works out by hand is one of these very scores, and keeps to them ever after.
			const examples = await worked(after);
			expect(examples).toMatchObject([
				{
					...{ category: 'Tổ tiêu biểu', number: expect.any(Number) as unknown },
					lines: [{ criterion: 'coverage' }, { criterion: 'punctuality' }],
				},
			]);
			expect(scores.map(twoDecimals)).toContain(examples[0]?.score);
			await enter(villages[0] ?? '', '2026-10', 100, new Date('2026-10-20T03:00:00Z'));
			expect(await worked(new Date('2026-10-20T04:00:00Z'))).toEqual(examples);
			const published = await readFreeze(database, seasonId);
			expect(published.hash).toBe(hash);
			expect(published.content).not.toMatch(/Xã|Thôn|"98\d{3}(-\d\d)?"/);
			const { categories } = v.parse(FrozenDraws, JSON.parse(published.content));
			expect(categories.map(({ input: { draws } }) => draws)).toEqual([
				{ draws: 10_000, confidence: 0.95 },
			]);
			expect(await database.select().from(awardFreezeUnit)).toHaveLength(3);
			const steps = await verifyFreeze(database, seasonId);
			expect(steps.map(({ matches }) => matches)).toEqual([true, true, true, true]);

			await expect(freezeSeason(database, one, seasonId, after)).rejects.toThrow(ConflictError);
			const change = { key: 'quorum', value: 70, ...said };
			await expect(changeSetting(database, administrator, seasonId, change, after)).rejects.toThrow(
				ConflictError,
			);

			await enter(villages[0] ?? '', '2026-09', 95, new Date('2026-10-03T03:00:00Z'));
			// A month of which nothing was approved when figures were frozen is no correction of them.
			await enter(
				province.communes[1]?.code ?? '',
				'2026-09',
				50,
				new Date('2026-10-04T03:00:00Z'),
			);
			expect(await listLateApprovals(database, seasonId, 10)).toMatchObject({
				...{ corrections: 1, firsts: 1 },
				approvals: [
					{ periodCode: '2026-09', revision: 1, corrects: false },
					{ periodCode: '2026-09', revision: 3, corrects: true },
				],
			});
			expect(await readFreeze(database, seasonId)).toEqual(published);
			const { shortlist } = await list();
			expect(shortlist?.rows.map(({ score }) => score)).toEqual(scores);
			expect(shortlist?.rows.map(({ unit }) => unit.households)).toEqual([100, 100, 100]);

			const forged = published.result.replace(/"score":[\d.]+/, '"score":12.3');
			await database
				.update(awardFreeze)
				.set({ result: forged })
				.where(eq(awardFreeze.seasonId, seasonId));
			const found = await verifyFreeze(database, seasonId);
			expect(found.filter(({ matches }) => !matches)).toMatchObject([
				{ step: 'resultHash' },
				{ step: 'result', difference: { path: expect.stringMatching(/score$/) as unknown } },
			]);
		}));
});
