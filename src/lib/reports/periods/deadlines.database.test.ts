import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../../tests/database';
import { makeProvince, reportOf } from '../../../../tests/database/province';
import { unitByCode } from '../../admin-units/home.server';
import { timelinessOf } from '../../contracts/timeliness';
import { syncCatalogue } from '../../indicators/sync.server';
import type { Database } from '../../server/db/client';
import {
	adminUnit,
	deadlineException,
	deadlineVersion,
	report,
	reportingPeriod,
} from '../../server/db/schema';
import { readRanking } from '../../ranking/read.server';
import { decideReports } from '../review/decide.server';
import { readVersions } from './deadline-versions.server';
import { firstDueDays, firstReturnGraceDays } from './deadlines';
import {
	ensurePeriods,
	findPeriods,
	latestDuePeriod,
	makeCurrentPeriods,
	periodByCode,
} from './periods.server';
import { readCoverageMonth } from '../status/coverage-month.server';
import { readStandings } from '../status/standing.server';
import { submitReports } from '../intake/submit.server';

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
					clause:
						'Hướng dẫn tháng 3/2022 của Thanh Hóa, mục 6; Chỉ thị năm 2023 của Bắc Giang, mục 2.9e',
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
			await readCoverageMonth(database, {
				homeCode: '98',
				periodCode: undefined,
				actor: null,
				now,
			});
			await latestDuePeriod(database, now, null);
			expect(await periodByCode(database, '2026-Q3', null)).toMatchObject({
				id: 0,
				due: { district: '2026-09-19T17:00:00.000Z' },
			});
			expect(await database.$count(reportingPeriod)).toBe(0);
			await expect(periodByCode(database, '2026-13', null)).rejects.toThrow();
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
				(await findPeriods(database, [code], unitId ?? null)).get(code)?.due.village;
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

	it('a report that is refused makes no period, and one that is taken makes its own', () =>
		rolledBack(handle(), async (database) => {
			const { first, reporter } = await setUp(database);
			const now = new Date('2026-10-20T03:00:00Z');
			const monthCodes = async () =>
				(await database.select().from(reportingPeriod)).map(({ code }) => code).sort();
			const before = await monthCodes();
			const months = ['2022-05', '2023-07', '2025-Q2', '2024'];
			const send = (codes: string[], extra: object) =>
				submitReports(
					database,
					reporter,
					codes.map((code) => ({ ...reportOf(first.code, code, 10, 100), ...extra })),
					{ channel: 'api', now },
				);
			await send(months, { unit: 'nowhere' });
			await send(months, { householdSkills: { households: 10, allFive: 20 } });
			const [early] = await send(['2021-12'], {});
			expect(early).toMatchObject({ problems: [{ rule: 'periodTooEarly' }] });
			await decideReports(
				database,
				reporter,
				months.map((code) => ({
					...{ unit: first.code, period: code, revision: 1 },
					...({ decision: 'approve', comment: '' } as const),
				})),
				now,
			);
			expect(await monthCodes()).toEqual(before);
			const [taken, refused] = await send(['2023-07', '2023-08'], {});
			expect([taken?.status, refused?.status]).toEqual(['accepted', 'accepted']);
			expect(await monthCodes()).toEqual([...before, '2023-07', '2023-08'].sort());
		}));

	it('of a province hold on every screen, as does the founding of a commune', () =>
		rolledBack(handle(), async (database) => {
			const { provinceId, communes, first, submit, addVersion, approver } = await setUp(database);
			const month = { ...firstDueDays.month, commune: 26 };
			await addVersion(provinceId, { dueDays: { ...firstDueDays, month } });
			const [commune] = communes;
			if (!commune) throw new Error('one commune');
			const [founded] = await database
				.insert(adminUnit)
				.values({
					...{ code: '98990', level: 'commune', kind: 'xa', name: 'Xã mới', searchName: 'xa moi' },
					...{ parentId: provinceId, validFrom: '2026-10-27' },
				} as const)
				.returning({ id: adminUnit.id });
			if (!founded) throw new Error('the commune was stored');
			const at = '2026-10-26T20:00:00Z';
			await submit(first.code, at);
			await submit(commune.villages[1]?.code ?? '', at);
			const now = new Date('2026-11-05T03:00:00Z');
			const home = { homeCode: '98', periodCode: period, actor: approver, now };
			const coverageMonth = await readCoverageMonth(database, home);
			if (!coverageMonth) throw new Error('the province is there');
			const { snapshot } = coverageMonth;
			const unitOf = (id: number) => {
				const unit = snapshot.units.find((one) => one.id === id);
				if (!unit) throw new Error('the commune is on the map');
				return unit;
			};
			const onMap = (id: number) =>
				timelinessOf(
					unitOf(id),
					snapshot.statuses.find(({ unitId }) => unitId === id),
					snapshot.period,
					now,
				);
			expect([onMap(commune.id), onMap(founded.id)]).toEqual(['late', 'notRequired']);
			// The newest month whose deadline has passed, by the province's own day.
			const dayAfter = new Date('2026-10-26T01:00:00Z');
			expect((await latestDuePeriod(database, dayAfter, provinceId)).code).toBe(period);
			expect((await latestDuePeriod(database, dayAfter, null)).code).toBe('2026-09');
			const scope = await unitByCode(database, '98', '2026-10-31');
			if (!scope) throw new Error('the province is there');
			const { entries } = await readRanking(database, {
				...({ scope, level: 'commune', basis: 'approved', actor: approver, now } as const),
				period: snapshot.period,
			});
			const ranked = (id: number) => {
				const entry = entries.find(({ unitId }) => unitId === id);
				return [entry?.reportsOnTime, entry?.reportsDue];
			};
			expect([ranked(commune.id), ranked(founded.id)]).toEqual([
				[0, 1],
				[0, 0],
			]);
			const standings = await readStandings(database, scope, snapshot.period, now);
			const standing = (id: number) => {
				const found = standings.find((one) => one.id === id);
				return found?.timeliness;
			};
			expect([standing(commune.id), standing(founded.id)]).toEqual(['late', 'notRequired']);
		}));
});
