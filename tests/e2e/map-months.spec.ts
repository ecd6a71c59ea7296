import type { APIRequestContext } from '@playwright/test';
import type { Snapshot } from '../../src/lib/contracts/events';
import { colourings, valueKinds } from '../../src/lib/contracts/map/colouring';
import { colouredText } from '../../src/lib/coverage/explorer/colouring/colouring-text';
import { colouringNames } from '../../src/lib/coverage/explorer/selection';
import { vi } from '../../src/lib/messages/vi';
import { expect, expectNoAxeViolations, test } from './fixtures';
import {
	activeCommune,
	areasIn,
	beginPlaying,
	canvasIsThere,
	format,
	lineOfMonths,
	map,
	openMap,
	openTable,
	playedMonths,
	readings,
	readSeries,
} from './map-page';

test('each month of the series is what the snapshot of that month says', async ({ request }) => {
	const series = await readSeries(request);
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
		const series = await readSeries(request, `?colouring=${colouring}`);
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
	const series = await readSeries(request);
	const [first] = series.months;
	if (!first) throw new Error('There are months.');
	const communes = areasIn(first);
	await openMap(page);
	const now = await page.locator('path[data-area]').count();
	await beginPlaying(page);
	const slider = playedMonths(page);
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
	// Whoever doesn't see it hears where it stands once it has been stopped.
	const told = page.locator('.timeline').getByRole('status');
	await expect(told).toBeEmpty();
	await page.getByRole('button', { name: vi.map.timeline.pause }).click();
	await expect(told).toHaveText((await slider.getAttribute('aria-valuetext')) ?? '');
	await expect(told).toHaveText(/^Tháng \d+\/\d{4}: \d+(,\d)?%$/i);
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
	const line = lineOfMonths(page);
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
	const series = await readSeries(request, '?colouring=growth3&classing=quantiles');
	const month = series.months.at(6);
	const bounds = month?.classes?.bounds ?? [];
	if (!month || bounds.length === 0) throw new Error('There are months with growth.');
	await page.goto('/?to-mau=tang-3-thang&lop=phan-vi');
	await expect(page.getByRole('link', { name: vi.map.compare.start })).toHaveCount(0);
	await openTable(page);
	await beginPlaying(page);
	const slider = playedMonths(page);
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
	const areas = areasIn(month);
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
	const series = await readSeries(request);
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
	await expect(page.locator('.sides path[data-area]')).toHaveCount(areasIn(first));
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
	await beginPlaying(page);
	const slider = playedMonths(page);
	await page.getByRole('button', { name: vi.map.timeline.play }).click();
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await expect(page.getByRole('button', { name: vi.map.timeline.pause })).toHaveCount(0);
	await expect(page.getByRole('button', { name: vi.map.timeline.play })).toHaveCount(0);
	await slider.focus();
	await page.keyboard.press('Home');
	await page.emulateMedia({ reducedMotion: 'no-preference' });
	await expect(page.getByRole('button', { name: vi.map.timeline.play })).toBeVisible();
});
