import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { importBoundaries } from '../../src/lib/admin-units/import/import-boundaries.server';
import { importUnits } from '../../src/lib/admin-units/import/import-units.server';
import { unitByCode } from '../../src/lib/admin-units/home.server';
import type { Database } from '../../src/lib/server/db/client';

export interface RealPlace {
	name: string;
	homeUnit: string;
	/** Paths in REAL_DATA_DIR, and since when they hold. */
	units: string;
	outlines: string;
	validFrom: string;
}

export const bacGiang: RealPlace = {
	...{ name: '209 communes', homeUnit: '24', validFrom: '2023-04-10' },
	units: 'units/pre2025_units_2023-04-10.csv',
	outlines: 'boundaries/pre2025/24_bac_giang_209_2023-04-10.geojson',
};
export const country: RealPlace = {
	...{ name: 'the country', homeUnit: 'VN', validFrom: '2025-07-01' },
	units: 'units/post2025_units.csv',
	outlines: 'boundaries/post2025/vn_3321_200m.topo.json',
};

const pathOf = (path: string) => resolve(process.env['REAL_DATA_DIR'] ?? '.', path);

/** Whether its official units and outlines are there. */
export const isThere = ({ units }: RealPlace): boolean => existsSync(pathOf(units));

/** Imports its units and outlines. @returns id of the unit that it is. */
export async function importPlace(
	database: Database,
	{ name, homeUnit, units, outlines, validFrom }: RealPlace,
): Promise<number> {
	await importUnits(database, pathOf(units), { validFrom });
	await importBoundaries(database, pathOf(outlines), { validOn: validFrom });
	const home = await unitByCode(database, homeUnit, validFrom);
	if (!home) throw new Error(`There is no unit that ${name} could be.`);
	return home.id;
}
