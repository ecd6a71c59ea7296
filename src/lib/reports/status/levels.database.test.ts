import { expect, it } from 'vitest';
import { addUnit } from '../../../../tests/database/accounts';
import { describeDatabase, rolledBack } from '../../../../tests/database';
import { makeAccount, makeProvince, reportOf } from '../../../../tests/database/province';
import { syncCatalogue } from '../../indicators/sync.server';
import type { Database } from '../../server/db/client';
import { coverage } from '../../server/db/schema';
import { readEntryWork } from '../entry/read-work.server';
import { submitReports } from '../intake/submit.server';
import { ensurePeriods } from '../periods/periods.server';
import { readDuties } from '../reminders/duties.server';
import { decideReports } from '../review/decide.server';
import { readStatus } from './status.server';

const period = '2026-10';

async function setUp(database: Database) {
	await syncCatalogue(database);
	const province = await makeProvince(database, { communes: 1, villages: 0 });
	const districtId = await addUnit(database, '981', 'district', province.provinceId);
	const communeId = await addUnit(database, '98101', 'commune', districtId);
	const clerk = await makeAccount(database, 'huyen', 'reporter', districtId);
	const head = await makeAccount(database, 'lanh-dao', 'approver', districtId);
	const submit = async (report: object, at: string) => {
		const arrival = { channel: 'form', now: new Date(at) } as const;
		const [result] = await submitReports(database, clerk, [report], arrival);
		return result?.status === 'rejected'
			? result.problems.map(({ field, rule }) => `${field} ${rule}`)
			: result?.status;
	};
	const own = async (unit: string, at: string, of = period) =>
		(
			await readStatus(database, province.approver, {
				...{ unit, period: of, at: undefined, search: '', filter: 'all', now: new Date(at) },
			})
		)?.own?.timeliness;
	return { ...province, districtId, communeId, clerk, head, submit, own };
}

const district = (values: Record<string, number>) => ({
	unit: '981',
	period,
	values: Object.entries(values).map(([indicator, value]) => ({ indicator, value })),
});

describeDatabase('a district as a reporter', (handle) => {
	it('reports what it did itself before day 28, is approved or returned, and may be late', () =>
		rolledBack(handle(), async (database) => {
			const { submit, own, head } = await setUp(database);
			expect(await own('981', '2026-10-27T16:59:59Z')).toBe('pending');
			expect(await own('981', '2026-10-27T17:00:00Z')).toBe('missing');
			expect(await submit(district({ memberClasses: 1 }), '2026-10-27T16:59:59Z')).toBe('accepted');
			expect(await own('981', '2026-10-27T17:00:00Z')).toBe('onTime');
			const decision = { unit: '981', period, revision: 1, comment: 'Thiếu lượt dự.' } as const;
			const at = new Date('2026-10-28T02:00:00Z');
			const decide = (decided: 'approve' | 'return', revision: number) =>
				decideReports(database, head, [{ ...decision, decision: decided, revision }], at);
			expect(await decide('return', 1)).toMatchObject([{ status: 'done' }]);
			const again = district({ memberClasses: 1, memberClassAttendance: 79 });
			expect(await submit(again, '2026-10-29T02:00:00Z')).toBe('accepted');
			expect(await decide('approve', 2)).toMatchObject([{ status: 'done' }]);
			expect(await own('981', '2026-10-30T00:00:00Z')).toBe('onTime');
		}));

	it('is due before day 20 of the quarter’s last month', () =>
		rolledBack(handle(), async (database) => {
			const { own } = await setUp(database);
			expect(await own('981', '2026-09-19T16:59:59Z', '2026-Q3')).toBe('pending');
			expect(await own('981', '2026-09-19T17:00:00Z', '2026-Q3')).toBe('missing');
		}));

	it('is asked neither for households nor for what communes count, and is in no coverage', () =>
		rolledBack(handle(), async (database) => {
			const { submit } = await setUp(database);
			const at = '2026-10-20T02:00:00Z';
			expect(await submit(reportOf('981', period, 10, 100), at)).toEqual([
				'householdSkills notForReporter',
			]);
			expect(await submit(district({ paymentAccounts: 5 }), at)).toEqual([
				'values.paymentAccounts notForReporter',
			]);
			expect(await submit(district({ newsItems: 5 }), at)).toBe('accepted');
			expect(await database.$count(coverage)).toBe(0);
		}));

	it('stands apart from its communes in what the level above sees, and is reminded of itself', () =>
		rolledBack(handle(), async (database) => {
			const { provinceId, districtId, approver, clerk, submit } = await setUp(database);
			const now = new Date('2026-10-27T17:00:00Z');
			await ensurePeriods(database, [period]);
			const lines = async () => {
				const asked = {
					unit: '98',
					period,
					at: undefined,
					search: '',
					filter: 'all',
					now,
				} as const;
				const status = await readStatus(database, approver, asked);
				return status?.lines.flatMap(({ code, counts, own }) =>
					code === '981' ? [[counts.due, counts.missing, own]] : [],
				);
			};
			expect(await lines()).toEqual([[1, 1, 'missing']]);
			const duties = await readDuties(database, [districtId, provinceId], now, () => true);
			expect(
				duties
					.filter((duty) => duty.period.code === period)
					.map(({ scope, isOwn, due }) => [scope.code, isOwn, due.toISOString()]),
			).toEqual([
				['98', false, '2026-10-26T17:00:00.000Z'],
				['98', true, '2026-10-31T17:00:00.000Z'],
				['981', false, '2026-10-26T17:00:00.000Z'],
				['981', true, '2026-10-27T17:00:00.000Z'],
			]);
			await submit(district({ newsItems: 5 }), '2026-10-20T02:00:00Z');
			expect(await lines()).toEqual([[1, 1, 'onTime']]);
			const work = await readEntryWork(database, clerk, { locale: 'vi', now });
			const entry = work.reports.find(
				(report) => report.unit.code === '981' && report.period === period,
			);
			expect(entry).toMatchObject({ due: '2026-10-27T17:00:00.000Z', newest: { revision: 1 } });
			expect(work.forms.level).toContain('memberClasses');
			expect(work.forms.level).not.toContain('ocopProducts');
		}));

	it('shows a village that it has sent nothing, and once it has', () =>
		rolledBack(handle(), async (database) => {
			await syncCatalogue(database);
			const { reporter, communes } = await makeProvince(database, { communes: 1, villages: 1 });
			const village = communes[0]?.villages[0];
			if (!village) throw new Error('a village');
			const leader = await makeAccount(database, 'to-truong', 'reporter', village.id);
			const seen = async (at: string) => {
				const status = await readStatus(database, leader, {
					...{ unit: undefined, period, at: undefined, search: '', filter: 'all' },
					now: new Date(at),
				});
				return status?.lines.map(({ code, timeliness }) => [code, timeliness, status.total.due]);
			};
			expect(await seen('2026-10-24T17:00:00Z')).toEqual([[village.code, 'missing', 1]]);
			const report = reportOf(village.code, period, 10, 100);
			const arrival = { channel: 'form', now: new Date('2026-10-24T18:00:00Z') } as const;
			await submitReports(database, reporter, [report], arrival);
			expect(await seen('2026-10-24T19:00:00Z')).toEqual([[village.code, 'late', 1]]);
		}));
});
