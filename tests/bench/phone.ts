import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { request, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, constants } from 'node:zlib';
import { chromium, type Browser, type Page, type Request } from '@playwright/test';
import { freePort } from '../free-port';
import { browserLaunch } from '../e2e/environment';
import { median, milliseconds, type Finding } from './measure';
import { fillDemo, startProduct } from './product';
import { bacGiang, isThere } from './real-place';
import { fillRealProvince } from './real-province';

/** Bytes that a server may send before anybody has confirmed any of them: ten packets. */
const firstFlight = 14_336;
/** A phone of five years ago at the edge of the network: bytes a second, milliseconds there and back, times slower. */
const network = { bytesPerSecond: 50_000, roundTrip: 400, slowdown: 4 };
const rounds = 3;

/** What a citizen's phone has to fetch and wait for: the demo's, and those of 209 real communes with REAL_DATA_DIR. */
export async function phone(): Promise<Finding[]> {
	const browser = await chromium.launch(browserLaunch);
	try {
		const findings = await lookAt(browser, '', { DEMO: '1' }, fillDemo);
		if (!isThere(bacGiang)) return findings;
		const settings = { HOME_UNIT: bacGiang.homeUnit };
		const real = await lookAt(browser, ` of ${bacGiang.name}`, settings, fillRealProvince);
		return [...findings, ...real];
	} finally {
		await browser.close();
	}
}

/** @param of what the names of the pages go on with. */
async function lookAt(
	browser: Browser,
	of: string,
	settings: Record<string, string>,
	fill: (folder: string) => Promise<void> | void,
): Promise<Finding[]> {
	const folder = mkdtempSync(join(tmpdir(), 'nhip-so-phone-'));
	const port = await freePort();
	await fill(folder);
	const product = await startProduct(port, { DATA_DIR: folder, DATABASE_URL: '', ...settings });
	try {
		return await look(browser, `http://127.0.0.1:${port}`, of);
	} finally {
		product.kill();
		await once(product, 'exit');
		rmSync(folder, { recursive: true, force: true });
	}
}

/** The home page of a server and the page of one of its communes. */
async function look(browser: Browser, address: string, of: string): Promise<Finding[]> {
	const [commune] = /\/xa\/\d+-[a-z-]+/.exec(await (await fetch(`${address}/`)).text()) ?? [];
	if (commune === undefined) throw new Error('The home page leads to no commune.');
	const pages = { [`home page${of}`]: `${address}/`, [`commune page${of}`]: address + commune };
	const findings: Finding[] = [];
	for (const [name, page] of Object.entries(pages)) {
		findings.push(...(await weigh(browser, name, page)));
		findings.push(await weighScripts(browser, name, page));
	}
	return [...findings, ...(await wait(browser, pages))];
}

/** Without scripts, as an old phone or a saver of data takes it. */
async function weigh(browser: Browser, name: string, address: string): Promise<Finding[]> {
	const context = await browser.newContext({ javaScriptEnabled: false });
	const page = await context.newPage();
	const finished: Request[] = [];
	page.on('requestfinished', (asked) => finished.push(asked));
	await page.goto(address, { waitUntil: 'networkidle' });
	const sizes = await Promise.all(finished.map(sizeOf));
	await context.close();
	const sum = (fonts: boolean) =>
		sizes.filter(({ isFont }) => isFont === fonts).reduce((before, { bytes }) => before + bytes, 0);
	const [fonts, others] = [sum(true), sum(false)];
	const first = await bytesUntilSentence(address);
	const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} KB`;
	const atMost = { bar: 1, good: 'atMost' } as const;
	return [
		{
			...{ name: `${name}: heading, sentence and style`, ratio: first / firstFlight, ...atMost },
			measured: `in the first ${kilobytes(first)}, allowed ${kilobytes(firstFlight)}`,
		},
		{
			...{ name: `${name}: without scripts and fonts`, ratio: others / 60_000, ...atMost },
			measured: `${kilobytes(others)}, allowed 60 KB`,
		},
		{
			...{ name: `${name}: fonts`, ratio: fonts / 70_000, ...atMost },
			measured: `${kilobytes(fonts)}, allowed 70 KB`,
		},
		{
			...{ name: `${name}: requests without scripts`, ratio: sizes.length / 10, ...atMost },
			measured: `${sizes.length}, allowed 10`,
		},
	];
}

/**
 * Every script that a page fetches by itself, those included that it doesn't name but asks for once it runs,
 * such as its words. Where there are fingers alone a map, and all that keeps it live, waits until somebody touches
 * the page.
 */
async function weighScripts(browser: Browser, name: string, address: string): Promise<Finding> {
	const screen = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
	const context = await browser.newContext(screen);
	const page = await context.newPage();
	const finished: Request[] = [];
	page.on('requestfinished', (asked) => finished.push(asked));
	await page.goto(address, { waitUntil: 'networkidle' });
	const scripts = finished.filter((asked) => asked.resourceType() === 'script');
	const sizes = await Promise.all(scripts.map((asked) => asked.sizes()));
	await context.close();
	const sum = sizes.reduce((before, { responseBodySize }) => before + responseBodySize, 0);
	return {
		...{ name: `${name}: scripts before a map`, ratio: sum / 70_000, bar: 1, good: 'atMost' },
		measured: `${(sum / 1000).toFixed(1)} KB in ${sizes.length} files, allowed 70 KB`,
	};
}

async function sizeOf(asked: Request): Promise<{ isFont: boolean; bytes: number }> {
	const { responseBodySize, responseHeadersSize } = await asked.sizes();
	return {
		isFont: asked.resourceType() === 'font',
		bytes: responseBodySize + responseHeadersSize,
	};
}

/** How many bytes of an answer, its head included, are there once its heading's sentence is; all style must be in it. */
async function bytesUntilSentence(address: string): Promise<number> {
	const asked = request(address, { headers: { 'accept-encoding': 'br' } }).end();
	const [answer] = (await once(asked, 'response')) as [IncomingMessage];
	const chunks: Buffer[] = [];
	for await (const chunk of answer) chunks.push(chunk as Buffer);
	const body = Buffer.concat(chunks);
	const head = answer.rawHeaders.reduce((sum, text) => sum + text.length + 2, 17);
	const finishFlush = constants.BROTLI_OPERATION_FLUSH;
	for (let bytes = 256; bytes < body.length; bytes += 256) {
		const html = brotliDecompressSync(body.subarray(0, bytes), { finishFlush }).toString();
		if (!/<h1[\s\S]*class="sentence[\s\S]*?<\/p>/.test(html)) continue;
		const outside = html.match(/<link[^>]*rel="stylesheet"(?![^>]*disabled)/);
		if (outside) throw new Error(`${address} waits for a style of its own: ${outside[0]}`);
		return head + bytes;
	}
	throw new Error(`${address} has no sentence.`);
}

interface Wait {
	/** Milliseconds from the request to the largest paint, on a connection that is open already. */
	warm: number;
	/** The same from the start, with nothing there. */
	cold: number;
	/** Share of the window that moved. */
	shift: number;
	/** Milliseconds of the slowest answer to a press; 0 within a frame. */
	press: number;
}

/** What the slow network and the slow phone make of it. */
async function wait(browser: Browser, pages: Record<string, string>): Promise<Finding[]> {
	const waits = new Map(Object.keys(pages).map((name) => [name, [] as Wait[]]));
	for (let round = 0; round < rounds; round += 1)
		for (const [name, page] of Object.entries(pages))
			waits.get(name)?.push(await waitFor(browser, page));
	return [...waits].flatMap(([name, all]) => {
		const of = (key: keyof Wait) => median(all.map((one) => one[key]));
		const atMost = { bar: 1, good: 'atMost' } as const;
		return [
			{
				...{ name: `${name}: largest paint on a slow phone`, ratio: of('warm') / 2_500 },
				...atMost,
				measured: `${milliseconds(of('warm'))}, cold ${milliseconds(of('cold'))}, allowed 2500 ms`,
			},
			{
				...{ name: `${name}: layout shift`, ratio: of('shift') / 0.02, ...atMost },
				measured: `${of('shift').toFixed(3)}, allowed 0.02`,
			},
			{
				...{ name: `${name}: a press is answered`, ratio: of('press') / 200, ...atMost },
				measured: `${milliseconds(of('press'))}, allowed 200 ms`,
			},
		];
	});
}

async function waitFor(browser: Browser, address: string): Promise<Wait> {
	const cold = await visit(browser, address, false);
	const { start, ...warm } = await visit(browser, address, true);
	return { ...warm, warm: warm.largest - start, cold: cold.largest };
}

/** In a context of its own, in which nothing is kept of other visits. */
async function visit(browser: Browser, address: string, isWarm: boolean) {
	const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
	const page = await context.newPage();
	try {
		await slowDown(page);
		if (isWarm) await page.goto(new URL('/healthz', address).href);
		await page.addInitScript(() => {
			const seen = { largest: 0, shift: 0, press: 0 };
			Object.assign(window, { seen });
			const kinds: [string, (entry: PerformanceEntry) => void][] = [
				['largest-contentful-paint', ({ startTime }) => (seen.largest = startTime)],
				['layout-shift', (entry) => (seen.shift += (entry as LayoutShift).value)],
				['event', ({ duration }) => (seen.press = Math.max(seen.press, duration))],
			];
			for (const [type, take] of kinds)
				new PerformanceObserver((list) => {
					list.getEntries().forEach(take);
				}).observe({ ...{ type, buffered: true, durationThreshold: 16 } });
		});
		await page.goto(address, { waitUntil: 'networkidle' });
		const before = await page.evaluate(() => window.seen);
		await page.locator('summary:visible').first().click();
		for (const field of await page.getByRole('combobox').all()) await field.press('a');
		// An answer is noted once it is drawn; one that takes less than a frame is not.
		await page.evaluate(() => new Promise((settle) => setTimeout(settle, 1_000)));
		const { press } = await page.evaluate(() => window.seen);
		const start = await page.evaluate(() => {
			const [navigation] = performance.getEntriesByType('navigation');
			return (navigation as PerformanceNavigationTiming).requestStart;
		});
		return { ...before, press, start };
	} finally {
		await context.close();
	}
}

async function slowDown(page: Page): Promise<void> {
	const session = await page.context().newCDPSession(page);
	const { bytesPerSecond, roundTrip, slowdown } = network;
	await session.send('Network.enable');
	await session.send('Network.emulateNetworkConditions', {
		...{ offline: false, latency: roundTrip },
		...{ downloadThroughput: bytesPerSecond, uploadThroughput: bytesPerSecond },
	});
	await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
}

declare global {
	interface LayoutShift extends PerformanceEntry {
		value: number;
	}
	interface Window {
		seen: { largest: number; shift: number; press: number };
	}
}
