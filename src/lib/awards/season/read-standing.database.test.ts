import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../../tests/database';
import {
	bringTo,
	listNominee,
	makeSeason,
	type TestSeason,
} from '../../../../tests/database/award-season';
import { makeAccount } from '../../../../tests/database/province';
import { seasonSteps } from '../../contracts/awards/seasons';
import { addDays } from '../../contracts/local-time';
import type { Database } from '../../server/db/client';
import { awardFreeze } from '../../server/db/schema';
import { changeSetting } from './change-setting.server';
import { openSeason } from './open.server';
import { readSeasonStanding } from './read-standing.server';

/** Local time. */
const moment = (text: string) => new Date(`${text}:00+07:00`);

describeDatabase('where a season stands', (handle) => {
	const openOf = (database: Database, { province, keeper }: TestSeason, year: number, at: string) =>
		openSeason(
			database,
			keeper,
			{
				...{ unitId: province.provinceId, year, name: `Xét tặng năm ${year}` },
				...{ basis: 'Hướng dẫn số 02 (minh họa)' },
				...{ countsFrom: `${year - 1}-07-01`, countsUntil: `${year}-06-30` },
				categories: [{ kind: 'commune', name: 'Xã tiêu biểu', quota: 1 }],
			},
			moment(at),
		);

	const freeze = (database: Database, { seasonId, committee }: TestSeason, at: string) =>
		database.insert(awardFreeze).values({
			...{ seasonId, content: '{}', hash: '0', result: '{}', resultHash: '0' },
			...{ frozenBy: committee.accountId, frozenAt: moment(at) },
		});

	it('is told by its calendar: the step of a day is ahead until that day is over here', () =>
		rolledBack(handle(), async (database) => {
			const { province } = await makeSeason(database);
			const read = (at: string) => readSeasonStanding(database, province.provinceId, moment(at));
			const standing = await read('2026-08-10T09:00');
			expect(standing).toMatchObject({
				...{ name: 'Xét tặng năm 2026', ceremony: '2026-10-10', frozenAt: null },
			});
			const steps = standing?.steps ?? [];
			expect(steps.map(({ step }) => step)).toEqual(seasonSteps);
			expect(steps.at(-1)).toEqual({ step: 'ceremony', on: '2026-10-10' });
			expect(steps.map(({ on }) => on)).toEqual(steps.map(({ on }) => on).toSorted());
			const ahead = (day: string) => steps.find(({ on }) => on >= day)?.step ?? null;
			for (const { on } of steps) {
				const after = addDays(on, 1);
				expect((await read(`${on}T23:59`))?.next).toBe(ahead(on));
				expect((await read(`${after}T00:00`))?.next).toBe(ahead(after));
			}
			expect((await read('2026-10-11T00:00'))?.next).toBeNull();
		}));

	it('is of the one whose ceremony comes next, else of the last one, of this unit alone', () =>
		rolledBack(handle(), async (database) => {
			const season = await makeSeason(database);
			const { province, one } = season;
			await openOf(database, season, 2028, '2026-08-05T09:00');
			await openOf(database, season, 2027, '2026-08-06T09:00');
			const read = async (at: string, unitId = province.provinceId) =>
				(await readSeasonStanding(database, unitId, moment(at)))?.ceremony ?? null;
			expect(await read('2026-10-10T23:59')).toBe('2026-10-10');
			expect(await read('2026-10-11T00:00')).toBe('2027-10-10');
			expect(await read('2027-10-11T00:00')).toBe('2028-10-10');
			expect(await read('2029-01-01T00:00')).toBe('2028-10-10');
			expect(await read('2026-10-10T23:59', one.id)).toBeNull();
		}));

	it('names nobody who is nominated, sits or judges, at any time', () =>
		rolledBack(handle(), async (database) => {
			const season = await makeSeason(database);
			const { province, one, other, communes, individuals, people } = season;
			const author = await makeAccount(database, 'author', 'reporter', other.id);
			const read = (at: string) => readSeasonStanding(database, province.provinceId, moment(at));
			const before = await read('2026-08-10T09:00');
			await freeze(database, season, '2026-08-04T09:00');
			const [person] = people;
			if (!person) throw new Error('somebody to nominate');
			const { unitId, teamId, memberId } = person;
			await listNominee(database, season, { categoryId: communes.id, unitId: one.id });
			await listNominee(
				database,
				season,
				{ categoryId: communes.id, unitId: other.id },
				{ by: author },
			);
			await listNominee(database, season, {
				...{ categoryId: individuals.id, unitId, teamId, memberId },
			});
			await bringTo(database, season, 'scoring');
			for (const at of ['2026-08-10T09:00', '2026-09-20T09:00', '2026-10-10T09:00']) {
				const standing = await read(at);
				expect(Object.keys(standing ?? {}).sort()).toEqual([
					...['ceremony', 'frozenAt', 'name', 'next', 'steps'],
				]);
				const said = JSON.stringify(standing);
				for (const name of ['Nguyễn Thị Mẫu', 'Xã 0', 'Xã 1', 'Thôn', 'nominator', 'chair'])
					expect(said).not.toContain(name);
			}
			// All that nominations change of it is nothing.
			expect(await read('2026-08-10T09:00')).toEqual({
				...{ ...before, frozenAt: '2026-08-04T02:00:00Z' },
			});
		}));

	it('is at every instant of the past what it was then', () =>
		rolledBack(handle(), async (database) => {
			const season = await makeSeason(database);
			const { province, keeper, seasonId } = season;
			const read = (at: string) => readSeasonStanding(database, province.provinceId, moment(at));
			const change = { key: 'ceremonyDay', value: 12, basis: 'Công văn số 3', reason: 'Lùi lễ' };
			const steps: [at: string, (at: string) => Promise<unknown>][] = [
				['2026-08-03T10:00', () => Promise.resolve()],
				['2026-08-04T09:00', (at) => changeSetting(database, keeper, seasonId, change, moment(at))],
				['2026-08-05T09:00', (at) => freeze(database, season, at)],
				['2026-11-05T09:00', (at) => openOf(database, season, 2027, at)],
			];
			const shown: { at: string; live: Awaited<ReturnType<typeof read>> }[] = [];
			for (const [at, step] of steps) {
				await step(at);
				shown.push({ at, live: await read(at) });
			}
			expect(shown.map(({ live }) => [live?.ceremony, live?.frozenAt])).toEqual([
				['2026-10-10', null],
				['2026-10-12', null],
				['2026-10-12', '2026-08-05T02:00:00Z'],
				['2027-10-10', null],
			]);
			for (const { at, live } of shown) expect(await read(at)).toEqual(live);
			expect(await read('2026-08-03T08:59')).toBeNull();
		}));
});
