import { chromium, type Browser, type Page } from '@playwright/test';
import { addAccount } from '../../src/lib/accounts/administration/add-account.server';
import { homeUnit } from '../../src/lib/admin-units/home.server';
import { readMeasure } from '../../src/lib/contracts/coverage';
import type { Snapshot } from '../../src/lib/contracts/events';
import { localDay } from '../../src/lib/contracts/local-time';
import { classOf, policyClasses } from '../../src/lib/contracts/map/policy-classes';
import { openDatabase } from '../../src/lib/server/db/client';
import { accountOf, browserLaunch } from '../e2e/environment';
import { startMovedServer, type MovedServer } from '../e2e/moved-clock/server';
import { registeredCommunes, reportingAt } from '../e2e/reporting';
import { openAs } from '../e2e/season/pages';
import { firstMaps } from './first-map';
import { leaveAlone } from './lonely-wall';
import { watchCommune, watchMap } from './map-pixel';
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
			...(await approve(world, browser)),
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

/** From the moment at which an approval is sent until it is drawn: in words, and as the commune's colour on the map. */
async function approve(world: MovedServer, browser: Browser): Promise<Finding[]> {
	const page = await openWall(world, browser);
	await watchMap(page);
	await page.goto('/man-hinh-lon?canh=tinh');
	await page.getByRole('banner').getByText('Trực tiếp', { exact: true }).waitFor();
	await page.locator('.map-canvas.ready').waitFor();
	const by = { reporter: accountOf('reporter'), approver: accountOf('approver'), month: undefined };
	const reporting = await reportingAt(world.address, () => browser.newContext(), by);
	const shown = await reporting.snapshot();
	const communes = registeredCommunes(shown)
		.filter(({ id }) => isToRise(shown, id))
		.slice(0, approvals);
	const times = { words: [] as number[], colours: [] as number[] };
	for (const { id, code, name, register } of communes) {
		const revision = await reporting.submit(code, register);
		const isRecoloured = await watchCommune(page, id);
		const drawn = page.waitForFunction(
			(expected) =>
				document
					.querySelector('.scene-province li:has(time) .name')
					?.textContent.includes(expected),
			name,
			{ polling: 'raf' },
		);
		const recoloured = isRecoloured().then(clock);
		const began = clock();
		await reporting.approve(code, revision);
		await drawn;
		times.words.push(clock() - began);
		times.colours.push((await recoloured) - began);
	}
	await page.context().close();
	const finding = (name: string, all: readonly number[]): Finding => {
		const slowest = quantile(all, 0.95);
		return {
			...{ name, ratio: slowest / 1_000, bar: 1, good: 'atMost' },
			measured: `p95 ${milliseconds(slowest)} from the approver's press, median ${milliseconds(median(all))}, allowed 1000 ms`,
		};
	};
	return [
		finding('approval drawn on the wall', times.words),
		finding("approval as the commune's colour on the wall's map", times.colours),
	];
}

/** Whether a commune has a colour that a report of able households alone will change, and its coming alone won't. */
function isToRise({ figures }: Snapshot, id: number): boolean {
	const approved = figures.find(({ unitId, basis }) => unitId === id && basis === 'approved');
	const reading = readMeasure(approved, 'allFive', null);
	return reading.kind === 'share' && classOf(reading.share) < policyClasses.length - 1;
}
