import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../../tests/database';
import { problemsOf, temporaryFiles } from '../../../../tests/fixtures/import/files';
import { boundaries, unitList } from '../../../../tests/fixtures/import/province';
import { changePosition } from '../../server/change-log';
import type { Database } from '../../server/db/client';
import { readDrawnStructure } from '../outlines/drawn-structure.server';
import { unitByCode } from '../home.server';
import { importBoundaries } from './import-boundaries.server';
import { importSurroundings } from './import-surroundings.server';
import { importUnits } from './import-units.server';

const write = temporaryFiles();
const units = write('units.csv', unitList(4));
const outlines = write('all.geojson', JSON.stringify(boundaries(4)));

const area = (name: unknown, west: number, east: number) => ({
	type: 'Feature',
	properties: { provinceName: name },
	geometry: {
		type: 'Polygon',
		coordinates: [
			[
				[west, 20.9],
				[east, 20.9],
				[east, 21.3],
				[west, 21.3],
				[west, 20.9],
			],
		],
	},
});
const file = (name: string, ...features: unknown[]) =>
	write(`${name}.geojson`, JSON.stringify({ type: 'FeatureCollection', features }));
const neighbours = file(
	'neighbours',
	area('Tỉnh Ví Dụ', 104.5, 105),
	area('Thành phố Giả Định', 105.2, 106),
	area('Tỉnh Xa Xôi', 109, 110),
);

describeDatabase('surroundings import', (handle) => {
	const inTransaction = (body: (database: Database) => Promise<void>) => () =>
		rolledBack(handle(), async (database) => {
			await importUnits(database, units, { validFrom: '2023-04-10' });
			await importBoundaries(database, outlines, { validOn: '2024-01-01' });
			await body(database);
		});
	const drawn = async (database: Database, code: string, day: string) => {
		const scope = await unitByCode(database, code, day);
		if (!scope) throw new Error(`There is no unit ${code}.`);
		const picture = await readDrawnStructure(database, scope, day);
		return picture?.drawing.surroundings?.names.map(({ name }) => name);
	};

	it(
		'draws what is near below the maps of the home unit, for as long as that is',
		inTransaction(async (database) => {
			expect(await drawn(database, '90', '2024-01-01')).toBeUndefined();
			const result = await importSurroundings(database, neighbours, { homeCode: undefined });
			expect(result).toMatchObject({ added: 2, changed: 0 });
			expect(result.notes).toEqual(['Around Thử: Ví Dụ, Giả Định.']);
			expect(await drawn(database, '90', '2023-04-10')).toEqual(['Ví Dụ', 'Giả Định']);
			expect(await drawn(database, 'VN', '2024-01-01')).toBeUndefined();
		}),
	);

	it(
		'changes nothing the second time, and holds others from another day on',
		inTransaction(async (database) => {
			await importSurroundings(database, neighbours, { homeCode: '90' });
			const position = await changePosition(database);
			expect(await importSurroundings(database, neighbours, { homeCode: '90' })).toMatchObject({
				...{ added: 0, changed: 0, unchanged: 2 },
			});
			expect(await changePosition(database)).toEqual(position);
			const later = file('later', area('Minh Họa', 104.5, 105));
			await importSurroundings(database, later, { homeCode: '90', validFrom: '2025-07-01' });
			expect(await changePosition(database)).not.toEqual(position);
			expect(await drawn(database, '90', '2025-06-30')).toEqual(['Ví Dụ', 'Giả Định']);
			expect(await drawn(database, '90', '2025-07-01')).toEqual(['Minh Họa']);
		}),
	);

	it(
		'names everything that is wrong with a file, and stores nothing of it',
		inTransaction(async (database) => {
			const open = area('Hở', 104, 105);
			open.geometry.coordinates[0]?.pop();
			const wrong = file('wrong', area(7, 104, 105), open, area('Ngoài', 90, 91));
			expect(await problemsOf(importSurroundings(database, wrong, { homeCode: '90' }))).toEqual([
				'feature 1 unnamed',
				'feature 2 openRing',
				'feature 3 outOfRange',
			]);
			const far = file('far', area('Xa Xôi', 109, 110));
			expect(await problemsOf(importSurroundings(database, far, { homeCode: '90' }))).toEqual([
				'file apart',
			]);
			expect(await problemsOf(importSurroundings(database, far, { homeCode: 'VN' }))).toEqual([
				'HOME_UNIT country',
			]);
			expect(await drawn(database, '90', '2024-01-01')).toBeUndefined();
		}),
	);
});
