import { searchKey } from '../../src/lib/contracts/text/search-key';
import { expect, test } from './fixtures';
import {
	activeCommune,
	cardName,
	expectChanged,
	expectUnchanged,
	lineOfMonths,
	map,
	mapPicture,
	markedClasses,
	openMap,
	openMapAndTable,
	tableRows,
} from './map-page';

test('the keyboard goes from commune to commune and opens one', async ({ page }) => {
	await openMap(page);
	await map(page).focus();
	await expect(cardName(page)).toBeVisible();
	const first = await activeCommune(page).textContent();
	await page.keyboard.press('End');
	await expect(activeCommune(page)).not.toHaveText(first ?? '');
	await page.keyboard.press('ArrowUp');
	const name = (await cardName(page).textContent()) ?? '';
	await expect(activeCommune(page)).toContainText(name);
	await expect(activeCommune(page)).toHaveAttribute('aria-posinset', /\d+/);
	// All that the card tells the eyes, in the entry that the list points a reader to.
	const value = (await page.locator('.card strong').textContent()) ?? '';
	expect(value).toMatch(/\d%$/);
	await expect(activeCommune(page)).toContainText(value);
	await expect(activeCommune(page)).toHaveAttribute('aria-selected', 'true');
	const pointed = await map(page).getAttribute('aria-activedescendant');
	expect(await activeCommune(page).getAttribute('id')).toBe(pointed);
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/xa\/\d{5}-/);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
});

test('a name is typed with its spaces, and the picture is no stop of its own', async ({ page }) => {
	await openMap(page);
	await map(page).focus();
	await page.keyboard.press('End');
	const name = ((await cardName(page).textContent()) ?? '').replace(/^(Xã|Phường) /, '');
	expect(name).toContain(' ');
	await page.keyboard.press('Home');
	await page.keyboard.type(searchKey(name));
	await expect(cardName(page)).toContainText(name);
	await expect(page).toHaveURL(/\/$/);
	await page.keyboard.press('Tab');
	await expect(page.locator('.map canvas:focus')).toHaveCount(0);
});

test('a pointer finds name, value and dates, and the place in the legend', async ({ page }) => {
	await openMap(page);
	const box = await page.locator('.map .labels').boundingBox();
	if (!box) throw new Error('The map has a place.');
	await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
	await page.mouse.move(box.x + box.width / 2 + 4, box.y + box.height / 2);
	const card = page.locator('.card').first();
	await expect(card.getByRole('heading')).toBeVisible();
	await expect(markedClasses(page)).toHaveCount(1);
	await page.mouse.move(1, 1);
	await expect(card).toBeHidden();
	await expect(markedClasses(page)).toHaveCount(0);
});

test('a row of the table is outlined on the map, marked in the legend and drawn beside the line of months', async ({
	page,
}) => {
	await openMapAndTable(page);
	const row = tableRows(page).filter({ hasText: /\d,\d/ }).nth(3);
	await page.mouse.move(0, 0);
	const plain = await mapPicture(page);
	await row.hover();
	await expect(markedClasses(page)).toHaveCount(1);
	await expectChanged(page, plain, 0.0001);
	await page.mouse.move(0, 0);
	await expectUnchanged(page, plain);
	await row.hover();
	const line = lineOfMonths(page);
	const name = await row.getByRole('link').first().innerText();
	await expect(line).toHaveAttribute('aria-valuetext', new RegExp(`; ${name.trim()}: [0-9,]+%$`));
	await map(page).focus();
	await expect(page.locator('#bang tbody tr.active')).toHaveCount(1);
});

test('the line of months is gone through by keys, each month with its value', async ({ page }) => {
	await page.goto('/');
	const line = lineOfMonths(page);
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
	await openMapAndTable(page);
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
	await expectChanged(page, plain, 0.01);
	await page.mouse.move(0, 0);
	await expect(lit).toHaveCount(0);
	await expectUnchanged(page, plain);
	await classes.nth(other).focus();
	await expect(lit).toHaveCount(counts[other] ?? NaN);
	await classes.nth(other).blur();
	await expect(lit).toHaveCount(0);
});
