import { expect, type Browser, type Page } from '@playwright/test';
import { accountOf } from '../e2e/environment';
import type { MovedServer } from '../e2e/moved-clock/server';
import { pictureOf } from '../e2e/pictures/picture';
import { openAs } from '../e2e/season/pages';
import { looksAlike } from '../e2e/wall-page';
import type { Finding } from './measure';

/** Of what a wall says: two of them are read some moments after one another. */
const ofTheMoment = '.wall .clock, .wall .badge, .wall [role="timer"]';

/** What a scene shows: its name and lines, and a picture of it with its map and charts. */
interface Shown {
	name: string;
	lines: string[];
	picture: Buffer;
}

/** All scenes of a wall that has come to them by changes, against one that has just been opened: word by word, and dot by dot. */
export async function againstOpenedAnew(
	world: MovedServer,
	browser: Browser,
	screen: Page,
): Promise<Finding[]> {
	const instant = middleOfStep(await screen.evaluate(() => Date.now()));
	const viewport = screen.viewportSize();
	const opened = await openAs(browser, world.address, accountOf('viewer'), { viewport });
	await opened.clock.install({ time: instant });
	await world.moveTo(new Date(instant).toISOString());
	const address = new URL(screen.url());
	await opened.goto(address.pathname + address.search);
	const scenes = await screen.getByRole('banner').getByRole('listitem').count();
	let [lines, other] = [0, 0];
	const unlike: string[] = [];
	for (let scene = 1; scene <= scenes; scene += 1) {
		await world.moveTo(new Date(instant).toISOString());
		const [shown, expected] = [
			await lookAt(screen, scene, instant),
			await lookAt(opened, scene, instant),
		];
		lines += expected.lines.length;
		other += differences(shown.lines, expected.lines);
		if (!(await looksAlike(shown.picture, expected.picture))) unlike.push(expected.name);
	}
	await opened.context().close();
	return [
		{
			...{ name: 'wall left alone for a month: its figures at the end', bar: 0, good: 'atMost' },
			measured: `${other} of ${lines} lines are other than on a wall opened then`,
			ratio: other,
		},
		{
			...{ name: 'wall left alone for a month: its pictures at the end', bar: 0, good: 'atMost' },
			measured: `${unlike.length} of ${scenes} scenes look other than on a wall opened then${unlike.length > 0 ? `: ${unlike.join(', ')}` : ''}`,
			ratio: unlike.length,
		},
	];
}

/** Where everything on a wall stays in its place for a minute to come. */
const middleOfStep = (instant: number) => Math.ceil(instant / 180_000) * 180_000 + 90_000;

async function lookAt(page: Page, scene: number, instant: number): Promise<Shown> {
	await page.clock.setFixedTime(instant);
	await page.keyboard.press(String(scene));
	const marked = page
		.getByRole('banner')
		.getByRole('listitem')
		.nth(scene - 1);
	await expect(marked.getByRole('link')).toHaveAttribute('aria-current', 'true');
	await page.locator('.map-canvas.ready').waitFor({ state: 'attached' });
	await expect(page.locator('.wall .clock')).toContainText(timeOf(instant));
	await page.locator(ofTheMoment).evaluateAll((all) => {
		for (const one of all) if (one instanceof HTMLElement) one.style.visibility = 'hidden';
	});
	// What is drawn holds still before it is compared, and so does what is written.
	const picture = await pictureOf(page, 1);
	const lines = await page
		.locator('.wall')
		.evaluate((wall) => [
			...(wall instanceof HTMLElement ? wall.innerText.split('\n') : []),
			...[...wall.querySelectorAll('.shown svg text, .wall-map svg text')].map(
				({ textContent }) => textContent,
			),
		]);
	const name = await page.locator('.wall header nav strong').first().innerText();
	return { name, lines: lines.filter((line) => line.trim() !== ''), picture };
}

const time = new Intl.DateTimeFormat('vi', {
	...{ timeZone: 'Asia/Ho_Chi_Minh', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
});
/** As a wall's clock says it. */
const timeOf = (instant: number) => time.format(instant);

function differences(shown: readonly string[], expected: readonly string[]): number {
	const wrong = expected.filter((line, at) => shown[at] !== line).length;
	return wrong + Math.max(0, shown.length - expected.length);
}
