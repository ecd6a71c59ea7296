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

const validFrom = '2025-07-01';

/** The first map of the country's 3,321 communes; nothing without its official units and outlines in REAL_DATA_DIR. */
export async function country(browser: Browser): Promise<Finding[]> {
	const data = resolve(process.env['REAL_DATA_DIR'] ?? '.');
	const [units, outlines] = [
		'units/post2025_units.csv',
		'boundaries/post2025/vn_3321_200m.topo.json',
	].map((path) => join(data, path));
	if (!units || !outlines || !existsSync(units)) return [];
	const folder = mkdtempSync(join(tmpdir(), 'nhip-so-country-wall-'));
	const handle = await openDatabase({ dataDirectory: folder });
	try {
		await prepareDatabase(handle);
		await importUnits(handle.database, units, { validFrom });
		await importBoundaries(handle.database, outlines, { validOn: validFrom });
		const whole = await unitByCode(handle.database, 'VN', validFrom);
		if (!whole) throw new Error('The country was not stored.');
		await addAccount(handle.database, null, {
			...{ ...accountOf('viewer'), displayName: 'viewer', passwordTemporary: false },
			grants: [{ role: 'viewer', unitId: whole.id }],
		});
	} finally {
		await handle.close();
	}
	const port = await freePort();
	const settings = { DATA_DIR: folder, DATABASE_URL: '', HOME_UNIT: 'VN' };
	const product = await startProduct(port, settings);
	try {
		const size = { width: 1920, height: 1080 };
		const address = `http://127.0.0.1:${port}`;
		const page = await openAs(browser, address, accountOf('viewer'), { viewport: size });
		return await firstMaps(page, ['wall of the country', 2_000]);
	} finally {
		product.kill();
		await once(product, 'exit');
		rmSync(folder, { recursive: true, force: true });
	}
}
