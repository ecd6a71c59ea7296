import { vi } from '../../src/lib/messages/vi';
import { expect, expectNoAxeViolations, test } from './fixtures';
import { tableRows, touchPage } from './map-page';

/** The home page where there are fingers alone. */

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

test('it is read with few scripts, and the first touch fetches what makes its map live', async ({
	page,
	pageFaults,
}) => {
	const scripts: Promise<number>[] = [];
	page.on('requestfinished', (asked) => {
		if (asked.resourceType() !== 'script') return;
		scripts.push(asked.sizes().then(({ responseBodySize }) => responseBodySize));
	});
	const sockets: string[] = [];
	page.on('websocket', (socket) => sockets.push(socket.url()));
	await page.goto('/', { waitUntil: 'networkidle' });
	const fetched = await Promise.all(scripts);
	expect(fetched.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThan(70_000);
	expect(sockets).toEqual([]);
	await expect(page.locator('h1 + .sentence')).toContainText('%');
	await expect(page.locator('svg [data-area]').first()).toBeVisible();
	// Nothing says that figures are live which nothing keeps up to date.
	await expect(page.getByText(vi.common.live.live)).toBeHidden();
	await expectNoAxeViolations(page);

	const sentence = await page.locator('.sentence').elementHandle();
	await page.locator('#bang summary').tap();
	await expect(page.getByText(vi.common.live.live)).toBeVisible();
	expect(sockets).toHaveLength(1);
	// What the server wrote was taken over, and nobody closed what the touch had opened.
	expect(await sentence.evaluate((element) => element.isConnected)).toBe(true);
	await expect(tableRows(page).first()).toBeVisible();
	await page.locator('path[data-area]').first().tap({ force: true });
	await expect(page.locator('.card h3')).toBeVisible();
	expect(pageFaults).toEqual([]);
});

test('another month, asked for with the first touch, is what is taken over', async ({
	page,
	pageFaults,
}) => {
	await page.goto('/');
	await page.locator('#svelte-announcer').waitFor({ state: 'attached' });
	const earlier = await page.locator('select[name="thang"] option').nth(1).textContent();
	await page.locator('.explorer summary').first().tap();
	await page.locator('select[name="thang"]').selectOption({ index: 1 });
	await page.getByRole('button', { name: vi.map.show, exact: true }).tap();
	await expect(page).toHaveURL(/thang=/);
	await expect(page.locator('.explorer summary').first()).toContainText(earlier?.trim() ?? '');
	await expect(page.getByText(vi.common.live.live)).toBeVisible();
	expect(pageFaults).toEqual([]);
});

test('from another page it comes as a whole', async ({ page, pageFaults }) => {
	await page.goto('/dang-nhap');
	await page.locator('#svelte-announcer').waitFor({ state: 'attached' });
	await page.getByRole('banner').getByRole('link', { name: vi.common.product }).tap();
	await expect(page.locator('h1 + .sentence')).toContainText('%');
	await expect(page.getByText(vi.common.live.live)).toBeVisible();
	expect(pageFaults).toEqual([]);
});

test('scripts that could not be had are asked for again with the next touch', async ({ page }) => {
	await page.goto('/', { waitUntil: 'networkidle' });
	const cut = page.waitForEvent('requestfailed');
	await page.route('**/chunks/*.js', (route) => route.abort());
	await page.locator('h1').tap();
	await cut;
	await page.unroute('**/chunks/*.js');
	await touchPage(page);
});
