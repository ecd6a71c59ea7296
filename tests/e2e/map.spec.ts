import type { APIRequestContext, Page } from '@playwright/test';
import { mapMeasures, measures, readMeasure } from '../../src/lib/contracts/coverage';
import { colourings, valueKinds } from '../../src/lib/contracts/map-colouring';
import { searchKey } from '../../src/lib/contracts/search-key';
import { colouredText } from '../../src/lib/coverage/explorer/colouring-text';
import { colouringNames } from '../../src/lib/coverage/explorer/selection';
import type { Snapshot } from '../../src/lib/contracts/events';
import type { MapSeries } from '../../src/lib/contracts/map-series';
import { createFormat } from '../../src/lib/messages/format';
import { en } from '../../src/lib/messages/en';
import { vi } from '../../src/lib/messages/vi';
import { serverAddress } from './environment';
import {
	expect,
	expectNoAxeViolations,
	expectNoAxeViolationsInEitherScheme,
	expectNoSidewaysScrolling,
	test,
} from './fixtures';

const format = createFormat('vi', vi);

async function readSnapshot(request: APIRequestContext): Promise<Snapshot> {
	return (await (await request.get('/api/v1/snapshot')).json()) as Snapshot;
}

/** What the public may read of the whole and of each commune, for all five skills. */
function readings(snapshot: Snapshot, measure: (typeof measures)[number] = 'allFive') {
	const figures = new Map(
		snapshot.figures
			.filter(({ basis }) => basis === 'approved')
			.map((figures) => [figures.unitId, figures]),
	);
	const read = ({ id, register }: { id: number; register: number | null }) =>
		readMeasure(figures.get(id), measure, register);
	return { whole: read(snapshot.scope), units: snapshot.units.map(read) };
}

const map = (page: Page) => page.getByRole('listbox', { name: /^Bản đồ/ });
const activeCommune = (page: Page) => map(page).getByRole('option');
const canvasIsThere = (page: Page) => page.getByRole('button', { name: vi.map.zoomIn }).waitFor();
/** The colours that cover more than a few dots of the map, with their pixels. */
async function coloursOf(page: Page): Promise<Map<string, number>> {
	const picture = await page.locator('.map:has(> .labels)').screenshot();
	const counts = await page.evaluate(
		async (bytes) => {
			const image = await createImageBitmap(new Blob([new Uint8Array(bytes)]));
			const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
			if (!context) throw new Error('There is no 2D canvas.');
			context.drawImage(image, 0, 0);
			const { data } = context.getImageData(0, 0, image.width, image.height);
			const counts = new Map<string, number>();
			for (let at = 0; at < data.length; at += 4) {
				const colour = data.slice(at, at + 3).join();
				counts.set(colour, (counts.get(colour) ?? 0) + 1);
			}
			return [...counts].filter(([, pixels]) => pixels > 1000);
		},
		[...picture],
	);
	return new Map(counts);
}
const mapPicture = (page: Page) => page.locator('.map:has(> .labels)').screenshot();

/** What part of two pictures of the map isn't alike. */
const differentPixels = (page: Page, ...pictures: [Buffer, Buffer]) =>
	page.evaluate(
		async (files) => {
			const [one, other] = await Promise.all(
				files.map(async (bytes) => {
					const image = await createImageBitmap(new Blob([new Uint8Array(bytes)]));
					const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
					if (!context) throw new Error('There is no 2D canvas.');
					context.drawImage(image, 0, 0);
					return new Uint32Array(context.getImageData(0, 0, image.width, image.height).data.buffer);
				}),
			);
			if (one?.length !== other?.length) return 1;
			return (one ?? []).filter((pixel, at) => pixel !== other?.[at]).length / (one?.length ?? 1);
		},
		pictures.map((picture) => [...picture]),
	);
const tableRows = (page: Page) => page.locator('#bang tbody tr');

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('the map, the figures and the switches are there', async ({ page, request }) => {
		const snapshot = await readSnapshot(request);
		const { whole } = readings(snapshot);
		await page.goto('/');
		await expect(page.locator('path[data-area]')).toHaveCount(snapshot.units.length);
		await expect(page.getByRole('main')).toContainText(format.month(snapshot.period.code));
		if (whole.kind !== 'share') throw new Error('The demo province has a share.');
		await expect(page.getByText(format.percentage(whole.share)).first()).toBeVisible();
		await expect(page.getByRole('main')).toContainText(format.number(whole.able));

		await page.getByRole('link', { name: vi.common.measuresShort.skill3 }).click();
		const payment = readings(snapshot, 'skill3').whole;
		if (payment.kind !== 'share') throw new Error('The demo province has a share.');
		await expect(page.getByRole('main')).toContainText(vi.map.abilities.skill3);
		await expect(page.getByRole('main')).toContainText(format.number(payment.able));

		await page.getByLabel(vi.map.month, { exact: true }).selectOption({ index: 2 });
		await page.getByRole('button', { name: vi.map.show }).click();
		await expect(page).toHaveURL(/thang=\d{4}-\d{2}/);
		await expect(page).toHaveURL(/ky-nang=skill3/);
		await expect(page.getByRole('main')).toContainText(vi.map.abilities.skill3);
	});

	test('every commune is in the table, and the drawing leads to its page', async ({
		page,
		request,
	}) => {
		const snapshot = await readSnapshot(request);
		await page.goto('/');
		await page.locator('#bang summary').click();
		await expect(tableRows(page)).toHaveCount(snapshot.units.length);
		const first = page.locator('svg a').first();
		await expect(first).toHaveAttribute('href', /^\/xa\/\d{5}-/);
	});
});

test.describe('on a phone', () => {
	test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });

	test('the map and its key begin on the first screen; the switches unfold without scripts', async ({
		page,
	}) => {
		await page.goto('/');
		await expect(page.locator('.strip')).toBeInViewport({ ratio: 1 });
		await expect(page.locator('.map:has(> .labels)')).toBeInViewport();
		const skill = page.getByRole('link', { name: vi.common.measuresShort.skill3 });
		await expect(skill).toBeHidden();
		await page.getByText(vi.map.view, { exact: false }).click();
		await skill.click();
		await expect(page).toHaveURL(/ky-nang=skill3/);
		await expect(page.locator('summary').first()).toContainText(vi.common.measuresShort.skill3);
	});
});

test('the legend counts every commune once', async ({ page, request }) => {
	const snapshot = await readSnapshot(request);
	await page.goto('/');
	const legend = page.getByRole('region', { name: /cột: số xã/ });
	const labels = await legend
		.getByRole('button')
		.evaluateAll((buttons) => buttons.map((button) => button.getAttribute('aria-label') ?? ''));
	const counted = labels.map((label) => Number(/: (\d+) /.exec(label)?.[1]));
	expect(counted.reduce((sum, count) => sum + count, 0)).toBe(snapshot.units.length);
});

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

test('the keyboard goes from commune to commune and opens one', async ({ page }) => {
	await page.goto('/');
	await canvasIsThere(page);
	await map(page).focus();
	await expect(page.locator('.card h3')).toBeVisible();
	const first = await activeCommune(page).textContent();
	await page.keyboard.press('End');
	await expect(activeCommune(page)).not.toHaveText(first ?? '');
	await page.keyboard.press('ArrowUp');
	const name = (await page.locator('.card h3').textContent()) ?? '';
	await expect(activeCommune(page)).toContainText(name);
	await expect(activeCommune(page)).toHaveAttribute('aria-posinset', /\d+/);
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/xa\/\d{5}-/);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
});

test('a name is typed with its spaces, and the picture is no stop of its own', async ({ page }) => {
	await page.goto('/');
	await canvasIsThere(page);
	await map(page).focus();
	await page.keyboard.press('End');
	const name = ((await page.locator('.card h3').textContent()) ?? '').replace(/^(Xã|Phường) /, '');
	expect(name).toContain(' ');
	await page.keyboard.press('Home');
	await page.keyboard.type(searchKey(name));
	await expect(page.locator('.card h3')).toContainText(name);
	await expect(page).toHaveURL(/\/$/);
	await page.keyboard.press('Tab');
	await expect(page.locator('.map canvas:focus')).toHaveCount(0);
});

test('forced colours leave the classes, the bars and what is chosen to be told apart', async ({
	page,
}) => {
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
});

test('the age of the figures has its place before it is known, and while the line opens', async ({
	page,
	browser,
}) => {
	await page.addInitScript(() => {
		addEventListener('DOMContentLoaded', () => {
			const header = document.querySelector<HTMLElement>('.frame > header');
			if (!header) return;
			const heights = new Set<number>();
			new ResizeObserver(() => {
				header.dataset.heights = [...heights.add(header.offsetHeight)].join();
			}).observe(header);
		});
	});
	for (const width of [360, 412, 1440]) {
		const viewport = { width, height: 800 };
		const plain = await browser.newContext({
			...{ baseURL: serverAddress, viewport, javaScriptEnabled: false },
		});
		const still = await plain.newPage();
		await still.goto('/');
		const before = await still.locator('.frame > header').boundingBox();
		await page.setViewportSize(viewport);
		await page.goto('/');
		await expect(page.getByText(vi.common.live.live)).toBeVisible();
		const heights = await page.locator('.frame > header').getAttribute('data-heights');
		expect(heights).toBe(String(Math.round(before?.height ?? NaN)));
		await plain.close();
	}
});

test('a phone loads the map that moves once it is asked for', async ({ browser }) => {
	const context = await browser.newContext({
		...{ baseURL: serverAddress, viewport: { width: 360, height: 740 } },
		...{ hasTouch: true, isMobile: true },
	});
	const page = await context.newPage();
	await page.goto('/');
	await expect(page.getByText(vi.common.live.live)).toBeVisible();
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

test('a pointer finds name, value and dates, and the place in the legend', async ({ page }) => {
	await page.goto('/');
	await canvasIsThere(page);
	const box = await page.locator('.map .labels').boundingBox();
	if (!box) throw new Error('The map has a place.');
	await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
	await page.mouse.move(box.x + box.width / 2 + 4, box.y + box.height / 2);
	const card = page.locator('.card').first();
	await expect(card.getByRole('heading')).toBeVisible();
	await expect(page.locator('.legend .marked')).toHaveCount(1);
	await page.mouse.move(1, 1);
	await expect(card).toBeHidden();
	await expect(page.locator('.legend .marked')).toHaveCount(0);
});

test('the table sorts by number, and searches without accents', async ({ page, request }) => {
	const snapshot = await readSnapshot(request);
	const shares = readings(snapshot)
		.units.flatMap((reading) => (reading.kind === 'share' ? [reading.share] : []))
		.sort((one, other) => other - one);
	await page.goto('/');
	await page.locator('#bang summary').click();
	// Once it is live, its scripts listen.
	await expect(page.getByText(vi.common.live.live)).toBeVisible({ timeout: 20_000 });
	await page.getByRole('button', { name: vi.map.columnShare, exact: true }).first().click();
	const header = page.locator('#bang th[aria-sort="descending"]');
	await expect(header).toContainText(vi.map.columnShare);
	const cells = tableRows(page).locator('td:nth-of-type(1)');
	await expect(cells.first()).toHaveText(format.percentage(shares[0] ?? 0));
	await expect(cells.nth(1)).toHaveText(format.percentage(shares[1] ?? 0));
	const name = snapshot.units[0]?.name ?? '';
	const plain = name
		.normalize('NFD')
		.replace(/\p{Mn}/gu, '')
		.replace(/đ/gi, 'd');
	await page.getByLabel(vi.map.tableSearch).fill(plain);
	await expect(tableRows(page).filter({ hasText: name }).first()).toBeVisible();
	expect(await tableRows(page).count()).toBeLessThan(snapshot.units.length);
});

test('a table that was opened before the scripts came stays open', async ({ page }) => {
	let release = () => {};
	const opened = new Promise<void>((resolve) => (release = resolve));
	await page.route('**/*.js', async (route) => {
		await opened;
		await route.continue();
	});
	await page.goto('/', { waitUntil: 'commit' });
	await page.locator('#bang summary').click();
	await expect(page.locator('#bang')).toHaveAttribute('open');
	release();
	// Once it is live, its scripts listen.
	await expect(page.getByText(vi.common.live.live)).toBeVisible({ timeout: 20_000 });
	await expect(page.locator('#bang')).toHaveAttribute('open');
});

test('ranks and provisional figures are for those who are signed in', async ({ page, signIn }) => {
	await page.goto('/?so-lieu=provisional');
	await page.locator('#bang summary').click();
	await expect(tableRows(page).first()).toBeVisible();
	await expect(page.getByRole('columnheader', { name: vi.map.columnRank })).toHaveCount(0);
	await expect(page.getByRole('link', { name: vi.common.bases.provisional })).toHaveCount(0);
	await expect(page.getByRole('main')).toContainText('đã duyệt');
	await expect(page.getByText(vi.map.takeAway.approved)).toHaveCount(0);

	await signIn('viewer');
	await page.goto('/ban-do');
	await page.locator('#bang summary').click();
	await expect(page.getByRole('columnheader', { name: vi.map.columnRank })).toBeVisible();
	await page.getByRole('link', { name: vi.common.bases.provisional }).click();
	await expect(page.getByRole('main')).toContainText('tạm tính');
	await expect(page.getByText(vi.map.takeAway.approved)).toBeVisible();
});

test('silence is visible, and passes', async ({ page }) => {
	let silent = false;
	await page.routeWebSocket(/socket\.io/, (socket) => {
		const server = socket.connectToServer();
		socket.onMessage((message) => {
			if (!silent) server.send(message);
		});
		server.onMessage((message) => {
			if (!silent) socket.send(message);
		});
	});
	await page.route('**/api/v1/changes*', (route) => (silent ? route.abort() : route.continue()));
	await page.goto('/');
	const badge = page.getByRole('banner').getByRole('status');
	await expect(badge).toHaveText(vi.common.live.live, { timeout: 20_000 });
	silent = true;
	await expect(badge).toHaveText(vi.common.live.lost, { timeout: 20_000 });
	await expect(page.getByText('Màn hình tự cập nhật')).toBeVisible();
	silent = false;
	await expect(badge).toHaveText(vi.common.live.live, { timeout: 30_000 });
});

test('English says the same', async ({ page, request }) => {
	const { whole } = readings(await readSnapshot(request));
	await page.goto('/en?ky-nang=skill1');
	await page.getByRole('link', { name: 'Tiếng Việt' }).click();
	await expect(page).toHaveURL('/?ky-nang=skill1');
	await expect(page.locator('html')).toHaveAttribute('lang', 'vi');
	await page.goto('/en');
	if (whole.kind !== 'share') throw new Error('The demo province has a share.');
	await expect(page.getByRole('main')).toContainText(
		createFormat('en', en).percentage(whole.share),
	);
	for (const measure of mapMeasures)
		await expect(
			page.getByRole('link', { name: en.common.measuresShort[measure], exact: true }),
		).toBeVisible();
});

for (const width of [360, 1440])
	test(`accessible at ${width} px`, async ({ page }) => {
		await page.setViewportSize({ width, height: 900 });
		await page.goto('/');
		// On a phone it is below what the province's figure and the switches take.
		await page.locator('.map:has(> .labels)').scrollIntoViewIfNeeded();
		await canvasIsThere(page);
		await page.locator('#bang summary').click();
		await expect(tableRows(page).first()).toBeVisible();
		await expectNoSidewaysScrolling(page);
		await expectNoAxeViolationsInEitherScheme(page);
	});

test.describe('what the map is coloured by', () => {
	test.use({ javaScriptEnabled: false });

	test('is chosen without scripts, and is a column of the table', async ({ page }) => {
		await page.goto('/');
		const options = vi.map.colouring.options;
		await page.getByLabel(vi.map.colourBy, { exact: true }).selectOption(options.growth12);
		await page.getByRole('button', { name: vi.map.show }).click();
		await expect(page).toHaveURL(/to-mau=tang-12-thang/);
		await expect(page.locator('.legend .title')).toContainText(vi.map.colouring.columns.growth12);
		await page.locator('#bang summary').click();
		const column = page.getByRole('columnheader', { name: vi.map.colouring.columns.growth12 });
		await expect(column).toBeVisible();

		await page.getByLabel(vi.map.colourBy, { exact: true }).selectOption(options.distance);
		await page.getByRole('button', { name: vi.map.show }).click();
		await expect(page).toHaveURL(/to-mau=so-voi-chi-tieu/);
		await page.getByRole('link', { name: vi.common.measuresShort.skill3 }).click();
		await expect(page).not.toHaveURL(/to-mau/);
		await expect(page.getByLabel(vi.map.colourBy, { exact: true })).not.toContainText(
			options.distance,
		);
	});
});

test('circles by households stand for the communes, with and without scripts', async ({
	page,
	browser,
	request,
	pageFaults,
}) => {
	const { units } = await readSnapshot(request);
	const largest = units.reduce((most, unit) =>
		(unit.register ?? 0) > (most.register ?? 0) ? unit : most,
	);
	await page.goto('/');
	await page.getByRole('link', { name: vi.map.circles.shapes.households }).click();
	await expect(page).toHaveURL(/hinh=so-ho/);
	await expect(page.getByText(format.number(largest.register ?? 0))).toBeVisible();
	const sizes = await page
		.locator('path[data-area]')
		.evaluateAll((paths) =>
			paths.map((path): [number, number] => [
				Number(path.getAttribute('data-area')),
				(path as SVGPathElement).getBBox().width,
			]),
		);
	await expectNoAxeViolations(page);
	expect(sizes).toHaveLength(units.length);
	expect(sizes.toSorted(([, one], [, other]) => other - one)[0]?.[0]).toBe(largest.id);
	await map(page).focus();
	await page.keyboard.press('ArrowDown');
	const name = (await page.locator('.card h3').textContent()) ?? '';
	await expect(activeCommune(page)).toContainText(name);
	await expect(page.locator('.legend .marked')).toHaveCount(1);
	await page.getByRole('link', { name: vi.common.measuresShort.skill2 }).click();
	await expect(page).toHaveURL(/hinh=so-ho/);
	expect(pageFaults).toEqual([]);

	const plain = await browser.newContext({ baseURL: serverAddress, javaScriptEnabled: false });
	const still = await plain.newPage();
	await still.goto('/?hinh=so-ho');
	await expect(still.locator('a path[data-area]')).toHaveCount(units.length);
	await still.getByRole('button', { name: vi.map.show }).click();
	await expect(still).toHaveURL(/hinh=so-ho/);
	await plain.close();
});

test('classes picked out in the legend leave the others out of the table', async ({ page }) => {
	await page.goto('/');
	await canvasIsThere(page);
	await page.locator('#bang summary').click();
	const legend = page.getByRole('region', { name: /cột: số xã/ });
	const classes = legend.locator('.classes button');
	const count = async (index: number) => {
		const label = (await classes.nth(index).getAttribute('aria-label')) ?? '';
		return Number(/: (\d+) /.exec(label)?.[1]);
	};
	await expect(tableRows(page).first()).toBeVisible();
	const all = await tableRows(page).count();
	await classes.nth(2).click();
	await expect(tableRows(page)).toHaveCount(await count(2));
	await classes.nth(3).focus();
	await page.keyboard.press('Shift+Enter');
	await expect(tableRows(page)).toHaveCount((await count(2)) + (await count(3)));
	await expect(classes.nth(3)).toHaveAttribute('aria-pressed', 'true');
	await expect(page).toHaveURL(/loc=class2\.class3/);
	await page.reload();
	await page.locator('#bang summary').click();
	await expect(tableRows(page)).toHaveCount((await count(2)) + (await count(3)));
	await expect(page.getByText(vi.common.live.live)).toBeVisible();
	await legend.getByRole('button', { name: vi.map.brushClear }).click();
	await expect(tableRows(page)).toHaveCount(all);

	const [from, to] = [await classes.nth(1).boundingBox(), await classes.nth(3).boundingBox()];
	if (!from || !to) throw new Error('The legend is there.');
	await page.mouse.move(from.x + from.width / 2, from.y + from.height - 4);
	await page.mouse.down();
	await page.mouse.move(to.x + to.width / 2, to.y + to.height - 4, { steps: 8 });
	await page.mouse.up();
	const dragged = (await count(1)) + (await count(2)) + (await count(3));
	await expect(tableRows(page)).toHaveCount(dragged);
});

test('analysts divide the colours otherwise, in the address, the legend and the file', async ({
	page,
	request,
	pageFaults,
}) => {
	const { units } = await readSnapshot(request);
	const { title, options, notes } = vi.map.classing;
	const legend = page.getByRole('region', { name: /số xã/ });
	const countAll = async () => {
		const labels = await legend
			.getByRole('button')
			.evaluateAll((buttons) => buttons.map((button) => button.getAttribute('aria-label') ?? ''));
		return labels.reduce((sum, label) => sum + Number(/(\d+) xã, phường$/.exec(label)?.[1]), 0);
	};
	await page.goto('/');
	await page.getByText(title, { exact: true }).click();
	await page.getByRole('link', { name: options.quantiles }).click();
	await expect(page).toHaveURL(/lop=phan-vi/);
	await expect(page.getByText(notes.quantiles)).toBeVisible();
	expect(await countAll()).toBe(units.length);
	await page.getByRole('link', { name: options.continuous }).click();
	await expect(page.getByText(notes.continuous)).toBeVisible();
	await canvasIsThere(page);
	expect((await coloursOf(page)).size).toBeGreaterThan(8);
	expect(await countAll()).toBe(units.length);
	await page.getByRole('link', { name: options.bivariate }).click();
	await expect(page).toHaveURL(/lop=hai-chieu/);
	await expect(legend.locator('.cell')).toHaveCount(9);
	expect(await countAll()).toBe(units.length);
	await expectNoAxeViolations(page);
	const full = legend.locator('.cell').filter({ hasNotText: /^0$/ }).first().getByRole('button');
	const count = Number(
		/(\d+) xã, phường$/.exec((await full.getAttribute('aria-label')) ?? '')?.[1],
	);
	await full.click();
	await page.locator('#bang summary').click();
	await expect(tableRows(page)).toHaveCount(count);
	await expect(page).toHaveURL(/loc=cell\d/);
	const file = await request.get('/ban-do.svg?lop=hai-chieu');
	expect(await file.text()).toContain(notes.bivariate.slice(0, 20));
	expect(pageFaults).toEqual([]);
});

test('a row of the table is outlined on the map, marked in the legend and drawn beside the line of months', async ({
	page,
}) => {
	// Map and table are on the screen together: nothing scrolls away from under the pointer.
	await page.setViewportSize({ width: 1440, height: 3_000 });
	await page.goto('/');
	await canvasIsThere(page);
	await page.locator('#bang summary').click();
	const row = tableRows(page).filter({ hasText: /\d,\d/ }).nth(3);
	await page.mouse.move(0, 0);
	const plain = await mapPicture(page);
	await row.hover();
	await expect(page.locator('.legend .marked')).toHaveCount(1);
	await expect
		.poll(async () => differentPixels(page, plain, await mapPicture(page)))
		.toBeGreaterThan(0.0001);
	await page.mouse.move(0, 0);
	await expect.poll(async () => differentPixels(page, plain, await mapPicture(page))).toBe(0);
	await row.hover();
	const line = page.getByRole('slider', { name: vi.map.trendCaption(vi.map.abilities.allFive) });
	const name = await row.getByRole('link').first().innerText();
	await expect(line).toHaveAttribute('aria-valuetext', new RegExp(`; ${name.trim()}: [0-9,]+%$`));
	await map(page).focus();
	await expect(page.locator('#bang tbody tr.active')).toHaveCount(1);
});

test('the line of months is gone through by keys, each month with its value', async ({ page }) => {
	await page.goto('/');
	const line = page.getByRole('slider', { name: vi.map.trendCaption(vi.map.abilities.allFive) });
	await line.focus();
	const said = () => line.getAttribute('aria-valuetext');
	const newest = await said();
	await line.press('Home');
	await expect(line).toHaveAttribute('aria-valuenow', '1');
	const oldest = await said();
	await line.press('ArrowRight');
	await expect(line).toHaveAttribute('aria-valuenow', '2');
	expect(new Set([newest, oldest, await said()]).size).toBe(3);
	await line.press('End');
	expect(await said()).toBe(newest);
});

test('each month of the series is what the snapshot of that month says', async ({ request }) => {
	const series = (await (await request.get('/api/v1/series')).json()) as MapSeries;
	expect(series.months.length).toBeGreaterThan(12);
	for (const at of [0, 10, series.months.length - 1]) {
		const month = series.months[at];
		if (!month) throw new Error('There is such a month.');
		const address = `/api/v1/snapshot?period=${month.code}`;
		const snapshot = (await (await request.get(address)).json()) as Snapshot;
		const there = series.ids.filter((_, index) => month.states[index] !== '-');
		expect(there.toSorted()).toEqual(snapshot.units.map(({ id }) => id).toSorted());
		const { units } = readings(snapshot);
		for (const [index, { id }] of snapshot.units.entries()) {
			const reading = units[index];
			const share = month.shares[series.ids.indexOf(id)];
			if (reading?.kind === 'share') expect(share).toBeCloseTo(reading.share * 1_000, -0.5);
			else expect(share).toBeNull();
		}
	}
	expect((await request.get('/api/v1/series?measure=assisted')).status()).toBe(400);
});

/** Of each commune what the table of a month's page writes of what its map is coloured by. */
async function tableOf(request: APIRequestContext, shown: string): Promise<Map<string, string>> {
	const html = await (await request.get(`/?${shown}`)).text();
	const table = /<details id="bang".*?<tbody[^>]*>(.*?)<\/tbody>/s.exec(html)?.[1] ?? '';
	const text = (cell: string) => cell.replaceAll(/<[^>]*>/g, '').trim();
	return new Map(
		[...table.matchAll(/<tr data-unit="(\d+)".*?<\/tr>/gs)].map(([row, id = '']) => {
			const [, , growth = '', coloured = ''] = [...row.matchAll(/<t[hd].*?<\/t[hd]>/gs)].map(
				String,
			);
			return [id, text(shown.includes(colouringNames.growth1) ? growth : coloured)];
		}),
	);
}

test('each month that is played has the numbers of its own map, however that is coloured', async ({
	request,
}) => {
	const language = { t: vi, format };
	for (const colouring of colourings.filter((one) => one !== 'level')) {
		const series = (await (
			await request.get(`/api/v1/series?colouring=${colouring}`)
		).json()) as MapSeries;
		for (const month of [series.months.at(4), series.months.at(-2)]) {
			if (!month) throw new Error('There is such a month.');
			const parts = valueKinds[colouring] === 'households' ? 1 : 1_000;
			const written = series.ids.flatMap((id, index) => {
				const value = month.values?.[index] ?? null;
				return month.states[index] === '-'
					? []
					: [
							[
								String(id),
								colouredText(value === null ? null : value / parts, colouring, language),
							],
						];
			});
			const asked = `to-mau=${colouringNames[colouring]}&thang=${month.code}`;
			const still = await tableOf(request, asked);
			expect(still.size).toBeGreaterThan(20);
			expect(Object.fromEntries(written), asked).toEqual(Object.fromEntries(still));
		}
	}
	for (const address of [
		'measure=skill1&colouring=distance',
		'colouring=checked&classing=quantiles',
	])
		expect((await request.get(`/api/v1/series?${address}`)).status()).toBe(400);
});

test('months are played from before the merger on, each under its own name', async ({
	page,
	request,
	pageFaults,
}) => {
	const series = (await (await request.get('/api/v1/series')).json()) as MapSeries;
	const [first] = series.months;
	if (!first) throw new Error('There are months.');
	const communes = first.states.replaceAll('-', '').length;
	await page.goto('/');
	await canvasIsThere(page);
	const now = await page.locator('path[data-area]').count();
	await page.getByRole('button', { name: vi.map.timeline.start }).click();
	const slider = page.getByRole('slider', { name: vi.map.timeline.month });
	// Other communes are other outlines, and another canvas: in no frame is there neither it nor the drawing.
	await page.evaluate(() => {
		const blank = { frames: 0, seen: 0 };
		Object.assign(window, { blank });
		requestAnimationFrame(function look() {
			const drawing = document.querySelector('.map > .drawing');
			const isThere =
				document.querySelector('.map-canvas.ready canvas') !== null ||
				(drawing !== null && !drawing.classList.contains('covered'));
			blank.seen += 1;
			blank.frames += Number(!isThere);
			requestAnimationFrame(look);
		});
	});
	await slider.focus();
	await page.keyboard.press('Home');
	await expect(page.getByRole('listbox', { name: format.month(first.code) })).toBeVisible();
	await expect(page.locator('.legend .title')).toContainText(format.month(first.code));
	await expect(page.locator('path[data-area]')).toHaveCount(communes);
	expect(communes).not.toBe(now);
	await canvasIsThere(page);
	await expect(slider).toHaveAttribute('aria-valuetext', new RegExp(format.month(first.code)));
	await page.getByRole('button', { name: vi.map.timeline.play }).click();
	await expect(page.getByRole('button', { name: vi.map.timeline.pause })).toBeVisible();
	const [, second] = series.months;
	await expect(page.locator('.timeline strong')).toHaveText(format.month(second?.code ?? ''));
	await slider.focus();
	await page.keyboard.press('End');
	await expect(page.locator('path[data-area]')).toHaveCount(now);
	await canvasIsThere(page);
	const { frames, seen } = await page.evaluate(() => window.blank);
	expect(frames).toBe(0);
	expect(seen).toBeGreaterThan(20);
	await page.getByRole('button', { name: vi.map.timeline.close }).click();
	await expect(slider).toHaveCount(0);

	// A month that is pressed on the line of months is the month on the map.
	const line = page.getByRole('slider', { name: vi.map.trendCaption(vi.map.abilities.allFive) });
	await line.focus();
	await page.keyboard.press('ArrowLeft');
	await page.keyboard.press('Enter');
	const shown = format.month(series.months.at(-2)?.code ?? '');
	await expect(page.getByRole('listbox', { name: shown })).toBeVisible();
	await expect(slider).toHaveAttribute('aria-valuetext', new RegExp(shown));
	await page.keyboard.press('Home');
	await page.keyboard.press('Enter');
	await expect(page.locator('.timeline strong')).toHaveText(format.month(first.code));
	expect(pageFaults).toEqual([]);
});

declare global {
	interface Window {
		blank: { frames: number; seen: number };
	}
}

test('growth is played too: legend, card and table say which month it is of', async ({
	page,
	request,
	pageFaults,
}) => {
	const series = (await (
		await request.get('/api/v1/series?colouring=growth3&classing=quantiles')
	).json()) as MapSeries;
	const month = series.months.at(6);
	const bounds = month?.classes?.bounds ?? [];
	if (!month || bounds.length === 0) throw new Error('There are months with growth.');
	await page.goto('/?to-mau=tang-3-thang&lop=phan-vi');
	await expect(page.getByRole('link', { name: vi.map.compare.start })).toHaveCount(0);
	await page.locator('#bang summary').click();
	await page.getByRole('button', { name: vi.map.timeline.start }).click();
	const slider = page.getByRole('slider', { name: vi.map.timeline.month });
	await slider.focus();
	await page.keyboard.press('Home');
	for (let step = 0; step < 6; step += 1) await page.keyboard.press('ArrowRight');
	const name = format.month(month.code);
	await expect(page.getByRole('listbox', { name })).toBeVisible();
	const legend = page.locator('.legend');
	await expect(legend.locator('.title')).toContainText(name);
	for (const bound of bounds) await expect(legend).toContainText(format.points(bound));
	const table = page.locator('#bang');
	await expect(table).toContainText(vi.map.timeline.table(name));
	const areas = month.states.replaceAll('-', '').length;
	await expect(table.locator('tbody tr')).toHaveCount(areas);
	const at = month.values?.findIndex((value) => value !== null) ?? -1;
	const row = table.locator(`tr[data-unit="${series.ids[at]}"]`);
	await expect(row).toContainText(format.points((month.values?.[at] ?? NaN) / 1_000));
	await row.hover();
	await expect(slider).toHaveAttribute(
		'aria-valuetext',
		new RegExp(vi.common.measuresShort.allFive),
	);
	await expectNoAxeViolations(page);
	await slider.focus();
	await page.keyboard.press('End');
	await expect(table).not.toContainText(vi.map.timeline.table(name));
	expect(pageFaults).toEqual([]);
});

test('two maps are compared, each under its own name, and the address says how', async ({
	page,
	request,
	pageFaults,
}) => {
	const series = (await (await request.get('/api/v1/series')).json()) as MapSeries;
	const [first] = series.months;
	const own = series.months.at(-1);
	if (!first || !own) throw new Error('There are months.');
	await page.goto('/');
	await page.getByRole('link', { name: vi.map.compare.start }).click();
	await expect(page).toHaveURL(/so-voi=\d{4}-\d{2}/);
	const other = page.getByLabel(vi.map.compare.other);
	await other.selectOption(first.code);
	const names = page.locator('.sides .name');
	await expect(names).toHaveText([format.month(first.code), format.month(own.code)]);
	// Before a merger the left side has the communes of then.
	await expect(page.locator('.sides path[data-area]')).toHaveCount(
		first.states.replaceAll('-', '').length,
	);
	const divider = page.getByRole('slider', { name: vi.map.compare.divider });
	await expect(divider).toHaveAttribute('aria-valuenow', '50');
	const box = await page.locator('.sides').boundingBox();
	if (!box) throw new Error('The maps are there.');
	await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
	await page.mouse.down();
	await page.mouse.move(box.x + box.width / 4, box.y + box.height / 2, { steps: 4 });
	await page.mouse.up();
	await expect(divider).toHaveAttribute('aria-valuenow', '25');
	await divider.focus();
	await page.keyboard.press('PageUp');
	await expect(divider).toHaveAttribute('aria-valuetext', new RegExp(format.wholeShare(0.35)));
	await expect(page).toHaveURL(/vach=35/);
	// The file is what the address has, without going anywhere in between.
	const svg = page.getByRole('link', { name: vi.map.takeAway.svg });
	await expect(svg).toHaveAttribute('href', /so-voi=.*vach=35/);
	const file = await (await request.get((await svg.getAttribute('href')) ?? '')).text();
	expect(file).toContain('clip-path');
	for (const { code } of [first, own])
		expect(file.toLowerCase()).toContain(`>${format.month(code).toLowerCase()}<`);
	await expectNoAxeViolations(page);
	await page.reload();
	await expect(divider).toHaveAttribute('aria-valuenow', '35');

	await other.selectOption('skill2');
	await expect(page).toHaveURL(/so-voi=skill2.*vach=35|vach=35.*so-voi=skill2/);
	const { skill2, allFive } = vi.common.measuresShort;
	await expect(names).toHaveText([skill2, allFive]);
	await map(page).focus();
	await expect(activeCommune(page)).toContainText(`${skill2}: `);
	await page.getByRole('link', { name: vi.map.compare.close }).click();
	await expect(divider).toHaveCount(0);
	await canvasIsThere(page);
	expect(pageFaults).toEqual([]);
});

test('who asks for less movement, at any time, goes through the months by hand', async ({
	page,
}) => {
	await page.goto('/');
	await page.getByRole('button', { name: vi.map.timeline.start }).click();
	const slider = page.getByRole('slider', { name: vi.map.timeline.month });
	await page.getByRole('button', { name: vi.map.timeline.play }).click();
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await expect(page.getByRole('button', { name: vi.map.timeline.pause })).toHaveCount(0);
	await expect(page.getByRole('button', { name: vi.map.timeline.play })).toHaveCount(0);
	await slider.focus();
	await page.keyboard.press('Home');
	await page.emulateMedia({ reducedMotion: 'no-preference' });
	await expect(page.getByRole('button', { name: vi.map.timeline.play })).toBeVisible();
});
