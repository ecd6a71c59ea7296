import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../tests/database';
import { makeProvince, reportOf } from '../../../tests/database/province';
import { syncCatalogue } from '../indicators/sync.server';
import type { Database } from '../server/db/client';
import { deadlineException, deadlineVersion, report, reportingPeriod } from '../server/db/schema';
import { decideReports } from './decide.server';
import { readVersions } from './deadline-versions.server';
import { firstDueDays, firstReturnGraceDays } from './deadlines';
import {
	ensurePeriods,
	findPeriods,
	latestDuePeriod,
	makeCurrentPeriods,
	periodByCode,
} from './periods.server';
import { readScreen } from './screen.server';
import { submitReports } from './submit.server';

const period = '2026-10';

async function setUp(database: Database) {
	await syncCatalogue(database);
	const province = await makeProvince(database, { communes: 1, villages: 2 });
	const [first, second] = province.communes[0]?.villages ?? [];
	if (!first || !second) throw new Error('two villages');
	const submit = async (unit: string, now: string, able = 10) => {
		const [result] = await submitReports(
			database,
			province.reporter,
			[reportOf(unit, period, able, 100)],
			{ channel: 'form', now: new Date(now) },
		);
		return result?.status === 'rejected' ? result.problems.map(({ rule }) => rule) : 'accepted';
	};
	const addVersion = (
		unitId: number,
		given: Partial<typeof deadlineVersion.$inferInsert>,
		validFrom = '2026-10-01',
	) =>
		database.insert(deadlineVersion).values({
			unitId,
			validFrom,
			clause: 'thử nghiệm',
			dueDays: firstDueDays,
			returnGraceDays: 3,
			remindDaysBefore: [],
			remindDaysAfter: [],
			escalateAfterDays: 5,
			...given,
		});
	return { ...province, first, second, submit, addVersion };
}

describeDatabase('deadlines', (handle) => {
	it('begin with the rules that the documents state', () =>
		rolledBack(handle(), async (database) => {
			expect(await readVersions(database)).toMatchObject([
				{
					unitId: null,
					dueDays: firstDueDays,
					returnGraceDays: firstReturnGraceDays,
					lockAfterDays: null,
				},
			]);
		}));

	it('are not made by reading: a period that nobody made has those that it would get', () =>
		rolledBack(handle(), async (database) => {
			await setUp(database);
			const now = new Date('2026-11-02T03:00:00Z');
			await readScreen(database, { homeCode: '98', periodCode: undefined, actor: null, now });
			await latestDuePeriod(database, now);
			expect(await periodByCode(database, '2026-Q3')).toMatchObject({
				id: 0,
				due: { district: '2026-09-19T17:00:00.000Z' },
			});
			expect(await database.$count(reportingPeriod)).toBe(0);
			await expect(periodByCode(database, '2026-13')).rejects.toThrow();
		}));

	it('are made for the running periods, the next day included, once', () =>
		rolledBack(handle(), async (database) => {
			const now = new Date('2026-12-31T03:00:00Z');
			await makeCurrentPeriods(database, now);
			const codes = async () =>
				(await database.select({ code: reportingPeriod.code }).from(reportingPeriod))
					.map(({ code }) => code)
					.sort();
			const made = await codes();
			expect(made).toEqual(
				expect.arrayContaining([period, '2026-12', '2026-Q4', '2026', '2027-01', '2027']),
			);
			await makeCurrentPeriods(database, now);
			expect(await codes()).toEqual(made);
		}));

	it('are those of the nearest unit with rules of its own, from a day on, and never move', () =>
		rolledBack(handle(), async (database) => {
			const { provinceId, communes, first, submit, addVersion } = await setUp(database);
			await ensurePeriods(database, ['2026-09']);
			const month = { ...firstDueDays.month, village: 20, commune: 23 };
			await addVersion(provinceId, { dueDays: { ...firstDueDays, month } }, '2026-09-15');
			const due = async (code: string, unitId?: number) =>
				(await findPeriods(database, [code], unitId)).get(code)?.due.village;
			const communeId = communes[0]?.id ?? 0;
			// Before and after it is made.
			expect(await due('2026-10', communeId)).toBe('2026-10-19T17:00:00.000Z');
			await ensurePeriods(database, ['2026-10']);
			expect(await due('2026-10', communeId)).toBe('2026-10-19T17:00:00.000Z');
			expect(await due('2026-10')).toBe('2026-10-24T17:00:00.000Z');
			expect(await due('2026-09', communeId)).toBe('2026-09-24T17:00:00.000Z');

			await submit(first.code, '2026-10-21T00:00:00Z');
			const [stored] = await database.select({ onTime: report.onTime }).from(report);
			expect(stored).toEqual({ onTime: false });
		}));

	it('close intake where a rule says so, but for a dated exception and an answer in time', () =>
		rolledBack(handle(), async (database) => {
			const { provinceId, communes, reporter, approver, first, second, submit, addVersion } =
				await setUp(database);
			await addVersion(provinceId, { lockAfterDays: 2 });
			expect(await submit(first.code, '2026-10-26T16:59:59Z')).toBe('accepted');
			expect(await submit(second.code, '2026-10-26T17:00:00Z')).toEqual(['locked']);
			expect(await submit(first.code, '2026-10-26T17:00:00Z', 11)).toEqual(['locked']);

			const at = new Date('2026-10-27T00:00:00Z');
			const decision = { decision: 'return', comment: 'xem lại', revision: 1 } as const;
			await decideReports(database, approver, [{ unit: first.code, period, ...decision }], at);
			expect(await submit(first.code, '2026-10-30T00:00:00Z', 11)).toBe('accepted');
			expect(await submit(first.code, '2026-10-30T00:00:00Z', 12)).toEqual(['locked']);

			const [made] = await database
				.select({ id: reportingPeriod.id })
				.from(reportingPeriod)
				.where(eq(reportingPeriod.code, period));
			await database.insert(deadlineException).values({
				unitId: communes[0]?.id ?? 0,
				periodId: made?.id ?? 0,
				until: new Date('2026-11-05T00:00:00Z'),
				reason: 'lũ lụt',
				createdBy: reporter.accountId,
			});
			expect(await submit(second.code, '2026-11-04T23:59:59Z')).toBe('accepted');
			expect(await submit(second.code, '2026-11-05T00:00:00Z', 11)).toEqual(['locked']);
		}));

	it('take a yearly report, and compare it with no month', () =>
		rolledBack(handle(), async (database) => {
			const { first, reporter, submit } = await setUp(database);
			expect(await submit(first.code, '2026-10-20T00:00:00Z', 50)).toBe('accepted');
			const results = await submitReports(
				database,
				reporter,
				[reportOf(first.code, '2026', 40, 100)],
				{ channel: 'api', now: new Date('2026-12-01T00:00:00Z') },
			);
			expect(results).toMatchObject([{ status: 'accepted', period: '2026' }]);
		}));
});
