import { beforeAll, expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../tests/database';
import { makeAccount, makeProvince, reportOf } from '../../../tests/database/province';
import { readReachable } from '../admin-units/access/reachable.server';
import type { Actor } from '../contracts/accounts';
import { syncCatalogue } from '../indicators/sync.server';
import { setTargets } from '../indicators/targets/set.server';
import { ensurePeriods } from '../reports/periods/periods.server';
import { decideReports } from '../reports/review/decide.server';
import { submitReports } from '../reports/intake/submit.server';
import type { Database } from '../server/db/client';
import { householdRegister } from '../server/db/schema';
import { raiseTicket } from '../tickets/raise.server';
import { readBrief } from './read.server';

/** October's deadlines have passed, November's lie ahead. */
const now = new Date('2026-11-10T01:00:00Z');

describeDatabase('the brief', (handle) => {
	beforeAll(() => syncCatalogue(handle().database));

	const setUp = async (database: Database) => {
		const province = await makeProvince(database, { communes: 2, villages: 2 });
		const [commune, other] = province.communes;
		const [village, sibling] = commune?.villages ?? [];
		if (!commune || !other || !village || !sibling) throw new Error('two by two');
		const submit = async (unit: string, period: string, able: number) => {
			const at = new Date(`${period}-15T01:00:00Z`);
			const [sent] = await submitReports(
				database,
				province.reporter,
				[{ ...reportOf(unit, period, able, 100), reason: 'Rà soát lại' }],
				{ channel: 'api', now: at },
			);
			if (sent?.status !== 'accepted') throw new Error(JSON.stringify(sent));
			return { unit, period, revision: sent.revision, decision: 'approve', comment: '' } as const;
		};
		const approve = async (unit: string, period: string, able: number) => {
			const decision = await submit(unit, period, able);
			await decideReports(database, province.approver, [decision], now);
		};
		const brief = async (code: string, by: Actor = province.approver) => {
			const { unit } = await readReachable(database, by, code, '2026-11-10');
			return readBrief(database, by, unit, { month: null, now });
		};
		return { ...province, commune, other, village, sibling, submit, approve, brief };
	};

	it('says where a commune stands, who moved and who is missing', () =>
		rolledBack(handle(), async (database) => {
			const { approver, commune, other, village, sibling, approve, submit, brief } =
				await setUp(database);
			await approve(village.code, '2026-09', 40);
			await approve(village.code, '2026-10', 70);
			await approve(sibling.code, '2026-09', 90);
			const before = await brief(commune.code);
			expect(before.period.code).toBe('2026-10');
			expect(before.level).toBe('village');
			expect(before.headline.growth).toBeCloseTo(0.3);
			expect(before.overdue.missing.map(({ unitId }) => unitId)).toEqual([sibling.id]);

			const decision = await submit(sibling.code, '2026-10', 80);
			await submit(other.villages[0]?.code ?? '', '2026-08', 10);
			const waiting = await brief(commune.code);
			expect(waiting.headline.provisional).toMatchObject({ able: 150, base: 200 });
			expect(waiting.headline.approved).toMatchObject({ able: 70, base: 100 });
			// As on the wall, what leads is what was approved.
			expect(waiting.headline.growth).toBeCloseTo(0.3);
			expect(waiting.movers.fallers).toEqual([]);
			// Of any month: what is asked of the reader isn't done because its month is over.
			expect(waiting.asked.approvals).toBe(2);

			await decideReports(database, approver, [decision], now);
			const after = await brief(commune.code);
			expect(after.headline.growth).toBeCloseTo(0.1);
			expect(after.overdue).toMatchObject({ required: 2, onTime: 2, missing: [] });
			expect(after.asked.approvals).toBe(1);
			// Without a register nobody knows how much was reported, so nobody is ranked, but all are shown.
			expect(after.movers.risers.map(({ unitId }) => unitId)).toEqual([village.id]);
			expect(after.movers.fallers.map(({ unitId }) => unitId)).toEqual([sibling.id]);
		}));

	it('tells figures that are too few from none that were approved', () =>
		rolledBack(handle(), async (database) => {
			const { commune, other, village, sibling, approve, submit, brief } = await setUp(database);
			const register = { year: 2026, source: 'thử' };
			await database.insert(householdRegister).values([
				{ ...register, unitId: village.id, households: 100 },
				{ ...register, unitId: sibling.id, households: 150 },
			]);
			await approve(village.code, '2026-10', 40);
			expect((await brief(commune.code)).headline.approved).toEqual({
				...{ kind: 'insufficient', reportedShare: 0.4 },
			});
			await submit(other.villages[0]?.code ?? '', '2026-10', 10);
			expect((await brief(other.code)).headline.approved).toEqual({ kind: 'none' });
		}));

	it('brings what waits at its own level: requests, targets behind, deadlines ahead', () =>
		rolledBack(handle(), async (database) => {
			const { commune, village, provinceId, reporter, approver, approve, brief } =
				await setUp(database);
			await approve(village.code, '2026-09', 40);
			await approve(village.code, '2026-10', 42);
			const target = { indicatorCode: 'allFiveShare', year: 2026, reason: '' };
			const values = [{ unitId: commune.id, value: 90 }];
			await setTargets(database, approver, { ...target, values }, now);
			await raiseTicket(
				database,
				reporter,
				{
					...{ unitId: village.id, kind: 'difficulty', category: 'wifi' },
					text: 'Nhà văn hoá chưa có wifi cho bà con.',
				},
				now,
			);
			const own = await brief(commune.code);
			expect(own.targets).toMatchObject([{ code: 'allFiveShare', standing: 'behind' }]);
			expect(own.targetsUntil).toBe('2026-10');
			expect(own.requests).toMatchObject({
				total: 1,
				categories: [{ category: 'wifi', open: 1 }],
			});
			expect(own.asked.deadlines.map(({ period }) => period)).toEqual(['2026-11', '2026-Q4']);
			const above = await brief('98');
			expect(above.unit.id).toBe(provinceId);
			expect(above.requests.total).toBe(0);
			expect(above.targets).toEqual([]);
		}));

	it('lists what the unit itself owes: not what came, nor what its villages hand in for it', () =>
		rolledBack(handle(), async (database) => {
			const { commune, village, sibling, approver, submit, brief } = await setUp(database);
			await ensurePeriods(database, ['2026-10', '2026-Q3']);
			const owed = async (code: string) =>
				(await brief(code)).asked.overdue.map(({ period }) => period);
			expect(await owed(village.code)).toEqual(['2026-10', '2026-Q3']);
			expect(await owed(commune.code)).toEqual(['2026-10', '2026-Q3']);
			expect((await brief('98')).asked.overdue).toMatchObject([
				{ period: '2026-10', title: null, dueAt: '2026-10-31T17:00:00.000Z' },
				{ period: '2026-Q3' },
			]);
			const sent = await submit(village.code, '2026-10', 40);
			expect(await owed(village.code)).toEqual(['2026-Q3']);
			expect(await owed(commune.code)).toEqual(['2026-10', '2026-Q3']);
			await submit(sibling.code, '2026-10', 40);
			expect(await owed(commune.code)).toEqual(['2026-Q3']);
			const returned = { ...sent, decision: 'return', comment: 'Thiếu hộ xóm Đông' } as const;
			await decideReports(database, approver, [returned], now);
			expect(await owed(village.code)).toEqual(['2026-10', '2026-Q3']);
			await submit(commune.code, '2026-10', 90);
			expect(await owed(commune.code)).toEqual(['2026-Q3']);
			expect((await brief(commune.code)).asked.opensReports).toBe(true);
			const viewer = await makeAccount(database, 'viewer', 'viewer', commune.id);
			expect((await brief(commune.code, viewer)).asked.opensReports).toBe(false);
		}));

	it('is about units in reach alone, down to a village', () =>
		rolledBack(handle(), async (database) => {
			const { other, village, approve, brief } = await setUp(database);
			await approve(village.code, '2026-10', 42);
			const leader = await makeAccount(database, 'leader', 'reporter', village.id);
			const own = await brief(village.code, leader);
			expect(own.level).toBeNull();
			expect(own.headline.approved).toMatchObject({ able: 42, base: 100 });
			await expect(brief(other.code, leader)).rejects.toThrow('reaches no unit');
		}));
});
