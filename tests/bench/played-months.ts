import type { Browser } from '@playwright/test';
import { letterOf, type MapSeries } from '../../src/lib/contracts/map/series';
import { classStates } from '../../src/lib/contracts/map/states';
import { vi } from '../../src/lib/messages/vi';
import { milliseconds, quantile, type Finding } from './measure';

const months = 24;
/** Milliseconds of script in a frame: half of one. */
const allowed = 8;

/**
 * All that the page's scripts do while the communes of its map go through their months (the picture, the legend,
 * what is said of each month), frame by frame, as the browser traces it. The months are made up: each commune is
 * coloured otherwise in each.
 */
export async function playedMonths(browser: Browser, address: string): Promise<Finding> {
	const viewport = { width: 1440, height: 1000 };
	const context = await browser.newContext({ baseURL: address, viewport });
	const page = await context.newPage();
	await page.route('**/api/v1/series*', async (route) => {
		const answer = await route.fetch();
		const series = (await answer.json()) as MapSeries;
		await route.fulfill({ response: answer, json: withMonths(series) });
	});
	await page.goto('/');
	await page.locator('.map-canvas.ready').waitFor();
	await page.getByRole('button', { name: vi.map.timeline.start }).click();
	const play = page.getByRole('button', { name: vi.map.timeline.play, exact: true });
	await play.waitFor();
	await browser.startTracing(page, { categories: ['devtools.timeline'] });
	await play.click();
	await page.getByRole('button', { name: vi.map.timeline.pause, exact: true }).waitFor();
	await play.waitFor({ timeout: 60_000 });
	const frames = scriptByFrame(await browser.stopTracing());
	await context.close();
	if (frames.length < months) throw new Error(`${frames.length} frames are no ${months} months.`);
	const usual = quantile(frames, 0.95);
	return {
		name: 'months of the country played, all script of a frame',
		measured: `p95 ${milliseconds(usual)}, longest ${milliseconds(Math.max(...frames))} in ${frames.length} frames, allowed ${allowed} ms`,
		...{ ratio: usual / allowed, bar: 1, good: 'atMost' },
	};
}

/** The communes of a series with as many months as are played. */
function withMonths({ ids, names, months: [newest], ...shown }: MapSeries): MapSeries {
	if (!newest) throw new Error('The series has a month.');
	return {
		...{ ...shown, ids, names },
		months: Array.from({ length: months }, (_, month) => ({
			...newest,
			code: `${2025 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`,
			states: ids.map((id) => letterOf(classStates[(id + month) % classStates.length])).join(''),
			shares: ids.map((id) => (id + 40 * month) % 1_000),
			whole: 20 * month,
		})),
	};
}

interface TraceEvent {
	name: string;
	ph: string;
	tid: number;
	/** Microseconds. */
	ts: number;
	dur?: number;
}

const ofScript = new Set([
	...['EvaluateScript', 'EventDispatch', 'FireAnimationFrame', 'FireIdleCallback'],
	...['FunctionCall', 'RunMicrotasks', 'TimerFire', 'v8.compile'],
]);

/** Milliseconds of script between one frame's beginning and the next one's, of those that had any. */
function scriptByFrame(trace: Buffer): number[] {
	const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] };
	const begun = traceEvents.filter(({ name, ph }) => name === 'AnimationFrame' && ph === 'b');
	const thread = begun[0]?.tid;
	const begins = begun
		.filter(({ tid }) => tid === thread)
		.map(({ ts }) => ts)
		.sort((one, other) => one - other);
	const scripts = traceEvents
		.filter(({ name, ph, tid }) => tid === thread && ph === 'X' && ofScript.has(name))
		.sort((one, other) => one.ts - other.ts);
	const spent = begins.map(() => 0);
	let frame = 0;
	let counted = 0;
	for (const { ts, dur = 0 } of scripts) {
		// One that another one called is in it already.
		if (ts < counted) continue;
		counted = ts + dur;
		while ((begins[frame + 1] ?? Infinity) <= ts) frame += 1;
		spent[frame] = (spent[frame] ?? 0) + dur / 1_000;
	}
	return spent.filter((time) => time > 0);
}
