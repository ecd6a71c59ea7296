import { spawnSync } from 'node:child_process';
import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import { instantHeader } from '../../../src/lib/live/server-clock';
import { demoPassword } from '../../../src/lib/demo/accounts';
import { test as base } from '../fixtures';
import { startMovedServer, type MovedServer } from '../moved-clock/server';
import { openAs } from '../season/pages';

/** What the clock of every page stands at is later than its server's, however slow the machine. */
interface Instants {
	began: string;
	shown: string;
}
/** The evening before a deadline, two weeks before the 10/10: every scene has something to tell. */
const provinceAt = { began: '2026-09-26T22:20:00+07:00', shown: '2026-09-26T22:40:00+07:00' };
/** After the one month that is reported. */
const countryAt = { began: '2026-11-05T08:00:00+07:00', shown: '2026-11-05T08:20:00+07:00' };

/** What grew in a year is shown. */
const from = '2025-08';

/** Makes by a script what a server is about, with the clock at the beginning. */
const fillBy =
	(script: string, { began }: Instants, ...settings: readonly string[]) =>
	(folder: string): void => {
		const { status } = spawnSync(
			process.execPath,
			[
				...['--import', './tests/e2e/moved-clock/clock.js', '--import', 'tsx'],
				...[`tests/e2e/pictures/${script}`, folder, ...settings],
			],
			{ env: { ...process.env, CLOCK_FROM: began }, stdio: ['ignore', 'inherit', 'inherit'] },
		);
		if (status !== 0) throw new Error(`${script} has failed.`);
	};

/** A page whose clock stands still, of a visitor or of a leader. */
type Open = (who: 'visitor' | 'leader', options: BrowserContextOptions) => Promise<Page>;

interface Worlds {
	province: MovedServer;
	country: MovedServer;
}

/** Tests with the demo province, or a small country, as it stands at one instant, whatever day it is. */
export const test = base.extend<{ open: Open; openCountry: Open }, Worlds>({
	province: [
		async ({}, use) => {
			const world = await startMovedServer(
				provinceAt.began,
				fillBy('fill-world.ts', provinceAt, from),
			);
			await use(world);
			await world.stop();
		},
		{ scope: 'worker', timeout: 300_000 },
	],
	country: [
		async ({}, use) => {
			const world = await startMovedServer(countryAt.began, fillBy('fill-country.ts', countryAt), {
				HOME_UNIT: 'VN',
			});
			await use(world);
			await world.stop();
		},
		{ scope: 'worker', timeout: 300_000 },
	],
	open: ({ browser, province }, use) => openPages(browser, province, provinceAt.shown, use),
	openCountry: ({ browser, country }, use) => openPages(browser, country, countryAt.shown, use),
});

async function openPages(
	browser: Browser,
	{ address }: MovedServer,
	shown: string,
	use: (open: Open) => Promise<void>,
): Promise<void> {
	const pages: Page[] = [];
	await use(async (who, options) => {
		const context = { ...options, baseURL: address, reducedMotion: 'reduce' } as const;
		const page =
			who === 'leader'
				? await openAs(browser, address, { name: 'lanhdao', password: demoPassword }, context)
				: await (await browser.newContext(context)).newPage();
		await page.clock.setFixedTime(shown);
		// Walls go by the server's clock.
		const headers = { [instantHeader]: shown };
		await page.route('**/readyz', (route) => route.fulfill({ body: 'ready', headers }));
		pages.push(page);
		return page;
	});
	for (const page of pages) await page.context().close();
}
