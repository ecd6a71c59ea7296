import { vi } from '../../src/lib/messages/vi';
import { serverAddress } from './environment';
import { expect, expectNoAxeViolations, test } from './fixtures';
import {
	activeCommune,
	canvasIsThere,
	coloursOf,
	format,
	map,
	readSnapshot,
	tableRows,
} from './map-page';

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
	// It is there before it has something to say, which is then read out.
	const told = legend.getByRole('status');
	await expect(told).toBeEmpty();
	await classes.nth(2).click();
	await expect(told).toHaveText(vi.map.brushed(String(await count(2))));
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
	await expect(told).toBeEmpty();
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
