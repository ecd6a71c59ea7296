import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../../tests/database';
import { reportOf } from '../../../../tests/database/province';
import { makeThreeCommunes } from '../../../../tests/database/three-communes';
import { unitByCode } from '../../admin-units/home.server';
import { periodByCode } from '../../reports/periods/periods.server';
import { adminUnit, householdRegister, unitLineage } from '../../server/db/schema';
import type { Database } from '../../server/db/client';
import { readStructureView } from './read.server';

/** On 1/7/2025 all communes end and two new ones begin. @returns their ids. */
async function mergeInto(database: Database, provinceId: number): Promise<[number, number]> {
	await database
		.update(adminUnit)
		.set({ validTo: '2025-07-01' })
		.where(sql`level in ('commune', 'village')`);
	const made = await database
		.insert(adminUnit)
		.values(
			['98500', '98501'].map((code) => ({
				...{ code, level: 'commune' as const, kind: 'xa' as const, name: code, searchName: code },
				...{ parentId: provinceId, validFrom: '2025-07-01' },
			})),
		)
		.returning();
	const [left, right] = made.map(({ id }) => id);
	if (left === undefined || right === undefined) throw new Error('two new communes');
	return [left, right];
}

const link = (oldUnitId: number, newUnitId: number, share: number | null) => ({
	...{ oldUnitId, newUnitId, share, source: 'test' },
	extent: share === 1 ? ('full' as const) : ('partial' as const),
});

describeDatabase('a month in a later structure', (handle) => {
	it('reads history in a later structure: whole units add up, splits divide by declared shares only', () =>
		rolledBack(handle(), async (database) => {
			const { submit, approve, first, second, third, provinceId } =
				await makeThreeCommunes(database);
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
			const [left, right] = await mergeInto(database, provinceId);
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

	it('tells the public of no new unit into which a withheld count went, nor of a small part of one', () =>
		rolledBack(handle(), async (database) => {
			const { submit, approve, first, second, third, provinceId } =
				await makeThreeCommunes(database);
			for (const [commune, able] of [
				[first, 61],
				[second, 2],
				[third, 40],
			] as const) {
				await submit(reportOf(commune.code, '2025-06', able, 101));
				await approve(commune.code, '2025-06');
			}
			const [left, right] = await mergeInto(database, provinceId);
			await database
				.insert(unitLineage)
				.values([
					link(first.id, left, 1),
					link(second.id, left, 1),
					link(third.id, left, 0.9),
					link(third.id, right, 0.1),
				]);
			const scope = await unitByCode(database, '98', '2025-07-01');
			if (!scope) throw new Error('the province goes on');
			const read = async (audience: 'public' | 'internal') => {
				const { figures } = await readStructureView(database, {
					...{ scope, structureDay: '2025-07-01', audience },
					period: await periodByCode(database, '2025-06', null),
				});
				return new Map(figures.map(({ unitId, able }) => [unitId, able[0]]));
			};
			expect(await read('internal')).toEqual(
				new Map([
					[scope.id, 103],
					[left, 61 + 2 + 36],
					[right, 4],
				]),
			);
			const told = await read('public');
			expect([told.get(left), told.get(right)]).toEqual([null, null]);
			expect([...told.values()].filter((count) => count)).toEqual([]);
		}));
});
