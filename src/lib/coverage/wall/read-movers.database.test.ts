import { beforeAll, expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../../tests/database';
import { makeAccount, makeProvince, reportOf } from '../../../../tests/database/province';
import type { Actor } from '../../contracts/accounts';
import { addMonths } from '../../contracts/local-time';
import { syncCatalogue } from '../../indicators/sync.server';
import { submitReports } from '../../reports/intake/submit.server';
import { decideReports } from '../../reports/review/decide.server';
import { readCoverageMonth } from '../../reports/status/coverage-month.server';
import type { Database } from '../../server/db/client';
import { householdRegister, target } from '../../server/db/schema';
import { readMovers } from './read-movers.server';

const month = '2026-10';
const before = addMonths(month, -1);
/** October's deadline has passed. */
const now = new Date('2026-11-02T03:00:00Z');
const round = (share: number | null) => share && Math.round(share * 1_000) / 1_000;

describeDatabase('those that gained most', (handle) => {
	beforeAll(() => syncCatalogue(handle().database));

	const setUp = async (database: Database, communes: number) => {
		const province = await makeProvince(database, { communes, villages: 0 });
		const codeOf = (index: number) => province.communes[index]?.code ?? '';
		/** Reports of communes, by how many of how many households; approved at once unless said otherwise. */
		const report = async (
			period: string,
			counts: Record<number, [able: number, households: number]>,
			{ approved = true } = {},
		) => {
			const inputs = Object.entries(counts).map(([index, [able, households]]) => ({
				...reportOf(codeOf(Number(index)), period, able, households),
				reason: 'Rà soát lại từng hộ',
			}));
			const arrival = { channel: 'api', now } as const;
			const sent = await submitReports(database, province.reporter, inputs, arrival);
			const decisions = sent.map((answer) => {
				if (answer.status !== 'accepted') throw new Error(JSON.stringify(answer));
				const { unit, revision } = answer;
				return { unit, period, revision, decision: 'approve', comment: '' } as const;
			});
			if (approved) await decideReports(database, province.approver, decisions, now);
		};
		const read = async (actor: Actor, audience: 'internal' | 'public') => {
			const opened = await readCoverageMonth(database, {
				...{ homeCode: '98', periodCode: month, actor, now },
			});
			if (!opened) throw new Error('The province is there.');
			return readMovers(database, opened.snapshot, { audience, at: null });
		};
		const inside = () => read(province.approver, 'internal');
		return { ...province, report, read, inside, codeOf };
	};

	it('are twelve at most, the most first, and none that stayed, fell or can’t be compared', () =>
		rolledBack(handle(), async (database) => {
			const { report, inside } = await setUp(database, 18);
			const gainers = Array.from({ length: 13 }, (_, index) => index);
			await report(before, {
				...Object.fromEntries(gainers.map((index) => [index, [50, 100]])),
				...{ 13: [50, 100], 14: [50, 100], 15: [50, 100] },
			});
			await report(month, {
				...Object.fromEntries(gainers.map((index) => [index, [51 + index, 100]])),
				...{ 13: [50, 100], 14: [40, 100], 16: [90, 100] },
			});
			// Received, but not approved: nothing that a wall may show.
			await report(month, { 15: [99, 100] }, { approved: false });
			const { movers, counts, growth, month: shown } = await inside();
			expect(shown).toBe(month);
			expect(movers.map(({ name }) => name)).toEqual(
				gainers
					.slice(1)
					.reverse()
					.map((index) => `Xã ${index}`),
			);
			expect(movers.map((mover) => round(mover.growth))).toEqual([
				...[0.13, 0.12, 0.11, 0.1, 0.09, 0.08, 0.07, 0.06, 0.05, 0.04, 0.03, 0.02],
			]);
			expect(movers[0]).toMatchObject({ kind: 'xa', share: 0.63 });
			expect(counts).toEqual({ up: 13, same: 1, down: 1 });
			// 15 communes of 100 households in both months: 91 more, and 10 fewer.
			expect(round(growth)).toBe(round((91 - 10) / 1_500));
		}));

	it('come with thirteen months, what happened in them, and a gap where too little was reported to tell', () =>
		rolledBack(handle(), async (database) => {
			const { communes, report, inside, approver } = await setUp(database, 2);
			const [first, second] = communes;
			if (!first || !second) throw new Error('two communes');
			await database.insert(householdRegister).values([
				{ unitId: first.id, year: 2024, source: 'test', households: 120 },
				{ unitId: second.id, year: 2024, source: 'test', households: 300 },
			]);
			await database.insert(target).values(
				['2025-09-10', '2026-05-05'].map((day, index) => ({
					...{
						unitId: first.id,
						indicatorCode: 'allFiveShare',
						year: 2026,
						value: 0.7 + index / 10,
					},
					...{ reason: '', setBy: approver.accountId, setAt: new Date(`${day}T03:00:00Z`) },
					replacedAt: index === 0 ? new Date('2026-05-05T03:00:00Z') : null,
				})),
			);
			await report('2025-09', { 0: [5, 100] });
			await report('2025-10', { 0: [20, 100] });
			await report('2026-03', { 0: [30, 100] });
			await report('2026-04', { 0: [30, 50] });
			await report(before, { 0: [50, 100], 1: [50, 100] });
			// Of the second one's households a third is known: no gain to speak of.
			await report(month, { 0: [60, 100], 1: [90, 100] });
			const { movers, months, counts } = await inside();
			expect([months[0], months.at(-1), months.length]).toEqual(['2025-10', month, 13]);
			expect(movers.map(({ id }) => id)).toEqual([first.id]);
			const [{ series, events }] = movers as [(typeof movers)[number]];
			// What was set before the line begins explains nothing of it.
			expect(events).toEqual([
				{ kind: 'target', day: '2026-05-05', year: 2026, share: expect.closeTo(0.8) as number },
			]);
			expect(series).toEqual([
				0.2,
				null,
				null,
				null,
				null,
				0.3,
				null,
				null,
				null,
				null,
				null,
				0.5,
				0.6,
			]);
			expect(counts).toEqual({ up: 1, same: 0, down: 0 });
		}));

	it('hide small counts from who has no say there, in gains as in what came before', () =>
		rolledBack(handle(), async (database) => {
			const { report, read, inside } = await setUp(database, 8);
			const elsewhere = await makeProvince(database, { communes: 1, villages: 0, code: '97' });
			const guest = await makeAccount(database, 'guest', 'viewer', elsewhere.provinceId);
			const all = (first: number, others: number) =>
				Object.fromEntries(
					Array.from({ length: 8 }, (_, index): [number, [number, number]] => [
						index,
						[index === 0 ? first : others, 100],
					]),
				);
			await report(addMonths(month, -2), all(2, 30));
			await report(before, all(40, 40));
			await report(month, all(60, 41));
			const seen = async (figures: Promise<Awaited<ReturnType<typeof inside>>>) =>
				(await figures).movers[0]?.series.slice(-3);
			expect(await seen(inside())).toEqual([0.02, 0.4, 0.6]);
			expect(await seen(read(guest, 'public'))).toEqual([null, 0.4, 0.6]);
		}));

	it('are nobody before there is a month to compare with', () =>
		rolledBack(handle(), async (database) => {
			const { report, inside } = await setUp(database, 2);
			await report(month, { 0: [60, 100], 1: [90, 100] });
			expect(await inside()).toEqual({
				...{ month, months: [], movers: [], growth: null },
				counts: { up: 0, same: 0, down: 0 },
			});
		}));
});
