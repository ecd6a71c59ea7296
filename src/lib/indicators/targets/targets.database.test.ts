import { eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../../tests/database';
import { makeAccount, makeProvince, reportOf } from '../../../../tests/database/province';
import { readReachable } from '../../admin-units/access/reachable.server';
import type { Actor } from '../../contracts/accounts';
import { decideReports } from '../../reports/review/decide.server';
import { submitReports } from '../../reports/intake/submit.server';
import type { Database } from '../../server/db/client';
import { adminUnit, auditLog, householdRegister } from '../../server/db/schema';
import { syncCatalogue } from '../sync.server';
import { elapsedMonths, listTargets } from './list.server';
import { readTargets } from './read.server';
import { setTargets } from './set.server';

const now = new Date('2026-05-02T01:00:00Z');
const day = '2026-05-02';
const year = 2026;
const april = { year, elapsed: 4, day };

describeDatabase('targets', (handle) => {
	beforeAll(() => syncCatalogue(handle().database));

	const setUp = async (database: Database) => {
		const province = await makeProvince(database, { communes: 2, villages: 2 });
		const [commune, other] = province.communes;
		const [village, sibling] = commune?.villages ?? [];
		if (!commune || !other || !village || !sibling) throw new Error('two by two');
		const officer = await makeAccount(database, 'officer', 'approver', commune.id);
		const set = (
			values: [unitId: number, value: number | null][],
			change: Record<string, unknown> = {},
			by: Actor = province.approver,
		) =>
			setTargets(
				database,
				by,
				{
					...{ indicatorCode: 'outreachSessions', year, reason: '' },
					values: values.map(([unitId, value]) => ({ unitId, value })),
					...change,
				},
				now,
			);
		const unitOf = async (code: string) =>
			(await readReachable(database, province.approver, code, day)).unit;
		const read = async (code: string, indicator = 'outreachSessions', by = province.approver) =>
			readTargets(database, by, await unitOf(code), indicator, april);
		/** One approved month of one unit, with that many outreach sessions. */
		const approve = async (unit: string, month: string, sessions: number, able = 0) => {
			const report = {
				...reportOf(unit, month, able, 100),
				values: [
					{ indicator: 'outreachSessions', status: 'value', value: sessions },
					{ indicator: 'publicServiceAccounts', status: 'value', value: sessions * 10 },
				],
			};
			const [sent] = await submitReports(database, province.reporter, [report], {
				channel: 'api',
				now,
			});
			if (sent?.status !== 'accepted') throw new Error(JSON.stringify(sent));
			const decision = { unit, period: month, decision: 'approve', comment: '' } as const;
			const [done] = await decideReports(
				database,
				province.approver,
				[{ ...decision, revision: sent.revision }],
				now,
			);
			expect(done?.status).toBe('done');
		};
		return { ...province, commune, other, village, sibling, officer, set, unitOf, read, approve };
	};

	it('are passed down by the level above, and by nobody else', () =>
		rolledBack(handle(), async (database) => {
			const { commune, other, village, officer, provinceId, reporter, set } = await setUp(database);
			expect(await set([[provinceId, 100]])).toBe(1);
			expect(
				await set([
					[commune.id, 40],
					[other.id, 60],
				]),
			).toBe(2);
			expect(await set([[village.id, 20]], {}, officer)).toBe(1);
			await expect(set([[commune.id, 1]], {}, officer)).rejects.toThrow('sets no targets');
			await expect(set([[other.id, 1]], {}, reporter)).rejects.toThrow('sets no targets');
			await expect(
				set(
					[
						[village.id, 1],
						[other.id, 1],
					],
					{},
					officer,
				),
			).rejects.toThrow();
		}));

	it('keep an earlier target with the reason, and name who changed it', () =>
		rolledBack(handle(), async (database) => {
			const { commune, set, read } = await setUp(database);
			await set([[commune.id, 40]]);
			await expect(set([[commune.id, 50]])).rejects.toThrow('needs a reason');
			expect(await set([[commune.id, 40]])).toBe(0);
			await set([[commune.id, 50]], { reason: 'Tỉnh giao thêm' });
			await set([[commune.id, null]], { reason: 'Bỏ chỉ tiêu này' });
			const { own, history } = await read(commune.code);
			expect(own.target).toBeNull();
			expect(history).toMatchObject([
				{ value: null, reason: 'Bỏ chỉ tiêu này', setBy: 'approver-98' },
				{ value: 50, reason: 'Tỉnh giao thêm' },
				{ value: 40, reason: '' },
			]);
			const entries = await database
				.select()
				.from(auditLog)
				.where(eq(auditLog.action, 'target.set'));
			expect(entries).toHaveLength(3);
			expect(entries[1]?.details).toMatchObject({
				targets: [{ unitId: commune.id, before: 40, value: 50 }],
			});
		}));

	it('refuse what cannot be reached', () =>
		rolledBack(handle(), async (database) => {
			const { commune, set } = await setUp(database);
			await expect(set([[commune.id, 2.5]])).rejects.toThrow(`unit-${commune.id}`);
			await expect(set([[commune.id, -1]])).rejects.toThrow('wholeNumber');
			await expect(set([[commune.id, 101]], { indicatorCode: 'allFiveShare' })).rejects.toThrow(
				'percent',
			);
			await expect(set([[commune.id, 5]], { indicatorCode: 'households' })).rejects.toThrow();
		}));

	it('stand against what was approved, added up over months and units', () =>
		rolledBack(handle(), async (database) => {
			const { commune, other, village, sibling, provinceId, set, read, approve } =
				await setUp(database);
			await set([[provinceId, 100]]);
			await set([
				[commune.id, 60],
				[other.id, 30],
			]);
			await approve(village.code, '2026-01', 5);
			await approve(sibling.code, '2026-01', 3);
			await approve(village.code, '2026-04', 12);
			// The commune's own report stands for its villages'.
			await approve(commune.code, '2026-04', 10);
			const { below, belowTogether } = await read('98');
			expect(belowTogether).toBe(90);
			expect(below).toMatchObject([
				{ unit: { code: commune.code }, current: 18, forecast: 54, standing: 'behind' },
				{ unit: { code: other.code }, current: null, standing: 'unknown' },
			]);
			const [listed] = await listTargets(database, { id: provinceId }, april);
			expect(listed).toMatchObject({
				...{ code: 'outreachSessions', target: 100, below: 90, unitsBelow: 2 },
				...{ current: 18, forecast: 54, standing: 'behind' },
			});
		}));

	it('keep the months of a unit that was merged since in the sum of the level above', () =>
		rolledBack(handle(), async (database) => {
			const { sibling, village, provinceId, set, approve } = await setUp(database);
			await set([[provinceId, 100]]);
			await set([[provinceId, 900]], { indicatorCode: 'publicServiceAccounts' });
			await approve(village.code, '2026-01', 5);
			await approve(sibling.code, '2026-04', 3);
			await database
				.update(adminUnit)
				.set({ validTo: '2026-03-01' })
				.where(eq(adminUnit.id, village.id));
			const [sessions, accounts] = await listTargets(database, { id: provinceId }, april);
			expect(sessions).toMatchObject({ code: 'outreachSessions', current: 8 });
			// What was reached once is in the heirs' own reports.
			expect(accounts).toMatchObject({ code: 'publicServiceAccounts', current: 30 });
		}));

	it('compare shares of households with the coverage of the newest month', () =>
		rolledBack(handle(), async (database) => {
			const { commune, village, sibling, set, read, approve } = await setUp(database);
			await set([[commune.id, 80.5]], { indicatorCode: 'allFiveShare' });
			await approve(village.code, '2026-01', 20, 20);
			await approve(sibling.code, '2026-01', 20, 20);
			await approve(village.code, '2026-04', 60, 60);
			await approve(sibling.code, '2026-04', 40, 40);
			const { own } = await read(commune.code, 'allFiveShare');
			expect(own).toMatchObject({ target: 0.805, current: 0.5, standing: 'onTrack' });
			expect(own.forecast).toBe(1);
		}));

	it('divide by households so that the parts add up exactly', () =>
		rolledBack(handle(), async (database) => {
			const { commune, village, sibling, provinceId, other, set, read } = await setUp(database);
			await database.insert(householdRegister).values([
				{ unitId: village.id, year: 2025, source: 'test', households: 100 },
				{ unitId: sibling.id, year: 2025, source: 'test', households: 200 },
				{ unitId: other.id, year: 2025, source: 'test', households: 400 },
			]);
			await set([[provinceId, 101]]);
			const { below } = await read('98');
			expect(below.map(({ unit, proposed }) => [unit.id, proposed])).toEqual([
				[commune.id, 43],
				[other.id, 58],
			]);
		}));
});

it('counts the months of a year whose deadline has passed', () => {
	expect(elapsedMonths(2026, '2026-04')).toBe(4);
	expect(elapsedMonths(2025, '2026-04')).toBe(12);
	expect(elapsedMonths(2027, '2026-04')).toBe(0);
});
