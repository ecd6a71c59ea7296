import type { APIRequestContext, Page } from '@playwright/test';
import { measures, readMeasure } from '../../src/lib/contracts/coverage';
import type { Snapshot } from '../../src/lib/contracts/events';
import type { MapSeries } from '../../src/lib/contracts/map/series';
import { createFormat } from '../../src/lib/messages/format';
import { vi } from '../../src/lib/messages/vi';
import { expect } from './fixtures';

export const format = createFormat('vi', vi);

export async function readSnapshot(request: APIRequestContext): Promise<Snapshot> {
	return (await (await request.get('/api/v1/snapshot')).json()) as Snapshot;
}

/** The months of a map. @param query how it is coloured; the whole as it opens without. */
export async function readSeries(request: APIRequestContext, query = ''): Promise<MapSeries> {
	return (await (await request.get(`/api/v1/series${query}`)).json()) as MapSeries;
}

/** How many areas a month's map has: after a merger fewer. */
export const areasIn = ({ states }: MapSeries['months'][number]) =>
	states.replaceAll('-', '').length;

/** What the public may read of the whole and of each commune, for all five skills. */
export function readings(snapshot: Snapshot, measure: (typeof measures)[number] = 'allFive') {
	const figures = new Map(
		snapshot.figures
			.filter(({ basis }) => basis === 'approved')
			.map((figures) => [figures.unitId, figures]),
	);
	const read = ({ id, register }: { id: number; register: number | null }) =>
		readMeasure(figures.get(id), measure, register);
	return { whole: read(snapshot.scope), units: snapshot.units.map(read) };
}

export const map = (page: Page) => page.getByRole('listbox', { name: /^Bản đồ/ });

export const activeCommune = (page: Page) => map(page).getByRole('option');

export const canvasIsThere = (page: Page) =>
	page.getByRole('button', { name: vi.map.zoomIn }).waitFor();

export async function openMap(page: Page): Promise<void> {
	await page.goto('/');
	await canvasIsThere(page);
}

/** A phone fetches what makes its map live once somebody touches the page. */
export async function touchPage(page: Page): Promise<void> {
	await page.locator('#svelte-announcer').waitFor({ state: 'attached' });
	await page.locator('h1').tap();
	await expect(page.getByText(vi.common.live.live)).toBeVisible();
}

export const openTable = (page: Page) => page.locator('#bang summary').click();

/** Map and table on the screen together: nothing scrolls away from under the pointer. */
export async function openMapAndTable(page: Page): Promise<void> {
	await page.setViewportSize({ width: 1440, height: 3_000 });
	await openMap(page);
	await openTable(page);
}

/** The name of the commune that the card is about. */
export const cardName = (page: Page) => page.locator('.card h3');

/** The classes of the legend that are marked. */
export const markedClasses = (page: Page) => page.locator('.legend .marked');

/** The line of months below the map. */
export const lineOfMonths = (page: Page) =>
	page.getByRole('slider', { name: vi.map.trendCaption(vi.map.abilities.allFive) });

/** The months of the map that is played, once that has begun. */
export const playedMonths = (page: Page) =>
	page.getByRole('slider', { name: vi.map.timeline.month });

export const beginPlaying = (page: Page) =>
	page.getByRole('button', { name: vi.map.timeline.start }).click();

/** The colours that cover more than a few dots of the map, with their pixels. */
export async function coloursOf(page: Page): Promise<Map<string, number>> {
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

export const mapPicture = (page: Page) => page.locator('.map:has(> .labels)').screenshot();

/** What part of two pictures of the map isn't alike. */
export const differentPixels = (page: Page, ...pictures: [Buffer, Buffer]) =>
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

export const tableRows = (page: Page) => page.locator('#bang tbody tr');

/** Waits until the map looks other than in a picture, by more than a part of it. */
export const expectChanged = (page: Page, picture: Buffer, part: number) =>
	expect
		.poll(async () => differentPixels(page, picture, await mapPicture(page)))
		.toBeGreaterThan(part);

/** Waits until the map looks as in a picture again. */
export const expectUnchanged = (page: Page, picture: Buffer) =>
	expect.poll(async () => differentPixels(page, picture, await mapPicture(page))).toBe(0);
