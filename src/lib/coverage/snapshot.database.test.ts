import { eq, sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../tests/database';
import { makeAccount, makeProvince, reportOf } from '../../../tests/database/province';
import { makeThreeCommunes, now } from '../../../tests/database/three-communes';
import { decideReports } from '../reports/review/decide.server';
import { readCoverageMonth } from '../reports/status/coverage-month.server';
import { submitReports } from '../reports/intake/submit.server';
import { adminUnit, householdRegister, team } from '../server/db/schema';
import type { Actor } from '../contracts/accounts';
import { provinceIdOf } from '../contracts/events';

describeDatabase('what a screen opens with', (handle) => {
	it('is the latest month whose deadline has passed, with every commune and its duties', () =>
		rolledBack(handle(), async (database) => {
			const { screen, first } = await makeThreeCommunes(database);
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
			const { submit, approve, screen, approver, first, second } =
				await makeThreeCommunes(database);
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
			const { reporter, approver, first, second, third } = await makeThreeCommunes(database);
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
			const { submit, approve, first, provinceId } = await makeThreeCommunes(database);
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

	it('is read once for all who see the same while nothing changes, and apart for whoever sees more', () =>
		rolledBack(handle(), async (database) => {
			const { screen, submit, approve, first, second, approver } =
				await makeThreeCommunes(database);
			const before = await screen(null);
			expect(await screen(null)).toBe(before);
			await submit(reportOf(first.code, '2026-10', 30, 100));
			await approve(first.code);
			const after = await screen(null);
			expect(after.number).toBeGreaterThan(before.number);
			expect(after.figures).not.toEqual([]);
			const seen = await screen(approver);
			expect(await screen(approver)).toBe(seen);
			expect(seen.figures).not.toEqual(after.figures);
			const elsewhere = await makeAccount(database, 'elsewhere', 'approver', second.id);
			expect(await screen(elsewhere)).not.toBe(seen);
			await submit(reportOf(second.code, '2026-10', 30, 100));
			expect((await screen(approver)).figures).not.toEqual(seen.figures);
		}));

	it('shows the public approved figures only, and inside what the account may see', () =>
		rolledBack(handle(), async (database) => {
			const { screen, submit, approve, first, second, approver } =
				await makeThreeCommunes(database);
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
			const { screen, submit, approve, first, second, approver } =
				await makeThreeCommunes(database);
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
			const { screen, first, second } = await makeThreeCommunes(database);
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
});
