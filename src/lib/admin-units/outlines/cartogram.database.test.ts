import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../../tests/database';
import { temporaryFiles } from '../../../../tests/fixtures/import/files';
import { boundaries, communes, unitList } from '../../../../tests/fixtures/import/province';
import type { SnapshotUnit } from '../../contracts/events';
import type { Database } from '../../server/db/client';
import { adminUnit, cartogram } from '../../server/db/schema';
import { readCartogram } from './cartogram.server';
import { readDrawnStructure } from './drawn-structure.server';
import { importBoundaries } from '../import/import-boundaries.server';
import { importHouseholds } from '../import/import-households.server';
import { importUnits } from '../import/import-units.server';

const write = temporaryFiles();
const size = 4;
const day = '2024-01-01';
const units = write('units.csv', unitList(size));
const outlines = write('all.geojson', JSON.stringify(boundaries(size)));
const register = (households: (index: number) => number) =>
	write(
		'households.csv',
		[
			'code,name,households',
			...communes(size).map(({ code, name }, index) => `${code},${name},${households(index)}`),
		].join('\n'),
	);

async function prepare(database: Database) {
	await importUnits(database, units, { validFrom: '2023-04-10' });
	await importBoundaries(database, outlines, { validOn: day });
	const rows = await database.select().from(adminUnit);
	const scope = rows.find(({ code }) => code === '90');
	const picture = await readDrawnStructure(database, scope ?? raise(), day);
	const shown = (households: (index: number) => number) =>
		rows
			.filter(({ level }) => level === 'commune')
			.map((row, index): SnapshotUnit => ({
				...row,
				register: households(index),
				reportsRequired: 1,
			}));
	return { picture: picture ?? raise(), shown };
}

function raise(): never {
	throw new Error('The province has a picture.');
}

describeDatabase('the cartogram', (handle) => {
	it('is laid out once, and again after a new register', () =>
		rolledBack(handle(), async (database) => {
			const { picture, shown } = await prepare(database);
			const first = await readCartogram(
				database,
				picture,
				shown((index) => 100 + 50 * index),
			);
			expect(first.ofCircles).toBe(true);
			expect(first.shapes).toHaveLength(size ** 2);
			const others = shown((index) => 900 - 50 * index);
			expect(await readCartogram(database, picture, others)).toEqual(first);
			const options = { year: 2023, source: 'Danh sách', validOn: day };
			await importHouseholds(
				database,
				register((index) => 900 - 50 * index),
				options,
			);
			expect(await database.select().from(cartogram)).toEqual([]);
			const again = await readCartogram(database, picture, others);
			expect(again.shapes[0]?.room).toBeGreaterThan(first.shapes[0]?.room ?? NaN);
		}));
});
