import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../../tests/database';
import type { Database } from '../../server/db/client';
import { adminUnit, unitLineage } from '../../server/db/schema';
import { lastFormerCommune, presentOrFormerCommune } from './last-former-commune.server';
import { searchKey } from '../../contracts/text/search-key';
import { readLineage } from './read-lineage.server';

async function add(database: Database, code: string, name: string, span: [string, string | null]) {
	const [row] = await database
		.insert(adminUnit)
		.values({
			code,
			name,
			searchName: searchKey(name),
			level: 'commune',
			kind: 'xa',
			validFrom: span[0],
			validTo: span[1],
		})
		.returning();
	if (!row) throw new Error('The unit was not stored.');
	return row.id;
}

describeDatabase('communes of former days', (handle) => {
	it('are found by the code that nobody bears any more, the last bearer first', () =>
		rolledBack(handle(), async (database) => {
			await add(database, '07213', 'Rất Cũ', ['2010-01-01', '2020-02-01']);
			await add(database, '07213', 'Trần Phú', ['2020-02-01', '2025-07-01']);
			expect((await lastFormerCommune(database, '07213', '2026-01-01'))?.name).toBe('Trần Phú');
			expect((await lastFormerCommune(database, '07213', '2024-01-01'))?.name).toBe('Rất Cũ');
			expect(await lastFormerCommune(database, '99999', '2026-01-01')).toBeUndefined();
			const bearer = async (code: string, day: string) =>
				(await presentOrFormerCommune(database, code, day))?.name;
			expect(await bearer('07213', '2026-01-01')).toBe('Trần Phú');
			expect(await bearer('07213', '2025-06-30')).toBe('Trần Phú');
			await add(database, '07213', 'Mới', ['2026-06-01', null]);
			expect(await bearer('07213', '2026-07-01')).toBe('Mới');
		}));

	it('know what they became, and what became of them', () =>
		rolledBack(handle(), async (database) => {
			const old = await add(database, '07294', 'Đèo Gia', ['2020-01-01', '2025-07-01']);
			const split = await add(database, '07300', 'Phong Vân', ['2020-01-01', '2025-07-01']);
			const merged = await add(database, '07294', 'Đèo Gia', ['2025-07-01', null]);
			const rest = await add(database, '07306', 'Biên Sơn', ['2025-07-01', null]);
			await database.insert(unitLineage).values([
				{ oldUnitId: old, newUnitId: merged, extent: 'full' },
				{ oldUnitId: split, newUnitId: merged, extent: 'partial', share: 0.4 },
				{ oldUnitId: split, newUnitId: rest, extent: 'partial', share: 0.6 },
			]);
			const ids = (kin: { unit: { id: number }; extent: string }[]) =>
				kin.map(({ unit, extent }) => [unit.id, extent]);
			const lineage = await readLineage(database, merged);
			expect(ids(lineage.predecessors)).toEqual([
				[old, 'full'],
				[split, 'partial'],
			]);
			expect(lineage.successors).toEqual([]);
			expect(ids((await readLineage(database, split)).successors)).toEqual([
				[merged, 'partial'],
				[rest, 'partial'],
			]);
		}));
});
