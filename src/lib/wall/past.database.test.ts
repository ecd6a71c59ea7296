import { eq, gt, max } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../tests/database';
import { makeAccount, makeProvince, reportOf } from '../../../tests/database/province';
import type { Viewer } from '../contracts/accounts';
import { syncCatalogue } from '../indicators/sync.server';
import { setTargets } from '../indicators/targets/set.server';
import { submitReports } from '../reports/intake/submit.server';
import { makeCurrentPeriods } from '../reports/periods/periods.server';
import { decideReports } from '../reports/review/decide.server';
import type { Database } from '../server/db/client';
import { adminUnit, publishedFigures } from '../server/db/schema';
import { readScene } from './read-scene.server';
import { readWall } from './read-wall.server';

describeDatabase('a wall of the past', (handle) => {
	beforeAll(async () => {
		await syncCatalogue(handle().database);
		await makeCurrentPeriods(handle().database, new Date('2026-11-01T00:00:00Z'));
	});

	const setUp = async (database: Database) => {
		const province = await makeProvince(database, { communes: 4, villages: 1 });
		const elsewhere = await makeProvince(database, { communes: 1, villages: 0, code: '97' });
		const guest = await makeAccount(database, 'guest', 'viewer', elsewhere.provinceId);
		const decider = await makeAccount(database, 'decider', 'approver', province.countryId);
		const send = async (unit: string, period: string, able: number, now: Date) => {
			const input = { ...reportOf(unit, period, able, 100), reason: 'Đếm lại' };
			const arrival = { channel: 'api', now } as const;
			const sent = await submitReports(database, province.reporter, [input], arrival);
			expect(sent).toMatchObject([{ status: 'accepted' }]);
		};
		const decide = async (
			...[unit, period, revision, decision, now]: [
				...[string, string, number],
				...['approve' | 'return', Date],
			]
		) => {
			const request = { unit, period, revision, decision, comment: 'Xem lại' };
			const done = await decideReports(database, province.approver, [request], now);
			expect(done).toMatchObject([{ status: 'done' }]);
		};
		const aim = (value: number | null, now: Date) =>
			setTargets(
				database,
				decider,
				{
					...{ indicatorCode: 'allFiveShare', year: 2026, reason: 'Giao thêm' },
					values: [{ unitId: province.provinceId, value }],
				},
				now,
			);
		/** What every viewer sees at an instant, live or looked back at. */
		const read = async (now: Date, at: Date | null) => {
			const of = async (actor: Viewer) => {
				const asked = { actor, homeCode: '98', now, at };
				const read = await readWall(database, { ...asked, periodCode: '2026-10' });
				const movers = await readScene(database, 'movers', { ...asked, month: '2026-10' });
				if (!read) throw new Error('The province is there.');
				const { snapshot, ...wall } = read.wall;
				return { ...wall, movers, figures: inOrder(snapshot.figures) };
			};
			return { inside: await of(province.approver), outside: await of(guest) };
		};
		return { ...province, send, decide, aim, read };
	};

	it('shows trend, gains and target as they were shown then, inside and outside', () =>
		rolledBack(handle(), async (database) => {
			const { communes, send, decide, aim, read } = await setUp(database);
			const [one, two, three, four] = communes.map(({ code }) => code);
			if (!one || !two || !three || !four) throw new Error('four communes');
			const approve = async (unit: string, period: string, able: number, now: Date) => {
				await send(unit, period, able, now);
				await decide(unit, period, 1, 'approve', now);
			};
			const steps: ((now: Date) => Promise<unknown>)[] = [
				async (now) => {
					await approve(one, '2026-08', 30, now);
					await approve(one, '2026-09', 40, now);
					// A count that the public never sees.
					await approve(two, '2026-08', 3, now);
					await approve(two, '2026-09', 30, now);
					await approve(three, '2026-09', 50, now);
				},
				async (now) => {
					await aim(70, now);
					await approve(one, '2026-10', 60, now);
					await approve(two, '2026-10', 45, now);
				},
				async (now) => {
					await aim(80, now);
					await approve(four, '2026-09', 20, now);
				},
				// A correction of a month of the series, waiting and then approved.
				(now) => send(one, '2026-09', 45, now),
				(now) => decide(one, '2026-09', 2, 'approve', now),
				async (now) => {
					await aim(null, now);
					await send(one, '2026-08', 25, now);
					await decide(one, '2026-08', 2, 'approve', now);
					await approve(four, '2026-10', 55, now);
				},
			];
			const shown: { at: Date; live: Awaited<ReturnType<typeof read>> }[] = [];
			for (const [index, step] of steps.entries()) {
				const at = new Date(Date.UTC(2026, 10, 1, index));
				const [known] = await database
					.select({ number: max(publishedFigures.number) })
					.from(publishedFigures);
				await step(at);
				// The record takes the database's own time.
				await database
					.update(publishedFigures)
					.set({ at })
					.where(gt(publishedFigures.number, known?.number ?? 0));
				shown.push({ at, live: await read(at, null) });
			}
			const targets = shown.map(({ live }) => live.inside.target);
			expect(targets).toEqual([null, 0.7, 0.8, 0.8, 0.8, null]);
			expect(shown.at(-1)?.live.inside.movers.movers).toHaveLength(3);
			for (const { at, live } of shown) expect(await read(at, at)).toEqual(live);
		}));

	it('still has of months that nothing came of since what is known of them today', () =>
		rolledBack(handle(), async (database) => {
			const { communes, send, decide, read } = await setUp(database);
			const code = communes[0]?.code ?? '';
			const then = new Date('2026-11-01T00:00:00Z');
			await send(code, '2026-10', 60, then);
			await decide(code, '2026-10', 1, 'approve', then);
			// As after an upgrade: the record began later.
			await database.update(publishedFigures).set({ at: new Date('2026-11-20T00:00:00Z') });
			const later = new Date('2026-11-05T00:00:00Z');
			const { inside, outside } = await read(later, later);
			expect(outside.figures).toHaveLength(2);
			expect(outside.trend.at(-1)?.figures?.able[0]).toBe(60);
			expect(inside.trend).toEqual(outside.trend);
		}));

	it('runs through a night of before a merger with the communes that had to report then', () =>
		rolledBack(handle(), async (database) => {
			const { communes, countryId, provinceId, approver, send } = await setUp(database);
			await send(communes[0]?.code ?? '', '2026-10', 60, new Date('2026-10-27T03:00:00Z'));
			const night = () =>
				readScene(database, 'night', {
					...{ actor: approver, homeCode: '98', month: '2026-10', at: null },
					now: new Date('2026-11-20T03:00:00Z'),
				});
			const before = await night();
			expect([before.units.length, before.arrivals.length]).toEqual([4, 1]);

			await database
				.update(adminUnit)
				.set({ validTo: '2026-11-10' })
				.where(eq(adminUnit.id, provinceId));
			await database.insert(adminUnit).values({
				...{ code: '98', level: 'province', kind: 'tinh', parentId: countryId },
				...{ name: 'Hợp Nhất', searchName: 'hop nhat', validFrom: '2026-11-10' },
			});
			expect(await night()).toEqual(before);
		}));
});

const inOrder = <Figures extends { unitId: number; basis: string }>(figures: Figures[]) =>
	figures.toSorted(
		(one, other) => one.unitId - other.unitId || one.basis.localeCompare(other.basis),
	);
