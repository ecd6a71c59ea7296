import { eq, inArray } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../../tests/database';
import { makeProvince, reportOf, type TestProvince } from '../../../../tests/database/province';
import { lookAtScreens, now, period } from '../../../../tests/database/reporting-screens';
import { unitByCode } from '../../admin-units/home.server';
import { readCommune } from '../../coverage/commune/read.server';
import { syncCatalogue } from '../../indicators/sync.server';
import { readRanking } from '../../ranking/read.server';
import type { Database } from '../../server/db/client';
import { adminUnit, deadlineVersion, team } from '../../server/db/schema';
import { readEntryWork } from '../entry/read-work.server';
import { submitReports } from '../intake/submit.server';
import { readDuties } from '../reminders/duties.server';
import { readReportableUnits } from '../status/overview.server';
import { readStandings } from '../status/standing.server';
import { firstDueDays } from './deadlines';
import { ensurePeriods, periodByCode } from './periods.server';

/** Local time 03:00. */
const on = (day: number) => new Date(`2026-10-${String(day - 1).padStart(2, '0')}T20:00:00Z`);

/** In 98 villages report before day 24, and communes before day 26 instead of 28. */
async function moveDays(database: Database, { provinceId }: TestProvince) {
	await database.insert(deadlineVersion).values({
		...{ unitId: provinceId, validFrom: '2026-10-01', clause: 'thử nghiệm', returnGraceDays: 3 },
		...{ remindDaysBefore: [], remindDaysAfter: [], escalateAfterDays: 5 },
		dueDays: { ...firstDueDays, month: { ...firstDueDays.month, village: 24, commune: 26 } },
	});
}

const submit = (database: Database, { reporter }: TestProvince, codes: string[], day: number) =>
	submitReports(
		database,
		reporter,
		codes.map((code) => reportOf(code, period, 10, 100)),
		{ channel: 'form', now: on(day) },
	);

/** Without a team below it a commune reports by itself. */
const closeTeams = (database: Database, { villages }: TestProvince['communes'][number]) =>
	database.delete(team).where(
		inArray(
			team.unitId,
			villages.map(({ id }) => id),
		),
	);

const setUnit = (
	database: Database,
	id: number | undefined,
	days: Partial<typeof adminUnit.$inferInsert>,
) =>
	database
		.update(adminUnit)
		.set(days)
		.where(eq(adminUnit.id, id ?? 0));

describeDatabase('who must report by when', (handle) => {
	it('is the same on every screen: a province’s own days, units founded since, units that ended', () =>
		rolledBack(handle(), async (database) => {
			await syncCatalogue(database);
			const province = await makeProvince(database, { communes: 5, villages: 4 });
			await moveDays(database, province);
			const [own, summed, founded, silent, ended] = province.communes;
			if (!own || !summed || !founded || !silent || !ended) throw new Error('five communes');
			for (const commune of [own, founded, silent, ended]) await closeTeams(database, commune);
			await setUnit(database, founded.id, { validFrom: '2026-10-26' });
			await setUnit(database, ended.id, { validTo: '2026-10-20' });
			const [first, second, young, gone] = summed.villages;
			await setUnit(database, young?.id, { validFrom: '2026-10-24' });
			await setUnit(database, gone?.id, { validTo: '2026-10-20' });
			await submit(database, province, [own.code], 27);
			await submit(database, province, [first?.code ?? '', second?.code ?? ''], 27);

			const seen = await lookAtScreens(database, province, '98');
			const expected = {
				...{ [own.code]: 'late', [summed.code]: 'late' },
				...{ [founded.code]: 'notRequired', [silent.code]: 'missing' },
			};
			const { map, ranking, communePage, status } = seen;
			expect({ map, ranking, communePage, status }).toEqual({
				...{ map: expected, ranking: expected, communePage: expected, status: expected },
			});
			expect(seen.punctual).toEqual({
				...{ [own.code]: '0/1', [summed.code]: '0/1' },
				...{ [founded.code]: '0/0', [silent.code]: '0/1' },
			});
			expect(seen.snapshot.scope.reportsRequired).toBe(4);
			expect(seen.missing).toEqual([silent.code]);
			const { overdue } = seen.brief;
			expect([overdue.missing.map(({ unitId }) => unitId), overdue.late.length]).toEqual([
				[silent.id],
				2,
			]);

			// Villages, one by one.
			const unit = await unitByCode(database, summed.code, '2026-10-31');
			if (!unit) throw new Error('the commune is there');
			const days = await periodByCode(database, period, unit.id);
			const page = await readCommune(database, unit, days, null, now);
			const lines = await readStandings(database, unit, days, now);
			const villages = await readRanking(database, {
				...({ scope: unit, level: 'village', basis: 'approved', now } as const),
				...{ actor: province.approver, period: days },
			});
			expect(page.villages.map(({ unit: { id }, timeliness }) => [id, timeliness])).toEqual([
				[first?.id, 'late'],
				[second?.id, 'late'],
				[young?.id, 'notRequired'],
			]);
			expect(lines.map(({ timeliness }) => timeliness)).toEqual([
				...['late', 'late', 'notRequired'],
			]);
			expect(
				villages.entries
					.map((entry) => [entry.unitId, entry.reportsOnTime, entry.reportsDue])
					.sort(),
			).toEqual([
				[first?.id, 0, 1],
				[second?.id, 0, 1],
			]);

			// Who is reminded, and who may enter what.
			const always = () => true;
			const [duty] = await readDuties(database, [province.provinceId], on(20), always);
			expect([duty?.due.toISOString(), duty?.reports.due]).toEqual(['2026-10-25T17:00:00.000Z', 4]);
			const work = await readEntryWork(database, province.reporter, { locale: 'vi', now });
			const asked = work.reports.filter((report) => report.period === period);
			expect(asked.map(({ unit: { code }, due }) => [code, due]).sort()).toEqual(
				[
					...[first, second].map((village) => [village?.code, '2026-10-23T17:00:00.000Z']),
					...[own, summed, silent].map(({ code }) => [code, '2026-10-25T17:00:00.000Z']),
					['98', '2026-10-31T17:00:00.000Z'],
				].sort(),
			);
		}));

	it('is the commune’s own day for a commune, whoever was late below, and a village’s own report for a village', () =>
		rolledBack(handle(), async (database) => {
			await syncCatalogue(database);
			const province = await makeProvince(database, { communes: 4, villages: 2 });
			const [sooner, own, partly, over] = province.communes;
			if (!sooner || !own || !partly || !over) throw new Error('four communes');
			const send = (units: readonly ({ code: string } | undefined)[], day: number) =>
				submit(
					database,
					province,
					units.map((unit) => unit?.code ?? ''),
					day,
				);
			// After the villages' day, before the communes'.
			await send(sooner.villages, 26);
			await send([own.villages[0]], 26);
			await send([own], 26);
			await send([partly.villages[0]], 20);
			await send(over.villages, 29);
			const { map, ranking, communePage, status } = await lookAtScreens(database, province, '98');
			const expected = {
				...{ [sooner.code]: 'onTime', [own.code]: 'onTime' },
				...{ [partly.code]: 'late', [over.code]: 'late' },
			};
			expect({ map, ranking, communePage, status }).toEqual({
				...{ map: expected, ranking: expected, communePage: expected, status: expected },
			});

			const unit = await unitByCode(database, own.code, '2026-10-31');
			if (!unit) throw new Error('the commune is there');
			const days = await periodByCode(database, period, unit.id);
			const page = await readCommune(database, unit, days, null, now);
			const lines = await readStandings(database, unit, days, now);
			expect(page.villages.map(({ timeliness }) => timeliness)).toEqual(['late', 'missing']);
			expect(lines.map(({ timeliness }) => timeliness)).toEqual(['late', 'missing']);
			// Its own report is all that is asked of the commune.
			const duties = await readDuties(database, [own.id, partly.id], on(30), () => true);
			expect(duties.map(({ scope, reports }) => [scope.code, reports])).toEqual([
				[partly.code, { due: 2, missing: 1 }],
			]);
		}));

	it('asks nothing of villages whose commune ended, offers nothing for them, and takes nothing', () =>
		rolledBack(handle(), async (database) => {
			await syncCatalogue(database);
			const province = await makeProvince(database, { communes: 2, villages: 2 });
			const [stays, ended] = province.communes;
			if (!stays || !ended) throw new Error('two communes');
			await setUnit(database, ended.id, { validTo: '2026-10-10' });
			await ensurePeriods(database, [period]);
			const work = await readEntryWork(database, province.reporter, { locale: 'vi', now });
			const month = await periodByCode(database, period, province.provinceId);
			const offered = await readReportableUnits(database, province.reporter, month, {
				...{ filter: { code: '', searchName: '' }, limit: 100 },
			});
			const left = ['98', stays.code, ...stays.villages.map(({ code }) => code)].sort();
			const inWork = work.reports.filter((report) => report.period === period);
			expect(inWork.map(({ unit }) => unit.code).sort()).toEqual(left);
			expect(work.leftOut).toBe(0);
			expect(offered.lines.map(({ code }) => code).sort()).toEqual(left);
			const ids = ended.villages.map(({ id }) => id);
			expect(await readDuties(database, [ended.id, ...ids], on(30), () => true)).toEqual([]);
			const codes = [stays.villages[0], ended.villages[0], ended].map((unit) => unit?.code ?? '');
			const sent = codes.map((code) => reportOf(code, period, 10, 50));
			const results = await submitReports(database, province.reporter, sent, {
				channel: 'api',
				now,
			});
			expect(
				results.map((result) => result.status === 'rejected' && [result.unit, result.problems]),
			).toEqual([
				false,
				[codes[1], [expect.objectContaining({ field: 'unit', rule: 'communeEnded' })]],
				[codes[2], [expect.objectContaining({ field: 'unit', rule: 'unknownUnit' })]],
			]);
		}));

	it('goes by each province’s own days where the site is about the country', () =>
		rolledBack(handle(), async (database) => {
			await syncCatalogue(database);
			const moved = await makeProvince(database, { communes: 1, villages: 1 });
			const usual = await makeProvince(database, { communes: 1, villages: 1, code: '97' });
			await setUnit(database, usual.provinceId, { parentId: moved.countryId });
			await moveDays(database, moved);
			for (const province of [moved, usual]) {
				for (const commune of province.communes) await closeTeams(database, commune);
				await submit(
					database,
					province,
					province.communes.map(({ code }) => code),
					26,
				);
			}
			const seen = await lookAtScreens(database, moved, 'VN98');
			const expected = { '98000': 'late', '97000': 'onTime' };
			const { map, ranking, communePage, status } = seen;
			expect({ map, ranking, communePage, status }).toEqual({
				...{ map: expected, ranking: expected, communePage: expected, status: expected },
			});
			expect(seen.punctual).toEqual({ '98000': '0/1', '97000': '1/1' });
			const days = await periodByCode(database, period, seen.scope.id);
			const lines = await readStandings(database, seen.scope, days, now);
			expect(lines.map(({ code, timeliness }) => [code, timeliness])).toEqual([
				['97', 'onTime'],
				['98', 'late'],
			]);
		}));
});
