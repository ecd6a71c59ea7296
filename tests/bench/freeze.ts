import { once } from 'node:events';
import { chromium } from '@playwright/test';
import { freezeSeason } from '../../src/lib/awards/freeze/freeze.server';
import { readCriteriaHashes, readFreeze } from '../../src/lib/awards/freeze/read.server';
import type { Actor } from '../../src/lib/contracts/accounts';
import { compareFreeze, readContent, recompute } from '../../src/lib/ranking/check/check-freeze';
import type { Database } from '../../src/lib/server/db/client';
import { startPostgres } from '../database/postgres-server';
import { browserLaunch } from '../e2e/environment';
import { freePort } from '../free-port';
import { openBenchDatabase } from './bench-database';
import { clock, milliseconds, type Finding } from './measure';
import { startProduct } from './product';
import { fillSeason } from './season-data';

const now = new Date('2026-08-07T03:00:00Z');

/** The freeze of a season of a province with all its months, and everybody's check of it; needs a build. */
export async function freeze(): Promise<Finding[]> {
	const server = await startPostgres();
	try {
		const opened = await openBenchDatabase(server, 'freeze');
		const { database } = opened.handle;
		const { actor, seasonId } = await fillSeason(database);
		const findings = await measure(database, actor, seasonId);
		await opened.close();
		return [...findings, await checkInBrowser(`${server.url}freeze`, seasonId)];
	} finally {
		await server.stop();
	}
}

async function measure(database: Database, actor: Actor, seasonId: number): Promise<Finding[]> {
	const began = clock();
	await freezeSeason(database, actor, seasonId, now);
	const frozen = clock() - began;

	const published = await readFreeze(database, seasonId);
	if (!published.result.includes('"sampling":{')) throw new Error('No sample was drawn.');
	const hashes = await readCriteriaHashes(database, seasonId);
	const begun = clock();
	const steps = compareFreeze(published, hashes, recompute(readContent(published)));
	const checked = clock() - begun;
	if (steps.some(({ matches }) => !matches)) throw new Error('The freeze does not match.');
	return [
		{
			name: 'freeze of a season',
			measured: `${milliseconds(frozen)} for 209 communes and 2,090 teams over 24 months`,
			...{ ratio: frozen / 5_000, bar: 1, good: 'atMost' },
		},
		{
			name: 'check of a freeze',
			measured: `${milliseconds(checked)} in one thread of Node`,
			...{ ratio: checked / 10_000, bar: 1, good: 'atMost' },
		},
	];
}

/** From a visitor's press until the page says match: the file is fetched, and computed by the browser's worker. */
async function checkInBrowser(databaseUrl: string, seasonId: number): Promise<Finding> {
	const port = await freePort();
	const product = await startProduct(port, { DATABASE_URL: databaseUrl });
	const browser = await chromium.launch(browserLaunch);
	try {
		const page = await browser.newPage();
		await page.goto(`http://127.0.0.1:${port}/thi-dua-cong-khai/${seasonId}/kiem-chung`);
		const start = page.locator('main button:enabled');
		await start.waitFor();
		const began = clock();
		await start.click();
		await page.locator('main table.list').waitFor({ timeout: 60_000 });
		const taken = clock() - began;
		const outcome = await page.locator('main table.list').innerText();
		if (outcome.includes('không khớp')) throw new Error(outcome);
		return {
			name: 'check of a freeze in a browser',
			measured: `${milliseconds(taken)} from the press to the answer`,
			...{ ratio: taken / 10_000, bar: 1, good: 'atMost' },
		};
	} finally {
		await browser.close();
		product.kill();
		await once(product, 'exit');
	}
}
