import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../../tests/database';
import { addUnit } from '../../../../tests/database/accounts';
import { makeAccount, makeProvince, reportOf } from '../../../../tests/database/province';
import { countStatements } from '../../../../tests/database/statements';
import { recordActivity } from '../../activities/record.server';
import { isRegistryIndicator } from '../../contracts/teams/registry-figures';
import { unitByCode } from '../../admin-units/home.server';
import type { Actor } from '../../contracts/accounts';
import { codesOfForm } from '../../indicators/rules.server';
import { syncCatalogue } from '../../indicators/sync.server';
import type { Database } from '../../server/db/client';
import { householdRegister, team } from '../../server/db/schema';
import { ensurePeriods, periodByCode } from '../periods/periods.server';
import { explainRegister } from '../register/explain.server';
import { addAdHoc } from '../rules/add-ad-hoc.server';
import { addVersion } from '../rules/add-version.server';
import { dueFields } from '../rules/schemas';
import { readStandings } from '../status/standing.server';
import { submitReports } from '../intake/submit.server';
import { readReportForm } from '../form/read-report-form.server';
import { readEntryWork } from './read-work.server';

const now = new Date('2026-11-20T03:00:00Z');
const regular = ['2026-09', '2026-10', '2026-11', '2026-12', '2026-Q2', '2026-Q3', '2026-Q4'];

async function setUp(database: Database) {
	await syncCatalogue(database);
	const province = await makeProvince(database, { communes: 2, villages: 2 });
	const [commune, other] = province.communes;
	const [village, sibling] = commune?.villages ?? [];
	if (!commune || !other || !village || !sibling) throw new Error('two communes of two villages');
	const administrator = await makeAccount(database, 'admin', 'administrator', province.provinceId);
	const leader = await makeAccount(database, 'leader', 'reporter', village.id);
	const officer = await makeAccount(database, 'officer', 'reporter', commune.id);
	const ask = (unitId: number, code: string, change: object = {}) =>
		addAdHoc(database, administrator, {
			unitId: String(unitId),
			code,
			title: 'Rà soát lừa đảo trực tuyến',
			startsOn: '2026-11-01',
			endsOn: '2026-11-30',
			due: '2026-12-05T17:00',
			...change,
		});
	const listed = async (actor: Actor, at = now) => {
		const { reports } = await readEntryWork(database, actor, { locale: 'vi', now: at });
		return reports.map(({ unit, period }) => `${unit.code} ${period}`);
	};
	return {
		...province,
		commune,
		other,
		village,
		sibling,
		administrator,
		leader,
		officer,
		ask,
		listed,
	};
}

describeDatabase('the list of reports on a phone', (handle) => {
	it('has months, then quarters, years and ad hoc reports that are near, each with its deadline', () =>
		rolledBack(handle(), async (database) => {
			const { village, other, leader, ask } = await setUp(database);
			await ensurePeriods(database, [...regular, '2025', '2026']);
			await ask(village.id, 'LUA-DAO-01');
			await ask(village.id, 'LUA-DAO-02', { endsOn: '2027-03-01', due: '2027-03-01T17:00' });
			await ask(other.id, 'LUA-DAO-03');
			const { periods, reports } = await readEntryWork(database, leader, { locale: 'vi', now });
			expect(reports.map(({ period, due }) => [period, due])).toEqual([
				['2026-11', '2026-11-24T17:00:00.000Z'],
				['2026-10', '2026-10-24T17:00:00.000Z'],
				['2026-Q3', '2026-09-14T17:00:00.000Z'],
				['LUA-DAO-01', '2026-12-05T10:00:00.000Z'],
				['2026', '2026-12-09T17:00:00.000Z'],
				['2026-Q4', '2026-12-14T17:00:00.000Z'],
			]);
			expect(periods.map(({ code }) => code)).toEqual(reports.map(({ period }) => period));
			expect(periods[3]).toMatchObject({ kind: 'adHoc', title: 'Rà soát lừa đảo trực tuyến' });
		}));

	it('leaves out what is not required, as the state of reporting does, but not what was reported', () =>
		rolledBack(handle(), async (database) => {
			const { commune, village, sibling, officer, listed } = await setUp(database);
			await ensurePeriods(database, ['2026-10', '2026-11', '2026-Q4']);
			const report = reportOf(sibling.code, '2026-10', 10, 100);
			await submitReports(database, officer, [report], { channel: 'form', now });
			await database
				.update(team)
				.set({ closedOn: '2026-10-20' })
				.where(eq(team.unitId, sibling.id));
			expect(await listed(officer)).toEqual([
				`${village.code} 2026-11`,
				`${commune.code} 2026-11`,
				`${village.code} 2026-10`,
				`${sibling.code} 2026-10`,
				`${commune.code} 2026-10`,
				`${village.code} 2026-Q4`,
				`${commune.code} 2026-Q4`,
			]);
			const scope = await unitByCode(database, commune.code, '2026-11-30');
			if (!scope) throw new Error('the commune is there');
			const standings = await readStandings(
				database,
				scope,
				await periodByCode(database, '2026-11', null),
				now,
			);
			expect(standings.map(({ code, counts }) => [code, counts.due])).toEqual([
				[village.code, 1],
				[sibling.code, 0],
			]);
		}));

	it('leaves out what intake is closed for', () =>
		rolledBack(handle(), async (database) => {
			const { administrator, provinceId, village, leader, listed } = await setUp(database);
			await addVersion(database, administrator, {
				unitId: String(provinceId),
				validFrom: '2026-12-01',
				clause: 'Kế hoạch số 1, mục 2',
				...Object.fromEntries(dueFields.map(({ name }) => [name, '20'])),
				cutOffDay: '',
				returnGraceDays: '3',
				lockAfterDays: '2',
				remindDaysBefore: '',
				remindDaysAfter: '',
				escalateAfterDays: '5',
			});
			await ensurePeriods(database, ['2026-12']);
			expect(await listed(leader, new Date('2026-12-21T16:59:59Z'))).toEqual([
				`${village.code} 2026-12`,
			]);
			expect(await listed(leader, new Date('2026-12-21T17:00:00Z'))).toEqual([]);
		}));

	it('has the months of an organisation, with its own few indicators and by its deadline', () =>
		rolledBack(handle(), async (database) => {
			const { provinceId } = await setUp(database);
			await ensurePeriods(database, ['2026-11', '2026-Q4']);
			const unitId = await addUnit(database, 'BD98', 'organisation', provinceId);
			const actor = await makeAccount(database, 'buudien', 'reporter', unitId);
			const work = await readEntryWork(database, actor, { locale: 'vi', now });
			expect(work.reports).toMatchObject([
				{
					unit: { code: 'BD98', level: 'organisation' },
					period: '2026-11',
					due: '2026-11-27T17:00:00.000Z',
				},
			]);
			const codes = work.catalogue.indicators.map(({ code }) => code);
			expect(new Set(codes)).toEqual(codesOfForm('doanhNghiep'));
			expect(new Set(work.forms.doanhNghiep)).toEqual(codesOfForm('doanhNghiep'));
		}));

	it('asks a village for its own alone, its commune for more, and has what a village sent all the same', () =>
		rolledBack(handle(), async (database) => {
			const { commune, village, sibling, leader, officer } = await setUp(database);
			await ensurePeriods(database, ['2026-11']);
			const read = (actor: Actor) => readEntryWork(database, actor, { locale: 'vi', now });
			const own = await read(leader);
			expect(own.catalogue.indicators.map(({ code }) => code)).not.toContain('villagesRequired');
			expect(new Set(own.forms.village)).toEqual(codesOfForm('village'));
			const report = {
				...reportOf(village.code, '2026-11', 10, 100),
				values: [{ indicator: 'villagesRequired', value: 1 }],
			};
			expect(
				await submitReports(database, leader, [report], { channel: 'api', now }),
			).toMatchObject([{ status: 'accepted', revision: 1 }]);
			const work = await read(officer);
			expect(new Set(work.forms.village)).toEqual(codesOfForm('village'));
			expect(new Set(work.forms.commune)).toEqual(codesOfForm('commune'));
			const held = work.reports.map(({ unit, newest }) => [unit.code, newest?.values]);
			expect(held).toMatchObject([
				[village.code, { villagesRequired: { value: 1 } }],
				[sibling.code, undefined],
				[commune.code, undefined],
			]);
			// Named for whoever holds it, though no form of theirs asks for it.
			expect((await read(leader)).catalogue.indicators.map(({ code }) => code)).toContain(
				'villagesRequired',
			);
			const of = (unit: string) =>
				readReportForm(database, officer, { unit, period: '2026-11' }, 'vi');
			const codesAskedOf = async (unit: string) =>
				new Set((await of(unit)).catalogue.indicators.map(({ code }) => code));
			expect(await codesAskedOf(sibling.code)).toEqual(codesOfForm('village'));
			expect(await codesAskedOf(village.code)).toEqual(
				new Set([...codesOfForm('village'), 'villagesRequired']),
			);
			expect(await codesAskedOf(commune.code)).toEqual(codesOfForm('commune'));
		}));

	it("carries what each unit's own log says about each period", () =>
		rolledBack(handle(), async (database) => {
			const { commune, village, officer } = await setUp(database);
			await ensurePeriods(database, ['2026-10', '2026-11', '2026-Q4']);
			const session = (unitId: number, heldOn: string, attendance: number) =>
				recordActivity(
					database,
					officer,
					{
						...{ key: `key-${unitId}-${heldOn}`, unitId, heldOn, attendance },
						...{ kind: 'outreachSession', topic: 'several', place: 'Nhà văn hoá thôn' },
					},
					{ photo: null, now },
				);
			await session(village.id, '2026-10-12', 20);
			await session(village.id, '2026-11-18', 40);
			await session(commune.id, '2026-11-19', 7);
			const { reports } = await readEntryWork(database, officer, { locale: 'vi', now });
			const countsOf = (unit: string, period: string) =>
				reports.find((report) => report.unit.code === unit && report.period === period)?.log;
			const logOf = (unit: string, period: string) =>
				Object.fromEntries(
					Object.entries(countsOf(unit, period) ?? {}).filter(
						([code]) => !isRegistryIndicator(code),
					),
				);
			// How the teams stand is known from the registry.
			expect(countsOf(village.code, '2026-11')).toMatchObject({ villagesWithTeam: 1, members: 0 });
			expect(countsOf(commune.code, '2026-11')).toMatchObject({
				communesWithTeam: 0,
				communesRequired: 1,
				villagesWithTeam: 2,
				villagesRequired: 2,
			});
			expect(logOf(village.code, '2026-11')).toEqual({
				outreachSessions: 1,
				outreachAttendance: 40,
			});
			expect(logOf(village.code, '2026-Q4')).toEqual({
				outreachSessions: 2,
				outreachAttendance: 60,
			});
			expect(logOf(commune.code, '2026-11')).toEqual({
				outreachSessions: 1,
				outreachAttendance: 7,
			});
			expect(logOf(commune.villages[1]?.code ?? '', '2026-11')).toEqual({});
		}));

	it('counts for a commune what its villages noted and no village is asked for', () =>
		rolledBack(handle(), async (database) => {
			const { commune, village, sibling, officer } = await setUp(database);
			await ensurePeriods(database, ['2026-11']);
			for (const [{ id: unitId }, attendance] of [
				[commune, 5],
				[village, 9],
				[sibling, 4],
			] as const)
				await recordActivity(
					database,
					officer,
					{
						...{ key: `key-duty-${unitId}`, unitId, heldOn: '2026-11-17', attendance },
						...{ kind: 'oneStopDuty', topic: 'skill1', place: 'Bộ phận một cửa', leaflets: 10 },
					},
					{ photo: null, now },
				);
			const { reports } = await readEntryWork(database, officer, { locale: 'vi', now });
			expect(reports.find(({ unit }) => unit.code === commune.code)?.log).toMatchObject({
				oneStopDuties: 3,
				oneStopHelped: 18,
				leaflets: 10,
			});
		}));

	it('asks the database no more often for many periods than for one', () =>
		rolledBack(handle(), async (database) => {
			const { administrator, officer, commune, village, sibling, ask } = await setUp(database);
			const registers = [commune, village, sibling].map(({ id: unitId }) => ({
				...{ unitId, year: 2026, source: 'thử', households: 100 },
			}));
			await database.insert(householdRegister).values(registers);
			const explained = { households: '150', reason: 'Khu dân cư mới' };
			await explainRegister(database, administrator, village.id, explained, now);
			const read = () => readEntryWork(database, officer, { locale: 'vi', now });
			await ensurePeriods(database, ['2026-11']);
			expect((await read()).periods).toHaveLength(1);
			const forOne = await countStatements(read);
			await ensurePeriods(database, regular);
			await ask(commune.id, 'LUA-DAO-01');
			const { periods, reports } = await read();
			expect(periods).toHaveLength(5);
			// What there are no registers of asks less.
			expect(reports.map(({ register }) => register)).not.toContain(null);
			expect(await countStatements(read)).toBe(forOne);
			expect(forOne).toBeGreaterThan(10);
		}));
});
