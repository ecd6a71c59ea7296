import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser } from '@playwright/test';
import { addAccount } from '../../src/lib/accounts/administration/add-account.server';
import { importBoundaries } from '../../src/lib/admin-units/import/import-boundaries.server';
import { importUnits } from '../../src/lib/admin-units/import/import-units.server';
import { unitByCode } from '../../src/lib/admin-units/home.server';
import { openDatabase } from '../../src/lib/server/db/client';
import { prepareDatabase } from '../../src/lib/server/db/prepare';
import { accountOf } from '../e2e/environment';
import { openAs } from '../e2e/season/pages';
import { freePort } from '../free-port';
import { firstMaps } from './first-map';
import type { Finding } from './measure';
import { startProduct } from './product';

interface Place {
	name: string;
	homeUnit: string;
	/** Paths in REAL_DATA_DIR, and since when they hold. */
	units: string;
	outlines: string;
	validFrom: string;
	/** Milliseconds in which its first map should be there. */
	allowed: number;
}

const places: readonly Place[] = [
	{
		...{ name: 'wall of 209 communes', homeUnit: '24', allowed: 1_000 },
		units: 'units/pre2025_units_2023-04-10.csv',
		outlines: 'boundaries/pre2025/24_bac_giang_209_2023-04-10.geojson',
		validFrom: '2023-04-10',
	},
	{
		...{ name: 'wall of the country', homeUnit: 'VN', allowed: 2_000 },
		units: 'units/post2025_units.csv',
		outlines: 'boundaries/post2025/vn_3321_200m.topo.json',
		validFrom: '2025-07-01',
	},
];

/** The first maps of Bắc Giang's 209 communes and the country's 3,321; nothing without their official units and outlines in REAL_DATA_DIR. */
export async function realWalls(browser: Browser): Promise<Finding[]> {
	const findings: Finding[] = [];
	for (const place of places) findings.push(...(await firstMapsOf(place, browser)));
	return findings;
}

async function firstMapsOf(place: Place, browser: Browser): Promise<Finding[]> {
	const { name, homeUnit, validFrom, allowed } = place;
	const data = process.env['REAL_DATA_DIR'] ?? '.';
	const [units, outlines] = [resolve(data, place.units), resolve(data, place.outlines)];
	if (!existsSync(units)) return [];
	const folder = mkdtempSync(join(tmpdir(), 'nhip-so-real-wall-'));
	const handle = await openDatabase({ dataDirectory: folder });
	try {
		await prepareDatabase(handle);
		await importUnits(handle.database, units, { validFrom });
		await importBoundaries(handle.database, outlines, { validOn: validFrom });
		const home = await unitByCode(handle.database, homeUnit, validFrom);
		if (!home) throw new Error(`The ${name} has no unit to be about.`);
		await addAccount(handle.database, null, {
			...{ ...accountOf('viewer'), displayName: 'viewer', passwordTemporary: false },
			grants: [{ role: 'viewer', unitId: home.id }],
		});
	} finally {
		await handle.close();
	}
	const port = await freePort();
	const settings = { DATA_DIR: folder, DATABASE_URL: '', HOME_UNIT: homeUnit };
	const product = await startProduct(port, settings);
	try {
		const size = { width: 1920, height: 1080 };
		const address = `http://127.0.0.1:${port}`;
		const page = await openAs(browser, address, accountOf('viewer'), { viewport: size });
		return await firstMaps(page, [name, allowed]);
	} finally {
		product.kill();
		await once(product, 'exit');
		rmSync(folder, { recursive: true, force: true });
	}
}
