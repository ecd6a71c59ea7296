import { eq, inArray, sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../tests/database';
import { makeAccount, makeProvince, reportOf } from '../../../tests/database/province';
import { syncCatalogue } from '../indicators/sync.server';
import { decideReports } from '../reports/review/decide.server';
import { readCoverageMonth } from '../reports/status/coverage-month.server';
import { readStandings } from '../reports/status/standing.server';
import { submitReports } from '../reports/intake/submit.server';
import type { Database } from '../server/db/client';
import { adminUnit, householdRegister, team, unitLineage } from '../server/db/schema';
import { periodByCode } from '../reports/periods/periods.server';
import { unitByCode, unitsByIds } from '../admin-units/home.server';
import { readRegisters } from './registers.server';
import { readRequiredReports } from './required.server';
import { readStructureView } from './structure/read.server';
import type { Actor } from '../contracts/accounts';
import { provinceIdOf } from '../contracts/events';

const now = new Date('2026-11-02T03:00:00Z');

describeDatabase('what a screen opens with', (handle) => {
	const setUp = async (database: Database) => {
		await syncCatalogue(database);
		const province = await makeProvince(database, { communes: 3, villages: 2 });
		const [first, second, third] = province.communes;
		if (!first || !second || !third) throw new Error('three communes');
		const submit = (...inputs: unknown[]) =>
			submitReports(database, province.reporter, inputs, { channel: 'api', now });
		const approve = (unit: string, period = '2026-10') =>
			decideReports(
				database,
				province.approver,
				[{ unit, period, decision: 'approve', revision: 1, comment: '' }],
				now,
			);
		const screen = async (actor: Actor | null) => {
			const opened = await readCoverageMonth(database, {
				homeCode: '98',
				periodCode: undefined,
				actor,
				now,
			});
			if (!opened) throw new Error('the province is there');
			return opened.snapshot;
		};
		return { ...province, first, second, third, submit, approve, screen };
	};

	it('is the latest month whose deadline has passed, with every commune and its duties', () =>
		rolledBack(handle(), async (database) => {
			const { screen, first } = await setUp(database);
			const [village] = first.villages;
			await database
				.update(team)
				.set({ closedOn: '2026-10-01' })
				.where(eq(team.unitId, village?.id ?? 0));
			const snapshot = await screen(null);
			expect(snapshot.period.code).toBe('2026-10');
			expect(snapshot.units.map(({ code, reportsRequired }) => [code, reportsRequired])).toEqual([
				['98000', 1],
				['98001', 2],
				['98002', 2],
			]);
			expect(snapshot.scope.reportsRequired).toBe(5);
			expect(snapshot.figures).toEqual([]);
		}));

	it('of a province that reports what it did itself still is what its communes report', () =>
		rolledBack(handle(), async (database) => {
			const { submit, approve, screen, approver, first, second } = await setUp(database);
			await submit(reportOf(first.code, '2026-10', 30, 100));
			await approve(first.code);
			await submit({
				...{ unit: '98', period: '2026-10' },
				values: [{ indicator: 'memberClasses', value: 1 }],
			});
			await approve('98');
			await submit(reportOf(second.code, '2026-10', 50, 100));
			await approve(second.code);
			const { figures, scope } = await screen(approver);
			const own = figures.find(({ unitId, basis }) => unitId === scope.id && basis === 'approved');
			expect([own?.able[0], own?.base[0], own?.ownReport]).toEqual([80, 200, undefined]);
		}));

	it('can be had again as it stood at any instant, from what reports record', () =>
		rolledBack(handle(), async (database) => {
			const { reporter, approver, first, second, third } = await setUp(database);
			const [one, two] = first.villages;
			let hour = 0;
			const tick = () => new Date(Date.UTC(2026, 9, 20, (hour += 1)));
			const submit = (code: string, able: number, reason?: string) =>
				submitReports(database, reporter, [{ ...reportOf(code, '2026-10', able, 100), reason }], {
					...{ channel: 'api', now: tick() },
				});
			const decide = (code: string, revision: number, decision: 'approve' | 'return') =>
				decideReports(
					database,
					approver,
					[{ unit: code, period: '2026-10', decision, revision, comment: 'Xem lại' }],
					tick(),
				);
			const read = async (at: Date | null) => {
				const opened = await readCoverageMonth(database, {
					...{ homeCode: '98', periodCode: '2026-10', actor: approver, now, at },
				});
				const { figures, statuses, scope, units, number: _, ...rest } = opened?.snapshot ?? {};
				const byUnit = (a: { unitId: number; basis?: string }, b: typeof a) =>
					a.unitId - b.unitId || (a.basis ?? '').localeCompare(b.basis ?? '');
				return {
					...rest,
					...{ scope, units },
					figures: figures?.toSorted(byUnit),
					statuses: statuses?.toSorted(byUnit),
				};
			};
			const steps = [
				() => submit(one?.code ?? '', 20),
				() => submit(two?.code ?? '', 30),
				() => decide(one?.code ?? '', 1, 'approve'),
				() => submit(second.code, 40),
				() => decide(second.code, 1, 'return'),
				() => submit(second.code, 45),
				() => decide(second.code, 2, 'approve'),
				// A correction, and a commune that reports after its villages did.
				() => submit(one?.code ?? '', 25),
				() => submit(first.code, 60),
				() => decide(one?.code ?? '', 2, 'approve'),
				() => decide(first.code, 1, 'approve'),
				() => submit(third.villages[0]?.code ?? '', 10),
			];
			const shown: { at: Date; live: Awaited<ReturnType<typeof read>> }[] = [];
			for (const step of steps) {
				const [answer] = await step();
				expect(answer?.status).toMatch(/^(accepted|done)$/);
				shown.push({ at: new Date(Date.UTC(2026, 9, 20, hour, 30)), live: await read(null) });
			}
			for (const { at, live } of shown) expect(await read(at)).toEqual(live);
		}));

	it('of a country has its provinces, with figures of their own and what is theirs to report', () =>
		rolledBack(handle(), async (database) => {
			const { submit, approve, first, provinceId } = await setUp(database);
			const other = await makeProvince(database, { communes: 1, villages: 1, code: '97' });
			await database.update(adminUnit).set({ code: 'VN' }).where(eq(adminUnit.code, 'VN98'));
			await database
				.update(adminUnit)
				.set({ parentId: sql`(select id from admin_unit where code = 'VN')` })
				.where(eq(adminUnit.id, other.provinceId));
			await submit(reportOf(first.code, '2026-10', 30, 100));
			await approve(first.code);
			const request = { periodCode: undefined, actor: null, now };
			const country = await readCoverageMonth(database, { ...request, homeCode: 'VN' });
			expect(country?.snapshot.provinces).toMatchObject([
				{ code: '97', reportsRequired: 1 },
				{ code: '98', reportsRequired: 6 },
			]);
			expect(country?.snapshot.figures.map(({ unitId }) => unitId)).toContain(provinceId);
			expect(country?.snapshot.units.map(provinceIdOf)).toEqual([
				other.provinceId,
				...Array<number>(3).fill(provinceId),
			]);
			const alone = await readCoverageMonth(database, { ...request, homeCode: '98' });
			expect(alone?.snapshot.provinces).toEqual([]);
		}));

	it('is read once for all of the public while nothing changes, and for nobody else', () =>
		rolledBack(handle(), async (database) => {
			const { screen, submit, approve, first, approver } = await setUp(database);
			const before = await screen(null);
			expect(await screen(null)).toBe(before);
			await submit(reportOf(first.code, '2026-10', 30, 100));
			await approve(first.code);
			const after = await screen(null);
			expect(after.number).toBeGreaterThan(before.number);
			expect(after.figures).not.toEqual([]);
			expect(await screen(approver)).not.toBe(await screen(approver));
		}));

	it('asks nothing of units before the first team, nor of those founded after their deadline', () =>
		rolledBack(handle(), async (database) => {
			const { first, second, third } = await setUp(database);
			const required = async (month: string) => {
				const period = await periodByCode(database, month, null);
				const asked = await readRequiredReports(database, [first.id, second.id, third.id], period);
				return [first, second, third].map(({ id }) => asked.get(id)?.reportsRequired);
			};
			const [village] = first.villages;
			await database
				.update(adminUnit)
				.set({ validFrom: '2026-10-26' })
				.where(eq(adminUnit.id, village?.id ?? 0));
			for (const [commune, from] of [
				[second, '2026-10-26'],
				[third, '2026-10-27'],
			] as const) {
				await database
					.update(adminUnit)
					.set({ validFrom: from })
					.where(eq(adminUnit.id, commune.id));
				await database
					.update(adminUnit)
					.set({ validFrom: '2026-11-01' })
					.where(eq(adminUnit.parentId, commune.id));
			}
			// The first village came after the villages' deadline, the third commune after its own.
			expect(await required('2026-10')).toEqual([1, 1, 0]);
			expect(await required('2026-11')).toEqual([2, 2, 2]);
			// The first teams were founded on 15/4/2022.
			expect(await required('2022-03')).toEqual([0, 0, 0]);
			await database.delete(team);
			expect(await required('2022-03')).toEqual([1, 0, 0]);
		}));

	it('asks nothing of a special zone that hardly anybody lives in, unless it has a team', () =>
		rolledBack(handle(), async (database) => {
			const { first, second, third } = await setUp(database);
			const units = [first, second, third];
			await database
				.update(adminUnit)
				.set({ kind: 'dacKhu' })
				.where(inArray(adminUnit.id, [first.id, second.id]));
			await database.delete(team);
			await database
				.insert(householdRegister)
				.values({ unitId: second.id, year: 2025, source: 'test', households: 40_000 });
			const period = await periodByCode(database, '2026-10', null);
			const ids = units.map(({ id }) => id);
			const required = async () => {
				const asked = await readRequiredReports(database, ids, period);
				const province = await unitByCode(database, '98', '2026-10-31');
				if (!province) throw new Error('The province is there.');
				const standings = await readStandings(database, province, period, now);
				const states = new Map(standings.map(({ id, counts }) => [id, counts.due]));
				expect(ids.map((id) => states.get(id))).toEqual(
					ids.map((id) => asked.get(id)?.reportsRequired),
				);
				return ids.map((id) => asked.get(id)?.reportsRequired);
			};
			expect(await required()).toEqual([0, 1, 1]);
			const villageId = first.villages[0]?.id ?? 0;
			await database
				.insert(team)
				.values({ unitId: villageId, name: 'Tổ', foundedOn: '2025-01-01' });
			expect(await required()).toEqual([1, 1, 1]);
		}));

	it('shows the public approved figures only, and inside what the account may see', () =>
		rolledBack(handle(), async (database) => {
			const { screen, submit, approve, first, second, approver } = await setUp(database);
			const own = await makeAccount(database, 'own', 'reporter', first.id);
			await submit(
				reportOf(first.code, '2026-10', 60, 100),
				reportOf(second.code, '2026-10', 50, 100),
			);
			await approve(second.code);
			const shown = async (actor: Actor | null) =>
				(await screen(actor)).figures
					.map(
						({ unitId, basis }) =>
							`${unitId === first.id ? 'first' : unitId === second.id ? 'second' : 'above'} ${basis}`,
					)
					.sort();
			expect(await shown(null)).toEqual(['above approved', 'second approved']);
			expect(await shown(own)).toEqual(['above approved', 'first provisional', 'second approved']);
			expect(await shown(approver)).toEqual([
				'above approved',
				'above provisional',
				'first provisional',
				'second approved',
				'second provisional',
			]);
			const { statuses } = await screen(null);
			expect(statuses.filter(({ ownReport }) => ownReport)).toHaveLength(2);
		}));

	it('hides small counts from the public, not from the account above them', () =>
		rolledBack(handle(), async (database) => {
			const { screen, submit, approve, first, second, approver } = await setUp(database);
			await submit(
				reportOf(first.code, '2026-10', 3, 100),
				reportOf(second.code, '2026-10', 50, 100),
			);
			await approve(first.code);
			await approve(second.code);
			const able = async (actor: Actor | null) =>
				(await screen(actor)).figures
					.filter(
						({ basis, unitId }) =>
							basis === 'approved' && (unitId === first.id || unitId === second.id),
					)
					.map((figures) => [figures.able[0], figures.hiddenClass?.[0]]);
			expect(await able(null)).toEqual([
				[null, 0],
				[null, 2],
			]);
			expect((await able(approver)).map(([count]) => count).sort()).toEqual([3, 50]);
		}));

	it('sums registers upwards where a unit has none of its own, and leaves unknown unknown', () =>
		rolledBack(handle(), async (database) => {
			const { screen, first, second } = await setUp(database);
			const [village, other] = first.villages;
			await database.insert(householdRegister).values([
				{ unitId: village?.id ?? 0, year: 2024, source: 'test', households: 120 },
				{ unitId: other?.id ?? 0, year: 2024, source: 'test', households: null },
				{ unitId: second.id, year: 2019, source: 'test', households: 300 },
				{ unitId: second.id, year: 2024, source: 'test', households: null },
			]);
			const { units, scope } = await screen(null);
			expect(units.map(({ register }) => register)).toEqual([120, 300, null]);
			expect(scope.register).toBe(420);
		}));

	it('reads history in a later structure: whole units add up, splits divide by declared shares only', () =>
		rolledBack(handle(), async (database) => {
			const { submit, approve, first, second, third, provinceId } = await setUp(database);
			for (const [commune, able] of [
				[first, 61],
				[second, 33],
				[third, 17],
			] as const) {
				await submit(reportOf(commune.code, '2025-06', able, 101));
				await approve(commune.code, '2025-06');
				await database
					.insert(householdRegister)
					.values({ unitId: commune.id, year: 2024, source: 'test', households: 101 });
			}
			await database
				.update(adminUnit)
				.set({ validTo: '2025-07-01' })
				.where(sql`level in ('commune', 'village')`);
			const made = await database
				.insert(adminUnit)
				.values(
					['98500', '98501'].map((code) => ({
						code,
						level: 'commune' as const,
						kind: 'xa' as const,
						name: code,
						searchName: code,
						parentId: provinceId,
						validFrom: '2025-07-01',
					})),
				)
				.returning();
			const [left, right] = made.map(({ id }) => id);
			if (left === undefined || right === undefined) throw new Error('two new communes');
			const link = (oldUnitId: number, newUnitId: number, share: number | null) => ({
				oldUnitId,
				newUnitId,
				extent: share === 1 ? ('full' as const) : ('partial' as const),
				share,
				source: 'test',
			});
			await database
				.insert(unitLineage)
				.values([
					link(first.id, left, 1),
					link(second.id, left, 0.4),
					link(second.id, right, 0.6),
					link(third.id, left, null),
					link(third.id, right, null),
				]);
			const scope = await unitByCode(database, '98', '2025-07-01');
			if (!scope) throw new Error('the province goes on');
			const view = await readStructureView(database, {
				scope,
				structureDay: '2025-07-01',
				period: await periodByCode(database, '2025-06', null),
				audience: 'internal',
			});
			const counts = new Map(
				view.figures.map(({ unitId, able, base }) => [unitId, [able[0], base[0]]]),
			);
			expect(counts.get(left)).toEqual([61 + 13, 101 + 40]);
			expect(counts.get(right)).toEqual([20, 61]);
			expect(counts.get(scope.id)).toEqual([61 + 33, 202]);
			expect(view.estimated.sort()).toEqual([left, right].sort());
			expect(view.incomplete.sort()).toEqual([left, right].sort());
			expect(view.undivided.map(({ unit, households }) => [unit.code, households])).toEqual([
				[third.code, 101],
			]);
		}));

	it('is read for more units than a statement has parameters', () =>
		rolledBack(handle(), async (database) => {
			const { first } = await setUp(database);
			const ids = [first.id, ...Array.from({ length: 70_000 }, (_, index) => 1_000_000 + index)];
			await database
				.insert(householdRegister)
				.values({ unitId: first.id, year: 2024, source: 'test', households: 120 });
			expect([...(await readRegisters(database, ids, '2026-10-31'))]).toEqual([[first.id, 120]]);
			const period = await periodByCode(database, '2026-10', null);
			const required = await readRequiredReports(database, ids, period);
			expect([...required].map(([id, { reportsRequired }]) => [id, reportsRequired])).toEqual([
				[first.id, 2],
			]);
			expect(await unitsByIds(database, ids)).toMatchObject([{ code: first.code }]);
		}));
});
