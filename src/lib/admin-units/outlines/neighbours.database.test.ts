import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../../tests/database';
import { temporaryFiles } from '../../../../tests/fixtures/import/files';
import { boundaries, communes, unitList } from '../../../../tests/fixtures/import/province';
import type { Database } from '../../server/db/client';
import { adminUnit } from '../../server/db/schema';
import { importBoundaries } from '../import/import-boundaries.server';
import { importUnits } from '../import/import-units.server';
import { readNeighbours } from './neighbours.server';

const write = temporaryFiles();
const size = 3;
const day = '2024-01-01';
const units = write('units.csv', unitList(size));
const outlines = write('all.geojson', JSON.stringify(boundaries(size)));

/** Three rows A, B, C of three communes, `Xóm B 2` in their middle. */
async function setUp(database: Database) {
	await importUnits(database, units, { validFrom: '2023-04-10' });
	const idOf = async (code: string) => {
		const [unit] = await database.select().from(adminUnit).where(eq(adminUnit.code, code));
		if (!unit) throw new Error(`There is no unit ${code}.`);
		return unit.id;
	};
	const provinceId = await idOf('90');
	const beside = async (column: number, row: number, on = day) => {
		const commune = communes(size).find((each) => each.column === column && each.row === row);
		const found = await readNeighbours(database, await idOf(commune?.code ?? ''), {
			...{ provinceId, day: on },
		});
		return found.map(({ name }) => name.replace('Xóm ', ''));
	};
	return { beside };
}

describeDatabase('the neighbours of a commune', (handle) => {
	it('are those that share a border with it, not a corner alone, by name', () =>
		rolledBack(handle(), async (database) => {
			const { beside } = await setUp(database);
			await importBoundaries(database, outlines, { validOn: day });
			expect(await beside(1, 1)).toEqual(['A 2', 'B 1', 'B 3', 'C 2']);
			expect(await beside(0, 0)).toEqual(['A 2', 'B 1']);
			const { code = '' } = communes(size).find(({ name }) => name === 'Xóm C 2') ?? {};
			await database.update(adminUnit).set({ name: 'Xóm Ấ 1' }).where(eq(adminUnit.code, code));
			expect(await beside(1, 1)).toEqual(['A 2', 'Ấ 1', 'B 1', 'B 3']);
		}));

	it('are unknown without boundaries, and on a day before they were drawn', () =>
		rolledBack(handle(), async (database) => {
			const { beside } = await setUp(database);
			expect(await beside(1, 1)).toEqual([]);
			await importBoundaries(database, outlines, { validOn: day });
			expect(await beside(1, 1, '2023-04-09')).toEqual([]);
		}));
});
