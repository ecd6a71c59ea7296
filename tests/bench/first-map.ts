import type { Page } from '@playwright/test';
import { median, milliseconds, type Finding } from './measure';

const openings = 5;

/**
 * From the wall's address, with what a browser keeps, until all communes are drawn in their colours, and until
 * the canvas has taken the drawing over, which looks the same and can be zoomed. Closes the page.
 * @param of whose map, and the milliseconds in which it should be there
 */
export async function firstMaps(page: Page, [of, allowed]: [string, number]): Promise<Finding[]> {
	const seen: { drawn: number; taken: number }[] = [];
	for (let opening = 0; opening <= openings; opening += 1) {
		await page.goto('/man-hinh-lon?canh=tinh', { waitUntil: 'commit' });
		await noteFirstMap(page);
		await page.locator('.map-canvas.ready').waitFor();
		seen.push(
			await page.evaluate(() => ({
				drawn: Number(document.documentElement.dataset['drawn']),
				taken: performance.now(),
			})),
		);
		await page.goto('about:blank');
	}
	await page.context().close();
	const finding = (name: string, [unkept = NaN, ...kept]: readonly number[]): Finding => {
		const usual = median(kept);
		return {
			...{ name, ratio: usual / allowed, bar: 1, good: 'atMost' },
			measured: `${milliseconds(usual)} from the address, ${milliseconds(unkept)} with nothing kept, allowed ${milliseconds(allowed)}`,
		};
	};
	return [
		finding(
			`first map of the ${of}`,
			seen.map(({ drawn }) => drawn),
		),
		finding(
			`canvas of the ${of}`,
			seen.map(({ taken }) => taken),
		),
	];
}

/** Notes in the page when the frame that first had coloured communes in it has been drawn. */
const noteFirstMap = (page: Page) =>
	page.waitForFunction(
		() => {
			if (document.readyState === 'loading' || !document.querySelector('.map [data-area]'))
				return false;
			requestAnimationFrame(() =>
				setTimeout(() => {
					document.documentElement.dataset['drawn'] = String(performance.now());
				}),
			);
			return true;
		},
		undefined,
		{ polling: 'raf' },
	);
