import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../../tests/database';
import { makeProvince } from '../../../../tests/database/province';
import { unitsByIds } from '../../admin-units/home.server';
import type { Database } from '../../server/db/client';
import { adminUnit, householdRegister } from '../../server/db/schema';
import { readAlike } from './alike.server';
import { chooseCommunes } from './choose.server';
import { readOffered } from './offered.server';

const day = '2026-11-20';

describeDatabase('communes to compare with', (handle) => {
	/** Communes with so many households on their registers; null: unknown. */
	const setUp = async (database: Database, households: readonly (number | null)[]) => {
		const province = await makeProvince(database, { communes: households.length, villages: 1 });
		const known = households.flatMap((count, index) => {
			const unitId = province.communes[index]?.id;
			return count === null || unitId === undefined
				? []
				: [{ unitId, year: 2026, source: 'niên giám', households: count }];
		});
		await database.insert(householdRegister).values(known);
		const units = await unitsByIds(
			database,
			province.communes.map(({ id }) => id),
		);
		const ordered = province.communes.flatMap(
			({ id }) => units.find((unit) => unit.id === id) ?? [],
		);
		const [own] = ordered;
		if (!own) throw new Error('one at least');
		return { ...province, own, ordered };
	};
	const codes = (units: readonly { code: string }[]) => units.map(({ code }) => code.slice(-1));

	it('are those whose number of households is nearest, as a ratio, and known', () =>
		rolledBack(handle(), async (database) => {
			const { own, countryId } = await setUp(database, [1000, 2100, 520, null, 1100, 990]);
			const asked = { scopeUnitId: countryId, day, most: 9 };
			expect(codes(await readAlike(database, own, asked))).toEqual(['5', '4', '2', '1']);
			expect(codes(await readAlike(database, own, { ...asked, most: 2 }))).toEqual(['5', '4']);
			await database.delete(householdRegister).where(eq(householdRegister.unitId, own.id));
			expect(await readAlike(database, own, asked)).toEqual([]);
		}));

	it('are of the same province', () =>
		rolledBack(handle(), async (database) => {
			const { own, countryId, communes } = await setUp(database, [1000, 1001, 1500]);
			const [made] = await database
				.insert(adminUnit)
				.values({
					...{ code: '97', level: 'province', kind: 'tinh', name: 'Bên Cạnh' },
					...{ parentId: countryId, searchName: 'ben canh', validFrom: '2020-01-01' },
				})
				.returning();
			const moved = communes[1]?.id ?? 0;
			await database
				.update(adminUnit)
				.set({ parentId: made?.id ?? 0 })
				.where(eq(adminUnit.id, moved));
			const asked = { scopeUnitId: countryId, day, most: 9 };
			expect(codes(await readAlike(database, own, asked))).toEqual(['2']);
		}));

	it('are offered without those that are compared already, alike ones or by name', () =>
		rolledBack(handle(), async (database) => {
			const { ordered, provinceId } = await setUp(database, [1000, 1010, 1100, 1300]);
			const [own, nearest] = ordered;
			const compared = [own, nearest].flatMap((unit) => (unit ? [{ unit }] : []));
			const asked = { compared, scopeUnitId: provinceId, day };
			expect(codes(await readOffered(database, { ...asked, text: '' }))).toEqual(['2', '3']);
			expect(codes(await readOffered(database, { ...asked, text: 'Xã 3' }))[0]).toBe('3');
			expect(codes(await readOffered(database, { ...asked, text: 'Xã 1' }))).not.toContain('1');
			expect(await readOffered(database, { ...asked, compared: [], text: '' })).toEqual([]);
		}));

	it('are put into the table each once, as many as it has room for, by code or address', () =>
		rolledBack(handle(), async (database) => {
			const { communes, provinceId } = await setUp(database, [1, 1, 1, 1, 1]);
			const [one = '', two = '', three = '', four = '', five = ''] = communes.map(
				({ code }) => code,
			);
			const choose = async (...asked: string[]) => {
				const { chosen, leftOut, unknown } = await chooseCommunes(database, asked, day);
				return { chosen: codes(chosen), leftOut: codes(leftOut), unknown };
			};
			expect(await choose(three, one, three, `${one}-xa-0`, ' ')).toEqual({
				...{ chosen: ['2', '0'], leftOut: [], unknown: [] },
			});
			// What bears no commune takes nobody's place; a province and a former commune bear none.
			await database
				.update(adminUnit)
				.set({ validTo: day })
				.where(eq(adminUnit.id, communes[1]?.id ?? 0));
			const [province] = await unitsByIds(database, [provinceId]);
			const asked = ['00000', province?.code ?? '', two, one, three, four, five];
			expect(await choose(...asked)).toEqual({
				...{ chosen: ['0', '2', '3', '4'], leftOut: [] },
				unknown: asked.slice(0, 3),
			});
			await database
				.update(adminUnit)
				.set({ validTo: null })
				.where(eq(adminUnit.id, communes[1]?.id ?? 0));
			expect(await choose(one, two, three, four, five)).toMatchObject({
				...{ chosen: ['0', '1', '2', '3'], leftOut: ['4'] },
			});
		}));
});
