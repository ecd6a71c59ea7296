import { chromium, type Browser, type Page } from '@playwright/test';
import { addAccount } from '../../src/lib/accounts/administration/add-account.server';
import { homeUnit } from '../../src/lib/admin-units/home.server';
import { localDay } from '../../src/lib/contracts/local-time';
import { openDatabase } from '../../src/lib/server/db/client';
import { accountOf, browserLaunch } from '../e2e/environment';
import { startMovedServer, type MovedServer } from '../e2e/moved-clock/server';
import { registeredCommunes, reportingAt } from '../e2e/reporting';
import { openAs } from '../e2e/season/pages';
import { firstMaps } from './first-map';
import { leaveAlone } from './lonely-wall';
import { clock, median, milliseconds, quantile, type Finding } from './measure';
import { fillDemo } from './product';
import { realWalls } from './real-walls';

const approvals = 20;
const size = { width: 1920, height: 1080 };

/** The wall of the demo's province in a real browser: how soon it is there, and shows what was approved; a month of it. */
export async function wall(): Promise<Finding[]> {
	const world = await startMovedServer(new Date().toISOString(), fill);
	const browser = await chromium.launch(browserLaunch);
	try {
		return [
			await approve(world, browser),
			...(await firstMaps(await openWall(world, browser), ['wall', 1_000])),
			...(await realWalls(browser)),
			...(await leaveAlone(world, browser)),
		];
	} finally {
		await browser.close();
		await world.stop();
	}
}

async function fill(folder: string): Promise<void> {
	fillDemo(folder);
	const handle = await openDatabase({ dataDirectory: folder });
	try {
		const home = await homeUnit(handle.database, undefined, localDay(new Date()));
		if (!home) throw new Error('The demo has a province.');
		for (const role of ['viewer', 'reporter', 'approver', 'administrator'] as const)
			await addAccount(handle.database, null, {
				...{ ...accountOf(role), displayName: role, passwordTemporary: false },
				grants: [{ role, unitId: home.id }],
			});
	} finally {
		await handle.close();
	}
}

const openWall = (world: MovedServer, browser: Browser): Promise<Page> =>
	openAs(browser, world.address, accountOf('viewer'), { viewport: size });

/** From the moment at which an approval is sent until it is drawn. */
async function approve(world: MovedServer, browser: Browser): Promise<Finding> {
	const page = await openWall(world, browser);
	await page.goto('/man-hinh-lon?canh=tinh');
	await page.getByRole('banner').getByText('Trực tiếp', { exact: true }).waitFor();
	const by = { reporter: accountOf('reporter'), approver: accountOf('approver'), month: undefined };
	const reporting = await reportingAt(world.address, () => browser.newContext(), by);
	const communes = registeredCommunes(await reporting.snapshot()).slice(0, approvals);
	const times: number[] = [];
	for (const { code, name, register } of communes) {
		const revision = await reporting.submit(code, register);
		const drawn = page.waitForFunction(
			(expected) =>
				document
					.querySelector('.scene-province li:has(time) .name')
					?.textContent.includes(expected),
			name,
			{ polling: 'raf' },
		);
		const began = clock();
		await reporting.approve(code, revision);
		await drawn;
		times.push(clock() - began);
	}
	await page.context().close();
	const slowest = quantile(times, 0.95);
	return {
		...{ name: 'approval drawn on the wall', ratio: slowest / 1_000, bar: 1, good: 'atMost' },
		measured: `p95 ${milliseconds(slowest)} from the approver's press, median ${milliseconds(median(times))}, allowed 1000 ms`,
	};
}
