import type { Browser, CDPSession, Page } from '@playwright/test';
import { accountOf } from '../e2e/environment';
import type { MovedServer } from '../e2e/moved-clock/server';
import { registeredCommunes, reportingAt } from '../e2e/reporting';
import { openAs } from '../e2e/season/pages';
import type { Finding } from './measure';
import { againstOpenedAnew } from './opened-anew';

/** Half days of a month. */
const steps = 60;
const halfDay = 43_200_000;
/** In the first half alone: a page that is loaded anew holds nothing of before. */
const releases = [10, 20];
/** Steps from one cut line to the next. */
const cutEvery = 4;

const held = ['heap', 'nodes', 'listeners', 'contexts', 'sockets'] as const;
type Held = Record<(typeof held)[number], number>;

/** Told to the page before its own scripts: what they open. It keeps nothing of it alive, as that is what is measured. */
const counting = `{
	const contexts = [], sockets = [];
	const { getContext } = HTMLCanvasElement.prototype;
	HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
		const context = getContext.call(this, kind, ...rest);
		if (kind.startsWith('webgl') && context) contexts.push(new WeakRef(context));
		return context;
	};
	const Socket = WebSocket;
	window.WebSocket = class extends Socket {
		constructor(...given) { super(...given); sockets.push(new WeakRef(this)); }
	};
	const live = (all) => new Set(all.flatMap((one) => one.deref() ?? []));
	window.opened = () => ({
		contexts: [...live(contexts)].filter((one) => !one.isContextLost()).length,
		sockets: [...live(sockets)].filter(({ readyState }) => readyState < 2).length,
	});
}`;

/** A paired wall for a month of half days: pushes, scenes, cut lines and releases. What it holds may not go on growing. */
export async function leaveAlone(world: MovedServer, browser: Browser): Promise<Finding[]> {
	let instant = Date.now();
	const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
	const screen = await context.newPage();
	await screen.clock.install({ time: instant });
	await screen.addInitScript({ content: counting });
	await pair(world, browser, screen);
	const session = await context.newCDPSession(screen);
	const seen: Held[] = [];
	let last = '';
	for (let step = 1; step <= steps; step += 1) {
		instant += halfDay;
		const now = new Date(instant).toISOString();
		if (releases.includes(step)) await release(world, screen, now);
		else await world.moveTo(now);
		await screen.clock.fastForward(instant - (await screen.evaluate(() => Date.now())));
		if (step % cutEvery === 0) await cut(screen);
		last = await report(world, browser, step);
		await screen.keyboard.press('ArrowRight');
		await isLive(screen);
		seen.push(await hold(session, screen));
	}
	await screen.keyboard.press('1');
	await screen.locator('.scene-province.shown section', { hasText: last }).waitFor();
	const atTheEnd = await againstOpenedAnew(world, browser, screen);
	await context.close();
	return [
		...atTheEnd,
		...held.map((name) =>
			levelOf(
				name,
				seen.slice(steps / 2).map((one) => one[name]),
			),
		),
	];
}

async function pair(world: MovedServer, browser: Browser, screen: Page): Promise<void> {
	await screen.goto(`${world.address}/man-hinh-lon?giay=3600`);
	const code = (await screen.getByText(/^[B-Z]{4}-[B-Z]{4}$/).innerText()).trim();
	const administrator = await openAs(browser, world.address, accountOf('administrator'));
	await administrator.goto(`/quan-tri/man-hinh?ma=${code}`);
	await administrator.getByLabel('Tên màn hình').fill('Phòng giao ban');
	await administrator.getByRole('button', { name: 'Duyệt' }).click();
	await isLive(screen);
	await administrator.context().close();
}

const isLive = (screen: Page) =>
	screen.getByRole('banner').getByText('Trực tiếp', { exact: true }).waitFor();

async function cut(screen: Page): Promise<void> {
	await screen.context().setOffline(true);
	await screen.clock.fastForward(15_000);
	await screen.getByRole('alert').waitFor();
	await screen.context().setOffline(false);
	await isLive(screen);
}

async function release(world: MovedServer, screen: Page, now: string): Promise<void> {
	const other = { json: { version: 'another' } };
	await screen.route('**/_app/version.json', (route) => route.fulfill(other), { times: 1 });
	await screen.evaluate(() => Object.assign(window, { isFormer: true }));
	await world.restart(now);
	await screen.waitForFunction(() => !('isFormer' in window), null, { timeout: 120_000 });
}

/** Sessions of half a day ago are over: everybody signs in anew. @returns the commune's name. */
async function report(world: MovedServer, browser: Browser, step: number): Promise<string> {
	const context = await browser.newContext();
	const other = await browser.newContext();
	const contexts = [context, other];
	const by = { reporter: accountOf('reporter'), approver: accountOf('approver'), month: undefined };
	const reporting = await reportingAt(
		world.address,
		() => Promise.resolve(contexts.pop() ?? context),
		by,
	);
	const communes = registeredCommunes(await reporting.snapshot());
	const commune = communes[step % communes.length];
	if (!commune) throw new Error('The demo has communes with a register.');
	const revision = await reporting.submit(commune.code, commune.register - step);
	await reporting.approve(commune.code, revision);
	await context.close();
	await other.close();
	return commune.name;
}

async function hold(session: CDPSession, screen: Page): Promise<Held> {
	await session.send('HeapProfiler.collectGarbage');
	const { usedSize } = await session.send('Runtime.getHeapUsage');
	const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
	const opened = await screen.evaluate(() => window.opened());
	return { heap: usedSize, nodes, listeners: jsEventListeners, ...opened };
}

/** The slope of a line through the values, against twice its own error: above it they grow. */
function levelOf(name: (typeof held)[number], values: readonly number[]): Finding {
	const mean = (all: readonly number[]) => all.reduce((sum, one) => sum + one, 0) / all.length;
	const middle = (values.length - 1) / 2;
	const level = mean(values);
	const spread = values.reduce((sum, _, index) => sum + (index - middle) ** 2, 0);
	const slope =
		values.reduce((sum, value, index) => sum + (index - middle) * (value - level), 0) / spread;
	const rest = values.map((value, index) => value - level - slope * (index - middle));
	const squares = rest.reduce((sum, one) => sum + one ** 2, 0);
	const error = Math.sqrt(squares / (values.length - 2) / spread);
	const shown = name === 'heap' ? `${(level / 1e6).toFixed(1)} MB` : level.toFixed(1);
	return {
		...{ name: `wall left alone for a month: ${name}`, bar: 1, good: 'atMost' },
		measured: `${shown} in its second half, ${((slope / level) * 100).toFixed(3)}% more each half day`,
		ratio: slope <= 0 ? 0 : slope / (2 * error),
	};
}

declare global {
	interface Window {
		opened: () => Pick<Held, 'contexts' | 'sockets'>;
	}
}
