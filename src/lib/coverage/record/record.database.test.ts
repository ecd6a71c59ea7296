import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../../tests/database';
import { makeAccount, makeProvince, reportOf } from '../../../../tests/database/province';
import { readMeasure } from '../../contracts/coverage';
import type { CorrectionCause } from '../../contracts/publication';
import { syncCatalogue } from '../../indicators/sync.server';
import { submitReports } from '../../reports/intake/submit.server';
import { decideReports } from '../../reports/review/decide.server';
import type { Database } from '../../server/db/client';
import {
	adminUnit,
	householdRegister,
	publishedFigures,
	reportingPeriod,
} from '../../server/db/schema';
import { ConflictError, ForbiddenError, GoneError, NotFoundError } from '../../server/errors';
import { changePosition, readChanges } from '../../server/change-log';
import { readPublishedAt } from '../rows-at.server';
import { listTakeDowns } from './shown-figures.server';
import { restore, takeDown } from './take-down.server';
import { countPublished } from './count-published.server';
import { listPublishedNews } from './list-published.server';
import { readAsOf } from './read-as-of.server';
import { readTrendEvents } from '../events/read-trend-events.server';
import { readCorrections } from './read-corrections.server';
import {
	findVersion,
	listPeriods,
	listVersions,
	newestVersion,
	readVersion,
} from './read-version.server';
import { recordStored } from './record-stored.server';

const period = '2026-10';
const at = (day: number) => new Date(Date.UTC(2026, 10, day, 3));

describeDatabase('the record of published figures', (handle) => {
	const setUp = async (database: Database) => {
		await syncCatalogue(database);
		const province = await makeProvince(database, { communes: 2, villages: 2 });
		const [first, second] = province.communes;
		if (!first || !second) throw new Error('two communes');
		/** A report is sent and approved. */
		const report = async (
			unit: string,
			[able, households]: [number, number],
			{
				revision = 1,
				day = 2,
				cause,
			}: { revision?: number; day?: number; cause?: CorrectionCause } = {},
		) => {
			const [sent] = await submitReports(
				database,
				province.reporter,
				[{ ...reportOf(unit, period, able, households), reason: 'Bà Bưởi đếm nhầm' }],
				{ channel: 'api', now: at(day) },
			);
			expect(sent).toMatchObject({ status: 'accepted' });
			const request = { unit, period, decision: 'approve', revision, comment: '' } as const;
			const decisions = [{ ...request, ...(cause && { cause }) }];
			const [done] = await decideReports(database, province.approver, decisions, at(day));
			expect(done).toMatchObject({ status: 'done' });
		};
		const able = async (number: number) => {
			const version = await findVersion(database, province.provinceId, { period, number });
			const units = version && (await readVersion(database, province.provinceId, version));
			return units?.map(({ code, figures }) => [code, figures.able[0]]);
		};
		const newest = async () =>
			(await newestVersion(database, province.provinceId, null))?.number ?? 0;
		return { ...province, first, second, report, able, newest };
	};

	it('has the picture of every change number for ever, whatever came later', () =>
		rolledBack(handle(), async (database) => {
			const { first, second, report, able, newest, provinceId } = await setUp(database);
			await report(first.code, [40, 100]);
			const one = await newest();
			await report(second.code, [50, 100], { day: 3 });
			const two = await newest();
			await report(first.code, [60, 100], { revision: 2, day: 4, cause: 'miscounted' });
			await database
				.update(adminUnit)
				.set({ name: 'Tên đã sửa' })
				.where(eq(adminUnit.id, first.id));
			expect(await able(one)).toEqual([
				['98', 40],
				[first.code, 40],
			]);
			expect(await able(two)).toEqual([
				['98', 90],
				[first.code, 40],
				[second.code, 50],
			]);
			expect(await able(await newest())).toEqual([
				['98', 110],
				[first.code, 60],
				[second.code, 50],
			]);
			expect(await able(one + 1)).toBeUndefined();
			const version = await findVersion(database, provinceId, { period, number: two });
			expect(version?.approvedAt).toBe('2026-11-03T03:00:00Z');
			const names = version && (await readVersion(database, provinceId, version));
			expect(names?.map(({ name }) => name)).toEqual(['Thử Nghiệm', 'Xã 0', 'Xã 1']);
			expect(await listPeriods(database, provinceId)).toMatchObject([
				{ period, number: await newest(), versions: 3 },
			]);
		}));

	it('tells of a correction what, when and why, and not a word of the reason inside', () =>
		rolledBack(handle(), async (database) => {
			const { first, report, provinceId } = await setUp(database);
			const [village, other] = first.villages.map(({ code }) => code);
			await report(village ?? '', [40, 100]);
			await report(other ?? '', [30, 90], { day: 3 });
			const read = async () => {
				const asked = { scopeUnitIds: [provinceId], page: 1, pageSize: 9 };
				return (await readCorrections(database, asked)).entries;
			};
			expect(await read()).toEqual([]);
			await report(village ?? '', [45, 100], { revision: 2, day: 5, cause: 'countedTwice' });
			const corrections = await read();
			// The province's own sums follow from it.
			expect(corrections).toMatchObject([
				{ period, at: '2026-11-05T03:00:00Z', cause: 'countedTwice', unit: { code: first.code } },
			]);
			expect(corrections[0]?.counts).toContainEqual({
				...{ measure: 'allFive', before: { able: 70, base: 190 }, after: { able: 75, base: 190 } },
			});
			expect(JSON.stringify(corrections)).not.toContain('Bưởi');
			// What explains a line is of its own unit, as it was known then.
			const known = (day: number) =>
				readTrendEvents(database, { id: provinceId }, { from: '2026-01', at: at(day) });
			expect(await known(4)).toEqual([]);
			const [event, ...more] = await known(5);
			expect(more).toEqual([]);
			expect(event).toMatchObject({ kind: 'corrected', day: '2026-11-05', month: period });
		}));

	it('has what everybody saw of a commune at the end of a day, before its correction and after', () =>
		rolledBack(handle(), async (database) => {
			const { first, report } = await setUp(database);
			await report(first.code, [40, 100]);
			await report(first.code, [60, 100], { revision: 2, day: 5, cause: 'miscounted' });
			const seenOn = async (day: string) =>
				(await readAsOf(database, first.id, day)).map((month) => [
					month.period,
					month.figures?.able[0],
				]);
			expect(await seenOn('2026-11-01')).toEqual([]);
			expect(await seenOn('2026-11-02')).toEqual([[period, 40]]);
			expect(await seenOn('2026-11-04')).toEqual([[period, 40]]);
			expect(await seenOn('2026-11-05')).toEqual([[period, 60]]);
		}));

	it('shows nothing of what was taken down, in no edition, day, feed or correction, until it is restored', () =>
		rolledBack(handle(), async (database) => {
			const { first, second, report, able, newest, provinceId, approver } = await setUp(database);
			const administrator = await makeAccount(database, 'take-down', 'administrator', provinceId);
			await report(first.code, [41, 100]);
			const former = await newest();
			await report(second.code, [50, 100], { day: 3 });
			const held = await newest();
			await report(first.code, [60, 100], { revision: 2, day: 5, cause: 'miscounted' });
			const current = await newest();
			const asked = { unit: first.code, period, reason: 'fewPeople' };
			const attempt = (number: number, actor = administrator) =>
				takeDown(database, actor, { ...asked, number: String(number) }, at(6));
			await expect(attempt(current)).rejects.toBeInstanceOf(ConflictError);
			await expect(attempt(held)).rejects.toBeInstanceOf(NotFoundError);
			await expect(attempt(former, approver)).rejects.toBeInstanceOf(ForbiddenError);

			await attempt(former);
			// Sums over it would give it away as well; what took its place stands.
			await expect(able(former)).rejects.toBeInstanceOf(GoneError);
			await expect(able(held)).rejects.toBeInstanceOf(GoneError);
			expect(await able(current)).toEqual([
				['98', 110],
				[first.code, 60],
				[second.code, 50],
			]);
			const takenDown = { at: '2026-11-06T03:00:00Z', reason: 'fewPeople' };
			expect(await listVersions(database, provinceId, period, 9)).toMatchObject([
				{ number: current, takenDown: null },
				{ number: held, takenDown },
				{ number: former, takenDown },
			]);
			const seen = async () => ({
				days: [await readAsOf(database, first.id, '2026-11-04')],
				sums: [await readAsOf(database, provinceId, '2026-11-04')],
				news: await listPublishedNews(database, first.id, 9),
				corrections: await readCorrections(database, {
					...{ scopeUnitIds: [provinceId], page: 1, pageSize: 9 },
				}),
				wall: await readPublishedAt(database, [first.id, provinceId], await periodId(), at(4)),
			});
			const periodId = async () => {
				const [row] = await database
					.select()
					.from(reportingPeriod)
					.where(eq(reportingPeriod.code, period));
				return row?.id ?? 0;
			};
			const after = await seen();
			expect(after.days).toEqual([[{ period, figures: null, takenDown }]]);
			expect(after.sums).toEqual([[{ period, figures: null, takenDown }]]);
			expect(after.news.map(({ number }) => number)).toEqual([current]);
			expect(after.corrections.entries).toMatchObject([
				{ number: current, unit: { id: first.id } },
			]);
			const counts = after.corrections.entries.flatMap((correction) => correction.counts);
			expect(counts.length).toBeGreaterThan(0);
			expect(counts).toMatchObject(counts.map(() => ({ before: null })));
			expect(JSON.stringify(after)).not.toMatch(/\b(41|91)\b/);
			// Another place's own figures were never in question.
			const [untouched] = await readAsOf(database, second.id, '2026-11-04');
			expect(untouched?.figures?.able[0]).toBe(50);
			// Nobody who was away is told by the change log.
			const { prunedTo, lastNumber } = await changePosition(database);
			expect(prunedTo).toBe(lastNumber - 1);
			expect(await readChanges(database, 0, 9)).toMatchObject({ changes: [{ type: 'structure' }] });

			const [listed] = await listTakeDowns(database, 9);
			expect(listed).toMatchObject({ number: former, beforeNumber: current, reason: 'fewPeople' });
			await restore(database, administrator, { id: String(listed?.id) });
			expect(await able(held)).toEqual([
				['98', 91],
				[first.code, 41],
				[second.code, 50],
			]);
			expect(await readAsOf(database, first.id, '2026-11-04')).toMatchObject([{ takenDown: null }]);
		}));

	it('tells of news with the register of its month, so that a feed says "too few" as the page does', () =>
		rolledBack(handle(), async (database) => {
			const { first, report } = await setUp(database);
			const [village] = first.villages;
			if (!village) throw new Error('a village');
			await report(village.code, [40, 60]);
			const readings = async () =>
				(await listPublishedNews(database, first.id, 9)).map(({ figures, register }) =>
					readMeasure(figures, 'allFive', register),
				);
			const registers = (households: number) =>
				database
					.insert(householdRegister)
					.values({ unitId: first.id, year: 2025, source: 'test', households })
					.onConflictDoUpdate({
						target: [householdRegister.unitId, householdRegister.year],
						set: { households },
					});
			await registers(100);
			expect(await readings()).toMatchObject([{ kind: 'share', able: 40 }]);
			await registers(600);
			expect(await readings()).toEqual([{ kind: 'insufficient', reportedShare: 0.1 }]);
		}));

	it('counts what became public since a day, a correction once', () =>
		rolledBack(handle(), async (database) => {
			const { first, second, report, provinceId } = await setUp(database);
			await report(first.code, [40, 100]);
			await report(second.code, [50, 100], { day: 3 });
			await report(first.code, [60, 100], { revision: 2, day: 5, cause: 'miscounted' });
			const since = (day: string) => countPublished(database, [provinceId], day);
			expect(await since('2026-11-01')).toEqual({ communes: 2, corrected: 1 });
			expect(await since('2026-11-04')).toEqual({ communes: 1, corrected: 1 });
			expect(await since('2026-11-06')).toEqual({ communes: 0, corrected: 0 });
		}));

	it('begins with what is public where nothing was recorded, once', () =>
		rolledBack(handle(), async (database) => {
			const { first, report, able, newest } = await setUp(database);
			await report(first.code, [40, 100]);
			await database.delete(publishedFigures);
			await recordStored(database);
			await recordStored(database);
			expect(await database.$count(publishedFigures)).toBe(3);
			expect(await able(await newest())).toEqual([
				['98', 40],
				[first.code, 40],
			]);
		}));
});
