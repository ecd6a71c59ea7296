import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import { addAccount } from '../../src/lib/accounts/administration/add-account.server';
import { openDatabase } from '../../src/lib/server/db/client';
import { prepareDatabase } from '../../src/lib/server/db/prepare';
import { accountOf } from '../e2e/environment';
import { openAs } from '../e2e/season/pages';
import { freePort } from '../free-port';
import { firstMaps } from './first-map';
import type { Finding } from './measure';
import { playedMonths } from './played-months';
import { startProduct } from './product';
import { bacGiang, country, importPlace, isThere, type RealPlace } from './real-place';

/** Each with the milliseconds in which its first map should be there. */
const walls = [
	{ place: bacGiang, allowed: 1_000 },
	{ place: country, allowed: 2_000 },
];

/**
 * The first maps of Bắc Giang's 209 communes and the country's 3,321, whose months are played too; nothing without
 * their official units and outlines in REAL_DATA_DIR.
 */
export async function realWalls(browser: Browser): Promise<Finding[]> {
	const findings: Finding[] = [];
	for (const { place, allowed } of walls)
		if (isThere(place)) findings.push(...(await firstMapsOf(place, allowed, browser)));
	return findings;
}

async function firstMapsOf(
	place: RealPlace,
	allowed: number,
	browser: Browser,
): Promise<Finding[]> {
	const folder = mkdtempSync(join(tmpdir(), 'nhip-so-real-wall-'));
	const handle = await openDatabase({ dataDirectory: folder });
	try {
		await prepareDatabase(handle);
		const unitId = await importPlace(handle.database, place);
		await addAccount(handle.database, null, {
			...{ ...accountOf('viewer'), displayName: 'viewer', passwordTemporary: false },
			grants: [{ role: 'viewer', unitId }],
		});
	} finally {
		await handle.close();
	}
	const port = await freePort();
	const settings = { DATA_DIR: folder, DATABASE_URL: '', HOME_UNIT: place.homeUnit };
	const product = await startProduct(port, settings);
	try {
		const size = { width: 1920, height: 1080 };
		const address = `http://127.0.0.1:${port}`;
		const page = await openAs(browser, address, accountOf('viewer'), { viewport: size });
		const findings = await firstMaps(page, [`wall of ${place.name}`, allowed]);
		return place === country ? [...findings, await playedMonths(browser, address)] : findings;
	} finally {
		product.kill();
		await once(product, 'exit');
		rmSync(folder, { recursive: true, force: true });
	}
}
