import { eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../../tests/database';
import { makeAccount, makeProvince, reportOf } from '../../../../tests/database/province';
import { unitsByIds } from '../../admin-units/home.server';
import { addMonths } from '../../contracts/local-time';
import { syncCatalogue } from '../../indicators/sync.server';
import { submitReports } from '../../reports/intake/submit.server';
import { makeCurrentPeriods, periodByCode } from '../../reports/periods/periods.server';
import { decideReports } from '../../reports/review/decide.server';
import { addVersion } from '../../reports/rules/add-version.server';
import { dueFields } from '../../reports/rules/schemas';
import type { Database } from '../../server/db/client';
import { adminUnit, team } from '../../server/db/schema';
import { paceAt } from './night';
import { readNight } from './read-night.server';

/** Local time. Villages are due before day 25, communes before day 27, the province before the month's end. */
const moment = (text: string) => new Date(`${text}:00+07:00`);
const month = '2026-11';

describeDatabase('a deadline night', (handle) => {
	beforeAll(() => syncCatalogue(handle().database));

	const setUp = async (database: Database) => {
		const province = await makeProvince(database, { communes: 2, villages: 2 });
		const [first, second] = province.communes;
		const [one, two] = first?.villages ?? [];
		const [three] = second?.villages ?? [];
		if (!first || !second || !one || !two || !three) throw new Error('two by two');
		const submit = async (report: object, at: string) => {
			const arrival = { channel: 'api', now: moment(at) } as const;
			const answered = await submitReports(database, province.reporter, [report], arrival);
			expect(answered).toMatchObject([{ status: 'accepted' }]);
		};
		const send = (unit: string, at: string, period = month) =>
			submit(reportOf(unit, period, 50, 100), at);
		/** What the province did itself. */
		const sendOwn = (at: string, classes = 1) =>
			submit(
				{ unit: '98', period: month, values: [{ indicator: 'memberClasses', value: classes }] },
				at,
			);
		const decide = async (
			decision: 'approve' | 'return',
			unit: string,
			revision: number,
			at: string,
		) => {
			const request = { unit, period: month, decision, revision, comment: 'Xem lại số hộ' };
			const decided = await decideReports(database, province.approver, [request], moment(at));
			expect(decided).toMatchObject([{ status: 'done' }]);
		};
		const read = async (at: string, scopeId = province.provinceId) => {
			const [scope] = await unitsByIds(database, [scopeId]);
			if (!scope) throw new Error('The unit is there.');
			return readNight(database, scope, {
				period: await periodByCode(database, month, scope.id),
				before: await periodByCode(database, addMonths(month, -1), scope.id),
				now: moment(at),
			});
		};
		return { ...province, first, second, one, two, three, send, sendOwn, decide, read };
	};

	it('knows each report with its commune, when it came, and whether in time', () =>
		rolledBack(handle(), async (database) => {
			const { first, second, one, two, three, send, read } = await setUp(database);
			const elsewhere = await makeProvince(database, { communes: 1, villages: 1, code: '97' });
			await submitReports(database, elsewhere.reporter, [reportOf('97000-01', month, 50, 100)], {
				channel: 'api',
				now: moment('2026-11-20T08:00'),
			});
			await send(two.code, '2026-11-25T00:00');
			await send(one.code, '2026-11-24T23:59');
			await send(second.code, '2026-11-26T23:59');
			await send(three.code, '2026-11-27T09:00');
			// A village that had ended by the month's last day.
			const ended = second.villages[1];
			await send(ended?.code ?? '', '2026-11-10T09:00');
			await database
				.update(adminUnit)
				.set({ validTo: '2026-11-15' })
				.where(eq(adminUnit.id, ended?.id ?? 0));
			const came = (unitId: number, at: string, own: boolean, onTime: boolean) => ({
				...{ unitId, at: moment(at).getTime(), own, onTime, change: 1 },
			});
			const arrivals = [
				came(first.id, '2026-11-24T23:59', false, true),
				came(first.id, '2026-11-25T00:00', false, false),
				came(second.id, '2026-11-26T23:59', true, true),
				came(second.id, '2026-11-27T09:00', false, false),
			];
			expect((await read('2026-11-27T09:00')).arrivals).toEqual(arrivals);
			expect((await read('2026-11-27T08:59')).arrivals).toEqual(arrivals.slice(0, 3));
			expect((await read('2026-11-24T23:58')).arrivals).toEqual([]);
			const ofCommune = await read('2026-11-27T09:00', first.id);
			expect(ofCommune.arrivals).toEqual(arrivals.slice(0, 2));
			expect(ofCommune.units.map(({ code }) => code)).toEqual([first.code]);
		}));

	it('takes away what was sent back, and counts no report for each of its revisions', () =>
		rolledBack(handle(), async (database) => {
			const { one, two, send, decide, read } = await setUp(database);
			await send(one.code, '2026-11-20T08:00');
			await decide('return', one.code, 1, '2026-11-21T08:00');
			await send(one.code, '2026-11-22T08:00');
			await decide('approve', one.code, 2, '2026-11-22T09:00');
			// A correction of what was approved, sent back: what it was to replace still stands.
			await send(one.code, '2026-11-23T08:00');
			await decide('return', one.code, 3, '2026-11-23T09:00');
			// Sent anew before anybody looked at the first one.
			await send(two.code, '2026-11-23T10:00');
			await send(two.code, '2026-11-23T11:00');
			const { arrivals } = await read('2026-11-30T00:00');
			expect(arrivals.map(({ at, change }) => [at, change])).toEqual([
				[moment('2026-11-20T08:00').getTime(), 1],
				[moment('2026-11-21T08:00').getTime(), -1],
				[moment('2026-11-22T08:00').getTime(), 1],
				[moment('2026-11-23T10:00').getTime(), 1],
			]);
		}));

	it('asks villages that have a team, else their commune, each by its own deadline', () =>
		rolledBack(handle(), async (database) => {
			const { first, second, one, provinceId, countryId, read } = await setUp(database);
			const administrator = await makeAccount(database, 'quantri', 'administrator', provinceId);
			await addVersion(database, administrator, {
				...Object.fromEntries(dueFields.map(({ name }) => [name, '20'])),
				...{ unitId: String(second.id), validFrom: '2026-11-01', clause: 'Kế hoạch số 1' },
				...{ 'due.month.province': '', cutOffDay: '', returnGraceDays: '3', lockAfterDays: '' },
				...{ remindDaysBefore: '3', remindDaysAfter: '', escalateAfterDays: '5' },
			});
			await makeCurrentPeriods(database, moment('2026-11-10T00:00'));
			const usual = { kind: 'xa', reportsRequired: 2 };
			const asked = async () => (await read('2026-11-10T00:00')).units;
			expect(await asked()).toEqual([
				{ ...usual, id: first.id, code: first.code, name: 'Xã 0' },
				{
					...{ ...usual, id: second.id, code: second.code, name: 'Xã 1' },
					due: moment('2026-11-20T00:00').toISOString(),
				},
			]);
			await database.update(team).set({ closedOn: '2026-11-24' }).where(eq(team.unitId, one.id));
			for (const { id } of second.villages)
				await database.update(team).set({ closedOn: '2026-11-01' }).where(eq(team.unitId, id));
			const required = async () => (await asked()).map(({ reportsRequired }) => reportsRequired);
			expect(await required()).toEqual([1, 1]);
			// A special zone that hardly anybody lives in.
			await database.update(adminUnit).set({ kind: 'dacKhu' }).where(eq(adminUnit.id, second.id));
			expect(await required()).toEqual([1, 0]);
			// What has ended by the month's last day is of the past.
			await database
				.update(adminUnit)
				.set({ validTo: '2026-11-30' })
				.where(eq(adminUnit.id, second.id));
			expect((await asked()).map(({ code }) => code)).toEqual([first.code]);
			expect((await read('2026-11-10T00:00', first.id)).own).toBeNull();
			expect((await read('2026-11-10T00:00', countryId)).own).toBeNull();
			expect((await read('2026-11-10T00:00', countryId)).units).toHaveLength(1);
		}));

	it('says of the province whether its own report is there, which none below it stands for', () =>
		rolledBack(handle(), async (database) => {
			const { first, send, sendOwn, decide, read } = await setUp(database);
			const dueAt = moment('2026-12-01T00:00').toISOString();
			await send(first.code, '2026-11-20T08:00');
			await sendOwn('2026-11-21T08:00');
			await decide('return', '98', 1, '2026-11-22T08:00');
			await sendOwn('2026-11-23T08:00', 2);
			await sendOwn('2026-11-24T08:00', 3);
			const own = async (at: string) => {
				const { own: found, arrivals } = await read(at);
				expect(found?.dueAt).toBe(dueAt);
				expect(arrivals).toHaveLength(1);
				return found?.receivedAt && new Date(found.receivedAt).getTime();
			};
			expect(await own('2026-11-21T07:59')).toBeNull();
			expect(await own('2026-11-21T08:00')).toBe(moment('2026-11-21T08:00').getTime());
			expect(await own('2026-11-22T08:00')).toBeNull();
			expect(await own('2026-11-30T08:00')).toBe(moment('2026-11-23T08:00').getTime());
		}));

	it('is at every instant of the past what was read then', () =>
		rolledBack(handle(), async (database) => {
			const { first, one, two, three, send, sendOwn, decide, read } = await setUp(database);
			const steps: [at: string, (at: string) => Promise<void>][] = [
				['2026-11-18T08:00', (at) => send(one.code, at)],
				['2026-11-18T09:00', (at) => sendOwn(at)],
				['2026-11-19T08:00', (at) => decide('return', one.code, 1, at)],
				['2026-11-19T09:00', (at) => decide('return', '98', 1, at)],
				['2026-11-20T08:00', (at) => send(one.code, at)],
				['2026-11-20T09:00', (at) => sendOwn(at, 2)],
				['2026-11-21T08:00', (at) => send(first.code, at)],
				['2026-11-22T08:00', (at) => decide('return', first.code, 1, at)],
				['2026-11-23T08:00', (at) => send(two.code, at, addMonths(month, -1))],
				['2026-11-26T08:00', (at) => send(three.code, at)],
			];
			const shown: { at: string; live: Awaited<ReturnType<typeof read>> }[] = [];
			for (const [at, step] of steps) {
				await step(at);
				shown.push({ at, live: await read(at) });
			}
			for (const { at, live } of shown) expect(await read(at)).toEqual(live);
		}));

	it('lies beside the month before, whose reports came at their own hours', () =>
		rolledBack(handle(), async (database) => {
			const { first, one, two, send, read } = await setUp(database);
			expect((await read('2026-11-26T20:00')).before).toBeNull();
			await database.update(team).set({ foundedOn: '2026-11-01' }).where(eq(team.unitId, two.id));
			await send(one.code, '2026-10-24T20:00', '2026-10');
			await send(one.code, '2026-11-24T08:00');
			await send(two.code, '2026-11-24T09:00');
			const night = await read('2026-11-26T20:00');
			expect(night.before?.period.code).toBe('2026-10');
			expect(night.before?.units.map(({ reportsRequired }) => reportsRequired)).toEqual([1, 2]);
			expect(night.before?.arrivals).toEqual([
				...[{ unitId: first.id, at: moment('2026-10-24T20:00').getTime(), own: false }].map(
					(arrival) => ({ ...arrival, change: 1, onTime: true }),
				),
			]);
			expect(paceAt(night, moment('2026-11-24T19:59').getTime())).toBe(2);
			// One of three then is one of four now.
			expect(paceAt(night, moment('2026-11-24T20:00').getTime())).toBe(1);
		}));
});
