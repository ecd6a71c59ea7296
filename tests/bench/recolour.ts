import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium } from '@playwright/test';
import { build, preview, type InlineConfig } from 'vite';
import { browserLaunch } from '../e2e/environment';
import { median, milliseconds, type Finding } from './measure';

const communes = 3_321;
const rounds = 150;
const months = 24;
const plays = 5;
const warmUp = 50;

/** All communes of the country recoloured at once in a real browser, against the bare loop. */
export async function recolour(): Promise<Finding[]> {
	const times = await measureOnPage();
	const ours = median(times.recolour.slice(warmUp));
	const bare = median(times.bare.slice(warmUp));
	const { played } = times;
	const slowest = Math.max(...played.script.map(median));
	return [
		{
			name: 'recolour',
			measured: `measured ${milliseconds(ours)} of script for ${communes} communes, bare setFeatureState loop ${milliseconds(bare)}`,
			ratio: ours / bare,
			bar: 1.5,
			good: 'atMost',
		},
		{
			name: 'recolour within a frame',
			measured: `measured ${milliseconds(ours)}, allowed 16 ms`,
			ratio: ours / 16,
			bar: 1,
			good: 'atMost',
		},
		{
			name: 'a month played within half a frame',
			measured: `measured ${milliseconds(slowest)} of script for the slowest of ${months} months, each the median of ${plays} plays, allowed 8 ms`,
			ratio: slowest / 8,
			bar: 1,
			good: 'atMost',
		},
		{
			name: 'blank pictures while months are played',
			measured: `${played.blank} of ${played.drawn} pictures`,
			ratio: played.blank,
			bar: 0,
			good: 'atMost',
		},
	];
}

function measureOnPage() {
	return servePage(async (address) => {
		const browser = await chromium.launch(browserLaunch);
		try {
			const page = await browser.newPage({ viewport: { width: 1280, height: 960 } });
			await page.goto(address);
			await page.waitForFunction(() => 'measure' in window);
			const measured = await page.evaluate(([count, turns]) => window.measure(count, turns), [
				communes,
				rounds,
			] as const);
			await page.reload();
			await page.waitForFunction(() => 'play' in window);
			const played = await page.evaluate(
				([count, turns, times]) => window.play(count, turns, times),
				[communes, months, plays] as const,
			);
			return { ...measured, played };
		} finally {
			await browser.close();
		}
	});
}

/** Builds the page with the project's own modules, as the product's pages are. */
async function servePage<Result>(use: (address: string) => Promise<Result>): Promise<Result> {
	const folder = await mkdtemp(join(tmpdir(), 'nhip-so-recolour-'));
	try {
		const entry = resolve('tests/bench/recolour-page.ts');
		await writeFile(
			join(folder, 'index.html'),
			`<!doctype html><html lang="vi"><body><script type="module" src="${entry}"></script></body></html>`,
		);
		const options = {
			configFile: false,
			root: folder,
			logLevel: 'error',
			build: { outDir: join(folder, 'out'), chunkSizeWarningLimit: 2_000 },
		} as const;
		await build(options);
		return await served(options, use);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

async function served<Result>(
	options: InlineConfig,
	use: (address: string) => Promise<Result>,
): Promise<Result> {
	// An isolated page has a clock of 5 µs instead of 100.
	const headers = {
		'cross-origin-opener-policy': 'same-origin',
		'cross-origin-embedder-policy': 'require-corp',
	};
	const server = await preview({ ...options, preview: { port: 0, host: '127.0.0.1', headers } });
	try {
		const [address] = server.resolvedUrls?.local ?? [];
		if (address === undefined) throw new Error('The page is not served.');
		return await use(address);
	} finally {
		await server.close();
	}
}
