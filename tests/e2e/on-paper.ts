import type { Page } from '@playwright/test';
import { expect } from './fixtures';

/** A4 with margins of 12 mm, in the pixels of a style sheet. */
const upright = { width: 703, height: 1032 };
const lying = { width: upright.height, height: upright.width };
/** Names of `@page` whose sheets lie. */
const lyingPages = ['ranking'];

/** What is printed is there to be read: in dark ink, nothing to press or fill in, nothing cut off, tables as tables. */
export async function expectFitForPaper(page: Page): Promise<void> {
	await page.emulateMedia({ colorScheme: 'dark', media: 'print' });
	const sheet = await page.evaluate(() => getComputedStyle(document.body).getPropertyValue('page'));
	await page.setViewportSize(lyingPages.includes(sheet) ? lying : upright);
	const faults = await page.evaluate(async () => {
		// Charts take a frame to grow into another width.
		await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
		const isSeen = (element: Element) =>
			element.checkVisibility({ visibilityProperty: true }) &&
			element.getBoundingClientRect().width > 1 &&
			!element.closest('.visually-hidden');
		const seen = (selector: string) => [...document.querySelectorAll(selector)].filter(isSeen);
		const said = (what: string, element: Element) =>
			`${what}: ${element.tagName} ${element.getAttribute('class') ?? ''} ${element.textContent.trim().slice(0, 40)}`;
		const ink = getComputedStyle(document.body).color;
		const isDark = (ink.match(/\d+/g) ?? []).slice(0, 3).every((part) => Number(part) < 100);
		const { clientWidth, scrollWidth } = document.documentElement;
		const wide = scrollWidth > clientWidth + 1 ? [`${scrollWidth} px wide`] : [];
		/** What lies in a drawing is cut off at its edge, as what bleeds there is meant to be. */
		const isClipped = (element: Element) => {
			const drawing = element.parentElement?.closest('svg');
			return drawing != null && getComputedStyle(drawing).overflowX !== 'visible';
		};
		const beyond = seen('body *').filter(
			(element) => element.getBoundingClientRect().right > clientWidth + 1 && !isClipped(element),
		);
		const cut = seen('main :not(svg, svg *)').filter(
			(element) =>
				getComputedStyle(element).overflowX !== 'visible' &&
				element.scrollWidth > element.clientWidth + 1,
		);
		const pressed = seen(
			'nav, button, summary:not(.on-paper > *, [open] > *), input, select, textarea',
		)
			.concat(seen('form:not(.on-paper, :has(table))'))
			.filter((element) => !element.matches('.on-paper :is(input, select, textarea)'));
		const arrows = seen('a').filter(({ textContent }) => /^\s*←|→\s*$/.test(textContent));
		const shapes = { table: 'table', tr: 'table-row', 'td, th': 'table-cell' };
		const shapeless = Object.entries(shapes).flatMap(([selector, shape]) =>
			seen(selector).filter((element) => getComputedStyle(element).display !== shape),
		);
		const isHeading = (element: Element) => /^H[1-6]$/.test(element.tagName);
		/** A heading that is followed by another one of its rank, or by nothing at all. */
		const told = seen(
			'main :is(h2, h3, h4, p, li, dt, td, th, img, svg, canvas, figcaption, label, span, div)',
		)
			.filter(
				(element) =>
					isHeading(element) ||
					/^(IMG|svg|CANVAS)$/.test(element.tagName) ||
					element.textContent.trim() !== '',
			)
			.filter((element) => isHeading(element) || !element.querySelector('h2, h3, h4'));
		const lonely = told.filter((element, index) => {
			if (!isHeading(element) || element.closest('a, li, header')) return false;
			const after = told.slice(index + 1).find((next) => !element.contains(next));
			return after === undefined || (isHeading(after) && after.tagName <= element.tagName);
		});
		return [
			...(isDark ? [] : [`ink of ${ink}`]),
			...wide,
			...beyond.map((element) => said('beyond the edge', element)),
			...cut.map((element) => said('cut off', element)),
			...[...pressed, ...arrows].map((element) => said('nothing to press', element)),
			...shapeless.map((element) => said('not a table', element)),
			...lonely.map((element) => said('a heading of nothing', element)),
		];
	});
	expect(faults).toEqual([]);
}
