import { asc, eq } from 'drizzle-orm';
import type { Feature, Polygon } from 'geojson';
import { importUnits } from '../../src/lib/admin-units/import/import-units.server';
import type { Database, DatabaseHandle } from '../../src/lib/server/db/client';
import { adminUnit, boundary } from '../../src/lib/server/db/schema';
import { temporaryFiles } from '../fixtures/import/files';
import { boundaries, communes, outline, unitList } from '../fixtures/import/province';
import { rolledBack } from './index';

/** Communes in a row and column each. */
export const size = 4;
export const all = boundaries(size);
export const options = { validOn: '2024-01-01' };

export const collection = (...features: unknown[]) =>
	JSON.stringify({ type: 'FeatureCollection', features });
const [first, second, third] = communes(size).map((commune) => outline(commune));
if (!first || !second || !third) throw new Error('The fixture is too small.');
export const [one, two, three] = [first, second, third];

export const withProperties = (feature: Feature<Polygon>, properties: Record<string, unknown>) => ({
	...feature,
	properties,
});

/** A list of the units and a file of their outlines, in a folder that is removed after the tests of the file. */
export function boundaryFiles() {
	const write = temporaryFiles();
	const units = write('units.csv', unitList(size));
	return { write, units, geoJson: write('all.geojson', JSON.stringify(all)) };
}

/** Runs a test where the units of the list are there already. */
export const withUnits =
	(handle: () => DatabaseHandle, units: string) =>
	(body: (database: Database) => Promise<void>) =>
	() =>
		rolledBack(handle(), async (database) => {
			await importUnits(database, units, { validFrom: '2023-04-10' });
			await body(database);
		});

export const storedCodes = async (database: Database) =>
	(
		await database
			.select({ code: adminUnit.code })
			.from(boundary)
			.innerJoin(adminUnit, eq(adminUnit.id, boundary.unitId))
			.orderBy(asc(adminUnit.code))
	).map(({ code }) => code);
