import { searchKey } from '../../src/lib/contracts/search-key';
import { vi } from '../../src/lib/messages/vi';
import { expect, test } from './fixtures';
import {
	activeCommune,
	canvasIsThere,
	differentPixels,
	map,
	mapPicture,
	tableRows,
} from './map-page';

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

test('a class of the legend lights its communes on the map and in the table, by pointer and by key', async ({
	page,
}) => {
	await page.setViewportSize({ width: 1440, height: 3_000 });
	await page.goto('/');
	await canvasIsThere(page);
	await page.locator('#bang summary').click();
	await expect(tableRows(page).first()).toBeVisible();
	const classes = page.locator('.legend .classes button');
	const lit = page.locator('#bang tbody tr.lit');
	const counts = await classes.evaluateAll((buttons) =>
		buttons.map((button) => Number(/: (\d+) /.exec(button.getAttribute('aria-label') ?? '')?.[1])),
	);
	const [one = 0, other = 0] = counts.flatMap((count, at) => (count > 0 ? [at] : []));
	await page.mouse.move(0, 0);
	const plain = await mapPicture(page);
	await classes.nth(one).hover();
	await expect(lit).toHaveCount(counts[one] ?? NaN);
	await expect
		.poll(async () => differentPixels(page, plain, await mapPicture(page)))
		.toBeGreaterThan(0.01);
	await page.mouse.move(0, 0);
	await expect(lit).toHaveCount(0);
	await expect.poll(async () => differentPixels(page, plain, await mapPicture(page))).toBe(0);
	await classes.nth(other).focus();
	await expect(lit).toHaveCount(counts[other] ?? NaN);
	await classes.nth(other).blur();
	await expect(lit).toHaveCount(0);
});
