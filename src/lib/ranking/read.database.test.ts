import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../tests/database';
import { makeAccount, makeProvince, reportOf } from '../../../tests/database/province';
import { unitByCode } from '../admin-units/home.server';
import type { Actor } from '../contracts/accounts';
import type { Basis } from '../contracts/coverage';
import { syncCatalogue } from '../indicators/sync.server';
import { decideReports } from '../reports/review/decide.server';
import { ensurePeriods, periodByCode } from '../reports/periods/periods.server';
import { submitReports } from '../reports/intake/submit.server';
import { explainRegister } from '../reports/register/explain.server';
import { withdrawExplanation } from '../reports/register/withdraw.server';
import type { Database } from '../server/db/client';
import { householdRegister, registerExplanation, team } from '../server/db/schema';
import { rank } from './rank';
import { readRanking, readRankingTrends } from './read.server';

const now = new Date('2026-11-02T03:00:00Z');
const month = '2026-10';
/** Before the deadlines of October's villages (25th) and communes (28th). */
const inTime = new Date('2026-10-20T03:00:00Z');
const betweenDeadlines = new Date('2026-10-26T03:00:00Z');

describeDatabase('the ranking', (handle) => {
	const setUp = async (database: Database) => {
		await syncCatalogue(database);
		const province = await makeProvince(database, { communes: 3, villages: 2 });
		const [first, second, third] = province.communes;
		const scope = await unitByCode(database, '98', '2026-10-31');
		if (!first || !second || !third || !scope) throw new Error('a province with three communes');
		await ensurePeriods(database, [month]);
		const submit = (at: Date, ...inputs: unknown[]) =>
			submitReports(database, province.reporter, inputs, { channel: 'api', now: at });
		const approve = (unit: string, period = month) =>
			decideReports(
				database,
				province.approver,
				[{ unit, period, decision: 'approve', revision: 1, comment: '' }],
				now,
			);
		const read = async (
			given: { level?: 'commune' | 'village'; basis?: Basis; actor?: Actor } = {},
		) => {
			const period = await periodByCode(database, month, null);
			const request = { level: 'commune', basis: 'approved', actor: province.approver } as const;
			const ranking = await readRanking(database, { ...request, scope, period, now, ...given });
			return {
				...ranking,
				of: (unitId: number) => {
					const entry = ranking.entries.find((one) => one.unitId === unitId);
					if (!entry) throw new Error('the unit is on the list');
					return entry;
				},
			};
		};
		const register = (unitId: number, households: number) =>
			database.insert(householdRegister).values({ unitId, year: 2025, source: 'test', households });
		return { ...province, first, second, third, submit, approve, read, register };
	};

	it('lists every commune, and places only those with enough approved figures', () =>
		rolledBack(handle(), async (database) => {
			const { first, second, third, submit, approve, read, register } = await setUp(database);
			await register(second.id, 500);
			const [village] = second.villages;
			await submit(
				inTime,
				reportOf(first.code, month, 60, 100),
				reportOf(village?.code ?? '', month, 90, 100),
				reportOf(third.code, month, 70, 100),
			);
			await approve(first.code);
			await approve(village?.code ?? '');
			const { entries } = await read();
			const ranked = rank(entries, 'coverage');
			expect(
				ranked.map(({ unitId, standing }) => [unitId, standing.place, standing.reason]),
			).toEqual([
				[first.id, 1, null],
				[second.id, null, 'insufficient'],
				[third.id, null, 'none'],
			]);
		}));

	it('lists apart what exceeds its register unexplained', () =>
		rolledBack(handle(), async (database) => {
			const { first, second, provinceId, submit, read, register } = await setUp(database);
			const administrator = await makeAccount(database, 'admin', 'administrator', provinceId);
			await submit(
				inTime,
				reportOf(first.code, month, 130, 130),
				reportOf(second.code, month, 60, 100),
			);
			// The register came after the report.
			await register(first.id, 100);
			await register(second.id, 100);
			const standings = async () =>
				rank((await read({ basis: 'provisional' })).entries, 'coverage').map(
					({ unitId, standing }) => [unitId, standing.place, standing.reason],
				);
			const apart = [first.id, null, 'aboveRegister'];
			expect((await standings())[0]).toEqual([second.id, 1, null]);
			expect(await standings()).toContainEqual(apart);
			const given = { households: '130', reason: 'Khu dân cư mới' };
			await explainRegister(database, administrator, first.id, given, now);
			expect((await standings()).slice(0, 2)).toEqual([
				[first.id, 1, null],
				[second.id, 2, null],
			]);
			const [explanation] = await database.select().from(registerExplanation);
			const which = { unitId: first.id, id: explanation?.id ?? 0 };
			await withdrawExplanation(database, administrator, which, now);
			expect(await standings()).toContainEqual(apart);
		}));

	it('tells provisional and approved figures apart', () =>
		rolledBack(handle(), async (database) => {
			const { first, submit, approve, read } = await setUp(database);
			await submit(inTime, reportOf(first.code, month, 60, 100));
			await approve(first.code);
			await submit(inTime, reportOf(first.code, month, 75, 100));
			const approved = await read();
			const provisional = await read({ basis: 'provisional' });
			expect(approved.of(first.id)).toMatchObject({ reading: { share: 0.6 }, otherShare: 0.75 });
			expect(provisional.of(first.id)).toMatchObject({ reading: { share: 0.75 }, otherShare: 0.6 });
		}));

	it('shows others than the own unit as the public sees them: approved, and without small counts', () =>
		rolledBack(handle(), async (database) => {
			const { first, second, submit, approve, read } = await setUp(database);
			const own = await makeAccount(database, 'own', 'reporter', first.id);
			const [village] = second.villages;
			await submit(
				inTime,
				reportOf(first.code, month, 60, 100),
				reportOf(second.villages[1]?.code ?? '', month, 50, 100),
				reportOf(village?.code ?? '', month, 2, 100),
			);
			const before = await read({ actor: own, basis: 'provisional' });
			expect(before.internal).toBe('some');
			expect(before.of(first.id)).toMatchObject({ basis: 'provisional', reading: { share: 0.6 } });
			expect(before.of(second.id)).toMatchObject({
				basis: 'approved',
				reading: { kind: 'none' },
				otherShare: null,
			});
			await approve(village?.code ?? '');
			const villages = { actor: own, level: 'village' } as const;
			expect((await read(villages)).of(village?.id ?? 0).reading.kind).toBe('hidden');
			expect((await read({ level: 'village' })).of(village?.id ?? 0).reading).toMatchObject({
				share: 0.02,
			});
		}));

	it('lists as teams the villages that have one on the day when reports are due', () =>
		rolledBack(handle(), async (database) => {
			const { communes, read } = await setUp(database);
			const [closed, open] = communes[0]?.villages ?? [];
			await database
				.update(team)
				.set({ closedOn: '2026-10-25' })
				.where(eq(team.unitId, closed?.id ?? 0));
			const listed = (await read({ level: 'village' })).entries;
			expect(listed).toHaveLength(5);
			expect(listed.map(({ unitId }) => unitId)).not.toContain(closed?.id);
			expect(listed.find(({ unitId }) => unitId === open?.id)).toMatchObject({
				path: '/commune/98000',
				commune: { name: 'Xã 0' },
				searchName: 'thon 2 xa 0',
			});
		}));

	it('compares with the month before and the year before, where there is something to compare', () =>
		rolledBack(handle(), async (database) => {
			const { first, second, submit, approve, read } = await setUp(database);
			const figures: [string, string, number][] = [
				[first.code, '2025-10', 20],
				[first.code, '2026-09', 50],
				[first.code, month, 60],
				[second.code, month, 60],
			];
			for (const [unit, period, able] of figures) {
				await submit(inTime, reportOf(unit, period, able, 100));
				await approve(unit, period);
			}
			const ranking = await read();
			expect(ranking.of(first.id).monthGrowth).toBeCloseTo(0.1);
			expect(ranking.of(first.id).yearGrowth).toBeCloseTo(0.4);
			expect(ranking.of(second.id)).toMatchObject({ monthGrowth: null, yearGrowth: null });
			const [row] = await readRankingTrends(
				database,
				rank([ranking.of(first.id)], 'coverage'),
				await periodByCode(database, month, null),
				await makeAccount(database, 'nobody', 'viewer', second.id),
			);
			expect(row?.trend).toHaveLength(24);
			expect(row?.trend.slice(-2)).toEqual([0.5, 0.6]);
			expect(row?.trend.slice(0, 11)).toEqual(Array.from({ length: 11 }, () => null));
		}));

	it('counts a report on time by its own deadline, of villages before that of communes', () =>
		rolledBack(handle(), async (database) => {
			const { first, second, third, submit, read } = await setUp(database);
			const [early, late] = first.villages;
			await submit(inTime, reportOf(early?.code ?? '', month, 10, 20));
			await submit(
				betweenDeadlines,
				reportOf(late?.code ?? '', month, 10, 20),
				reportOf(second.code, month, 10, 20),
			);
			const teams = await read({ level: 'village' });
			expect(teams.of(early?.id ?? 0)).toMatchObject({ reportsDue: 1, reportsOnTime: 1 });
			expect(teams.of(late?.id ?? 0)).toMatchObject({ reportsDue: 1, reportsOnTime: 0 });
			const communes = await read();
			// All that the commune sums up was there before its own deadline.
			expect(communes.of(first.id)).toMatchObject({ reportsDue: 1, reportsOnTime: 1 });
			expect(communes.of(second.id)).toMatchObject({ reportsDue: 1, timeliness: 'onTime' });
			expect(communes.of(third.id)).toMatchObject({ reportsOnTime: 0, timeliness: 'missing' });
		}));

	it('leaves months out whose deadline has not passed, and those before anybody reported', () =>
		rolledBack(handle(), async (database) => {
			const { first, second, submit, read } = await setUp(database);
			await ensurePeriods(database, ['2026-07', '2026-08', '2026-09', '2026-11']);
			await submit(inTime, reportOf(second.code, '2026-08', 10, 20));
			await submit(now, reportOf(second.code, '2026-11', 10, 20));
			// August, September and October.
			expect((await read()).of(first.id)).toMatchObject({ reportsDue: 3, reportsOnTime: 0 });
			expect((await read({ level: 'village' })).entries[0]).toMatchObject({ reportsDue: 3 });
		}));
});
