import { vi } from '../../src/lib/messages/vi';
import { serverAddress } from './environment';
import { expect, test } from './fixtures';
import {
	activeCommune,
	canvasIsThere,
	coloursOf,
	differentPixels,
	map,
	mapPicture,
	touchPage,
} from './map-page';
import { looksAlike } from './wall-page';

test('the canvas takes over in the same place, and asks nobody else for anything', async ({
	page,
	pageFaults,
}) => {
	await page.goto('/');
	const placesOfNames = () =>
		// Names are chosen anew once the room for them is known.
		page.locator('.labels:not(.nominal) text').evaluateAll((labels) =>
			labels.map((label) => {
				const { x, y } = label.getBoundingClientRect();
				return { name: label.textContent, x: Math.round(x), y: Math.round(y) };
			}),
		);
	await expect.poll(async () => (await placesOfNames()).length).toBeGreaterThan(5);
	await page.evaluate(() => document.fonts.ready);
	const before = new Map((await placesOfNames()).map((place) => [place.name, place]));
	await canvasIsThere(page);
	await expect(page.locator('.drawing svg')).toBeHidden();
	const after = await placesOfNames();
	expect(after).toHaveLength(before.size);
	for (const { name, x, y } of after) {
		expect(Math.abs(x - (before.get(name)?.x ?? NaN))).toBeLessThanOrEqual(2);
		expect(Math.abs(y - (before.get(name)?.y ?? NaN))).toBeLessThanOrEqual(2);
	}
	expect(pageFaults).toEqual([]);
});

test('neighbours are ground below the map: seen, and nothing that answers or counts', async ({
	page,
}) => {
	await page.goto('/');
	await canvasIsThere(page);
	const around = page.locator('.map:has(> .labels) > .around');
	await expect(around.locator('.land')).toBeVisible();
	await expect(around).toHaveAttribute('aria-hidden', 'true');
	await expect(around.locator('a, [data-area], [tabindex]')).toHaveCount(0);
	const names = page.locator('.labels .neighbour');
	await expect(names).not.toHaveCount(0);
	const name = (await names.first().textContent()) ?? '';
	await expect(page.getByText(name, { exact: true })).toHaveCount(1);
	const whole = await page.locator('.map .labels').boundingBox();
	const box = await names.first().boundingBox();
	if (!whole || !box) throw new Error('Map and name have their places.');
	const card = page.locator('.card').first();
	await page.mouse.move(whole.x + whole.width / 2, whole.y + whole.height / 2);
	await page.mouse.move(whole.x + whole.width / 2 + 4, whole.y + whole.height / 2);
	await expect(card.getByRole('heading')).toBeVisible();
	await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
	await expect(card).toBeHidden();
	await map(page).focus();
	await page.keyboard.type(name);
	await expect(activeCommune(page)).not.toContainText(name);
});

test('without WebGL the drawing stays and answers', async ({ page, pageFaults }) => {
	await page.addInitScript(() => {
		const prototype = HTMLCanvasElement.prototype;
		const withoutWebGl: ProxyHandler<(kind: string) => unknown> = {
			apply: (getContext, canvas, [kind]: [string]) =>
				kind.startsWith('webgl') ? null : Reflect.apply(getContext, canvas, [kind]),
		};
		const getContext = Reflect.get(prototype, 'getContext') as (kind: string) => unknown;
		Reflect.set(prototype, 'getContext', new Proxy(getContext, withoutWebGl));
	});
	await page.goto('/');
	// Once it is live, its scripts listen to the pointer too.
	await expect(page.getByText(vi.common.live.live)).toBeVisible();
	const commune = page.locator('path[data-area]').first();
	await commune.hover({ force: true });
	await expect(page.locator('.card h3')).toBeVisible();
	await expect(page.getByRole('button', { name: vi.map.zoomIn })).toHaveCount(0);
	await commune.click({ force: true });
	await expect(page).toHaveURL(/\/xa\/\d{5}-/);
	expect(pageFaults.filter((fault) => !fault.includes('WebGL'))).toEqual([]);
});

test('a picture that the graphics card lost comes back, each commune in its own colour', async ({
	page,
	pageFaults,
}) => {
	await page.goto('/');
	await canvasIsThere(page);
	const before = await mapPicture(page);
	const context = await page.locator('.map canvas').evaluateHandle((canvas) => {
		const context = (canvas as HTMLCanvasElement).getContext('webgl2');
		return context?.getExtension('WEBGL_lose_context');
	});
	await context.evaluate((extension) => extension?.loseContext());
	await expect(page.locator('.drawing svg')).toBeVisible();
	await page.mouse.move(0, 0);
	await page.locator('path[data-area]').first().hover({ force: true });
	await expect(page.locator('.card h3')).toBeVisible();
	await page.mouse.move(0, 0);
	await context.evaluate((extension) => extension?.restoreContext());
	await canvasIsThere(page);
	await expect(page.locator('.drawing svg')).toBeHidden();
	await expect(page.locator('.card h3')).toBeHidden();
	const after = await mapPicture(page);
	expect(await differentPixels(page, before, after)).toBeLessThan(0.001);
	expect(pageFaults).toEqual([]);
});

test('forced colours leave the classes, the bars and what is chosen to be told apart', async ({
	page,
}) => {
	// Nothing is scrolled to, by parts of a pixel.
	await page.setViewportSize({ width: 1440, height: 2_000 });
	await page.emulateMedia({ forcedColors: 'active' });
	await page.goto('/');
	await canvasIsThere(page);
	expect((await coloursOf(page)).size).toBeGreaterThan(5);
	const looks = (selector: string, property: string) =>
		page
			.locator(selector)
			.first()
			.evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);
	const columns = page.locator('.legend .bar .area');
	const fills = await columns.evaluateAll((areas) =>
		areas.map((area) => getComputedStyle(area).fill),
	);
	expect(new Set(fills).size).toBe(6);
	expect(await looks('.switch [aria-current]', 'outline-style')).toBe('solid');
	expect(await looks('.switch a:not([aria-current])', 'outline-style')).toBe('none');
	const swatches = await page.locator('.legend .others .sample').all();
	expect(swatches.length).toBeGreaterThan(2);
	const seen: Buffer[] = [];
	for (const swatch of swatches) seen.push(await swatch.screenshot());
	expect(new Set(seen.map((picture) => picture.toString('base64'))).size).toBe(swatches.length);
	// Areas, patterns and borders are drawn as without: what is written on them alone follows the system.
	await page.locator('.map:has(> .labels)').evaluate((map) => {
		for (const beside of map.querySelectorAll<HTMLElement>(':scope > :not(.map-canvas)'))
			beside.style.visibility = 'hidden';
		document.body.style.background = 'white';
		document.body.style.setProperty('forced-color-adjust', 'none');
	});
	const forced = await mapPicture(page);
	await page.emulateMedia({ forcedColors: 'none' });
	await expect.poll(async () => looksAlike(await mapPicture(page), forced)).toBe(true);
});

test('a phone loads the map that moves once it is asked for', async ({ browser }) => {
	const context = await browser.newContext({
		...{ baseURL: serverAddress, viewport: { width: 360, height: 740 } },
		...{ hasTouch: true, isMobile: true },
	});
	const page = await context.newPage();
	await page.goto('/');
	await touchPage(page);
	await map(page).scrollIntoViewIfNeeded();
	// A tap is answered by the drawing.
	await page.locator('path[data-area]').first().tap({ force: true });
	await expect(page.locator('.card h3')).toBeVisible();
	const zoomIn = page.getByRole('button', { name: vi.map.zoomIn });
	const largestScript = () =>
		page.evaluate(() =>
			Math.max(
				...performance
					.getEntriesByType('resource')
					.map((entry) => (entry as PerformanceResourceTiming).decodedBodySize),
			),
		);
	expect(await largestScript()).toBeLessThan(300_000);
	const names = page.locator('.labels:not(.nominal) text');
	const before = await names.count();
	await zoomIn.tap();
	await expect(page.locator('.map-canvas.ready')).toBeVisible();
	// There is room for more of them.
	await expect.poll(() => names.count()).toBeGreaterThan(before);
	expect(await largestScript()).toBeGreaterThan(500_000);
	await context.close();
});
