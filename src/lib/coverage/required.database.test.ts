import { eq, inArray } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../tests/database';
import { makeThreeCommunes, now } from '../../../tests/database/three-communes';
import { unitByCode, unitsByIds } from '../admin-units/home.server';
import { periodByCode } from '../reports/periods/periods.server';
import { readStandings } from '../reports/status/standing.server';
import { adminUnit, householdRegister, team } from '../server/db/schema';
import { readRegisters } from './registers.server';
import { readRequiredReports } from './required.server';

describeDatabase('what must be reported', (handle) => {
	it('asks nothing of units before the first team, nor of those founded after their deadline', () =>
		rolledBack(handle(), async (database) => {
			const { first, second, third } = await makeThreeCommunes(database);
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
			const { first, second, third } = await makeThreeCommunes(database);
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

	it('is read for more units than a statement has parameters', () =>
		rolledBack(handle(), async (database) => {
			const { first } = await makeThreeCommunes(database);
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
