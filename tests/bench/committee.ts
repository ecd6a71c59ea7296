import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chromium, type Browser, type Page } from '@playwright/test';
import { addAccount } from '../../src/lib/accounts/administration/add-account.server';
import { startPostgres } from '../database/postgres-server';
import { browserLaunch } from '../e2e/environment';
import { openAs } from '../e2e/season/pages';
import { freePort } from '../free-port';
import { openBenchDatabase } from './bench-database';
import { clock, median, milliseconds, quantile, type Finding } from './measure';
import { startProduct } from './product';
import { fillSeason } from './season-data';

const credentials = { name: 'bench-reader', password: 'nha-tranh-ven-song' };
const teams = 'hang-muc=2';
const rounds = 10;

/** What somebody presses on the list, one after another; before some of it a field is filled in. */
const presses: { press: string; fill?: [string, string] }[] = [
	{ press: 'thead th:nth-child(2) a' },
	{ press: 'thead th:nth-child(5) a' },
	{ press: 'thead th:nth-child(5) a' },
	{ press: 'main a[rel=next]' },
	{ press: 'main form[method=GET] button', fill: ['[name=tim]', '12'] },
	{ press: 'main form[method=GET] button', fill: ['[name=tim]', ''] },
	{ press: 'main form[method=GET] button', fill: ['[name=tim]', '34'] },
];

/** The committee's list of 2,090 teams as a browser gets and shows it; needs a build. */
export async function committee(): Promise<Finding[]> {
	const server = await startPostgres();
	const browser = await chromium.launch(browserLaunch);
	let product: ChildProcess | undefined;
	try {
		const opened = await openBenchDatabase(server, 'committee');
		const { seasonId, provinceId } = await fillSeason(opened.handle.database);
		await addAccount(opened.handle.database, null, {
			...{ ...credentials, displayName: credentials.name, passwordTemporary: false },
			grants: [{ role: 'committee', unitId: provinceId }],
		});
		await opened.close();
		const port = await freePort();
		product = await startProduct(port, { DATABASE_URL: `${server.url}committee` });
		const address = `http://127.0.0.1:${port}`;
		const path = `/thi-dua/${seasonId}/danh-sach?${teams}`;
		return [await ask(address, path), await choose(browser, address, path)];
	} finally {
		await browser.close();
		product?.kill();
		if (product) await once(product, 'exit');
		await server.stop();
	}
}

async function ask(origin: string, path: string): Promise<Finding> {
	const answer = await fetch(`${origin}/dang-nhap`, {
		...{ method: 'POST', redirect: 'manual', headers: { origin } },
		body: new URLSearchParams(credentials),
	});
	const cookie = answer.headers.getSetCookie().map((one) => one.split(';')[0]);
	const headers = { cookie: cookie.join('; ') };
	/** Milliseconds until the first byte. */
	const firstByte = async () => {
		const began = clock();
		const { body, status } = await fetch(origin + path, { headers });
		if (status !== 200) throw new Error(`${path} answers ${status}.`);
		const reader = body?.getReader();
		await reader?.read();
		const time = clock() - began;
		while (reader && !(await reader.read()).done);
		return time;
	};
	const first = await firstByte();
	const times: number[] = [];
	for (let round = 0; round < 3 * rounds; round += 1) times.push(await firstByte());
	const slowest = quantile(times, 0.95);
	return {
		name: 'committee page',
		measured: `first byte of 95 of 100 within ${milliseconds(slowest)} for 2,090 teams; the very first took ${milliseconds(first)}`,
		...{ ratio: slowest / 300, bar: 1, good: 'atMost' },
	};
}

/** From the press until the rows that it asks for are drawn. */
async function choose(browser: Browser, address: string, path: string): Promise<Finding> {
	const page = await openAs(browser, address, credentials, {
		viewport: { width: 1440, height: 900 },
	});
	const times: number[] = [];
	for (let round = 0; round <= rounds; round += 1) {
		await page.goto(path, { waitUntil: 'networkidle' });
		for (const one of presses) {
			const time = await drawnAfter(page, one);
			// The first round finds the code of the plots and of the server cold.
			if (round > 0) times.push(time);
		}
	}
	await page.context().close();
	const slowest = quantile(times, 0.95);
	return {
		name: 'filter or order of the committee page',
		measured: `rows drawn within ${milliseconds(slowest)} of 95 of 100 presses, half of them within ${milliseconds(median(times))}`,
		...{ ratio: slowest / 100, bar: 1, good: 'atMost' },
	};
}

function drawnAfter(page: Page, { press, fill }: (typeof presses)[number]): Promise<number> {
	return page.evaluate(
		async ([pressed, filled]) => {
			// A function that is named by what holds it would be lost on the way to the page.
			const page = {
				frame() {
					return new Promise(requestAnimationFrame);
				},
				rows() {
					return document.querySelector('table.shortlist tbody')?.textContent;
				},
			};
			if (filled) {
				const field = document.querySelector<HTMLInputElement | HTMLSelectElement>(filled[0]);
				if (!field) throw new Error(`There is no ${filled[0]}.`);
				field.value = filled[1];
			}
			const button = document.querySelector<HTMLElement>(pressed);
			if (!button) throw new Error(`There is no ${pressed}.`);
			const before = page.rows();
			const began = performance.now();
			button.click();
			while (page.rows() === before) {
				if (performance.now() - began > 10_000) throw new Error(`${pressed} changes no row.`);
				await page.frame();
			}
			// A frame begins: the rows are drawn in it, and the next task comes after that.
			await page.frame();
			await new Promise((done) => setTimeout(done));
			return performance.now() - began;
		},
		[press, fill] as const,
	);
}
