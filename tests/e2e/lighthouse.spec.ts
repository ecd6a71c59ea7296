import { chromium, type Browser } from '@playwright/test';
import run from 'lighthouse';
import { freePort } from '../free-port';
import { browserLaunch, serverAddress } from './environment';
import { expect, test } from './fixtures';
import { oneOfEachListed, publicPageTypes } from './public-page-types';

/** What doesn't depend on how quick this machine is; how quick a page is says `npm run bench public-lighthouse`. */
const onlyCategories = ['accessibility', 'best-practices', 'seo'];
/** Nothing is timed: no network is made slow, no picture taken, no quiet waited for. */
const untimed = {
	...({ throttlingMethod: 'provided', disableFullPageScreenshot: true } as const),
	...{
		pauseAfterFcpMs: 0,
		pauseAfterLoadMs: 0,
		networkQuietThresholdMs: 0,
		cpuQuietThresholdMs: 0,
	},
};

let browser: Browser;
let port: number;
let pages: Map<string, string | undefined>;

test.beforeAll(async () => {
	port = await freePort();
	const args = [...(browserLaunch.args ?? []), `--remote-debugging-port=${port}`];
	browser = await chromium.launch({ ...browserLaunch, args });
	pages = new Map((await oneOfEachListed(serverAddress)).map(([type, path]) => [type, path]));
});
test.afterAll(() => browser.close());

for (const type of publicPageTypes)
	test(`Lighthouse finds nothing on a phone at ${type}`, async () => {
		const path = pages.get(type);
		expect(path, 'the demo has one').toBeDefined();
		const result = await run(`${serverAddress}${path}`, {
			...{ port, logLevel: 'error', onlyCategories },
			...untimed,
		});
		const audits = Object.values(result?.lhr.audits ?? {});
		expect(audits.length).toBeGreaterThan(50);
		const scored = audits.filter(({ score }) => score !== null);
		expect(scored.filter(({ score }) => score !== 1).map(({ id }) => id)).toEqual([]);
	});
