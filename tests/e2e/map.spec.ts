import { mapMeasures } from '../../src/lib/contracts/coverage';
import { moversShown } from '../../src/lib/coverage/explorer/rows';
import { en } from '../../src/lib/messages/en';
import { createFormat } from '../../src/lib/messages/format';
import { vi } from '../../src/lib/messages/vi';
import { serverAddress } from './environment';
import {
	expect,
	expectNoAxeViolationsInEitherScheme,
	expectNoSidewaysScrolling,
	test,
} from './fixtures';
import { canvasIsThere, format, readSnapshot, readings, tableRows } from './map-page';

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

		// Who gained most, never who lost.
		const heading = page.getByRole('heading', { name: vi.map.movers });
		const moved = await page.locator('section', { has: heading }).locator('li').allTextContents();
		const gains = moved.map((text) => Number(/\+([\d,]+) điểm/.exec(text)?.[1]?.replace(',', '.')));
		expect(gains.length).toBeGreaterThan(0);
		expect(gains.length).toBeLessThanOrEqual(moversShown);
		expect(gains).toEqual(gains.toSorted((one, other) => other - one));
		expect(gains.at(-1)).toBeGreaterThan(0);

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
