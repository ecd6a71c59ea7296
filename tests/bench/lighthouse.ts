import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import run from 'lighthouse';
import { freePort } from '../free-port';
import { browserLaunch } from '../e2e/environment';
import { oneOfEachListed } from '../e2e/public-page-types';
import { median, type Finding } from './measure';
import { fillDemo, startProduct } from './product';

/** Of 100, on a phone as Lighthouse imagines it. */
const bars = { performance: 95, accessibility: 100, 'best-practices': 100, seo: 100 };
type Category = keyof typeof bars;
const categories = Object.keys(bars) as Category[];
const rounds = 3;

/** What Lighthouse says of each type of public page of the demo. */
export async function lighthouse(): Promise<Finding[]> {
	const folder = mkdtempSync(join(tmpdir(), 'nhip-so-lighthouse-'));
	const port = await freePort();
	const debuggingPort = await freePort();
	fillDemo(folder);
	const product = await startProduct(port, { DATA_DIR: folder, DATABASE_URL: '', DEMO: '1' });
	const browser = await chromium.launch({
		...browserLaunch,
		args: [...(browserLaunch.args ?? []), `--remote-debugging-port=${debuggingPort}`],
	});
	try {
		const findings: Finding[] = [];
		const server = `http://127.0.0.1:${port}`;
		for (const [type, path] of await oneOfEachListed(server)) {
			if (path === undefined) throw new Error(`The demo has no page of ${type}.`);
			findings.push(...(await look(`${server}${path}`, path, debuggingPort)));
		}
		return findings;
	} finally {
		await browser.close();
		product.kill();
		await once(product, 'exit');
		rmSync(folder, { recursive: true, force: true });
	}
}

async function look(address: string, name: string, port: number): Promise<Finding[]> {
	const seen: Record<Category, number>[] = [];
	for (let round = 0; round < rounds; round += 1) seen.push(await scores(address, port));
	return categories.map((category) => {
		const score = median(seen.map((one) => one[category]));
		return {
			name: `${name}: ${category}`,
			measured: `${score} of 100, asked ${bars[category]}`,
			...{ ratio: score / bars[category], bar: 1, good: 'atLeast' },
		};
	});
}

async function scores(address: string, port: number): Promise<Record<Category, number>> {
	const result = await run(address, { port, logLevel: 'error', onlyCategories: categories });
	const of = (category: Category) => {
		const score = result?.lhr.categories[category]?.score ?? null;
		if (score === null) throw new Error(`Lighthouse has no score for ${address}: ${category}.`);
		return Math.round(score * 100);
	};
	return {
		performance: of('performance'),
		accessibility: of('accessibility'),
		'best-practices': of('best-practices'),
		seo: of('seo'),
	};
}
