import { spawnSync } from 'node:child_process';
import type { BrowserContextOptions, Page } from '@playwright/test';
import { instantHeader } from '../../../src/lib/live/server-clock';
import { demoPassword } from '../../../src/lib/demo/accounts';
import { test as base } from '../fixtures';
import { startMovedServer, type MovedServer } from '../moved-clock/server';
import { openAs } from '../season/pages';

/** The evening before a deadline, two weeks before the 10/10: every scene has something to tell. */
const began = '2026-09-26T22:20:00+07:00';
/** What the clock of every page stands at: later than the server's, however slow the machine. */
const shown = '2026-09-26T22:40:00+07:00';

/** What grew in a year is shown. */
const from = '2025-08';

function fill(folder: string): void {
	const { status } = spawnSync(
		process.execPath,
		[
			...['--import', './tests/e2e/moved-clock/clock.js', '--import', 'tsx'],
			...['tests/e2e/pictures/fill-world.ts', folder, from],
		],
		{ env: { ...process.env, CLOCK_FROM: began }, stdio: ['ignore', 'inherit', 'inherit'] },
	);
	if (status !== 0) throw new Error('The demo province was not made.');
}

/** A page whose clock stands still, of a visitor or of a leader. */
type Open = (who: 'visitor' | 'leader', options: BrowserContextOptions) => Promise<Page>;

/** Tests with the demo province as it stands at one instant, whatever day it is. */
export const test = base.extend<{ open: Open }, { province: MovedServer }>({
	province: [
		async ({}, use) => {
			const world = await startMovedServer(began, fill);
			await use(world);
			await world.stop();
		},
		{ scope: 'worker', timeout: 300_000 },
	],
	open: async ({ browser, province }, use) => {
		const pages: Page[] = [];
		await use(async (who, options) => {
			const context = { ...options, baseURL: province.address, reducedMotion: 'reduce' } as const;
			const page =
				who === 'leader'
					? await openAs(
							browser,
							province.address,
							{ name: 'lanhdao', password: demoPassword },
							context,
						)
					: await (await browser.newContext(context)).newPage();
			await page.clock.setFixedTime(shown);
			// Walls go by the server's clock.
			const headers = { [instantHeader]: shown };
			await page.route('**/readyz', (route) => route.fulfill({ body: 'ready', headers }));
			pages.push(page);
			return page;
		});
		for (const page of pages) await page.context().close();
	},
});
