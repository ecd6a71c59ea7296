import type { Page } from '@playwright/test';
import { expect } from './fixtures';

/** Text keeps to the box that holds it, and boxes to their column, though all of it be within the screen. */
export async function expectNothingSpills(page: Page): Promise<void> {
	const faults = await page.evaluate(() => {
		const inline = /^(inline|contents|ruby)/;
		/** What is drawn, clipped, moved or placed by hand looks after itself. */
		const looksAfterItself = (element: Element): boolean => {
			const { overflowX, position, transform, clipPath } = getComputedStyle(element);
			return (
				element.tagName === 'svg' ||
				overflowX !== 'visible' ||
				position === 'absolute' ||
				position === 'fixed' ||
				transform !== 'none' ||
				clipPath !== 'none'
			);
		};
		const own = (element: Element | null): boolean =>
			element !== null &&
			element !== document.body &&
			(looksAfterItself(element) || own(element.parentElement));
		const blockOf = (element: Element): Element =>
			inline.test(getComputedStyle(element).display) && element.parentElement
				? blockOf(element.parentElement)
				: element;
		const said = (what: string, element: Element, by: number) =>
			`${what} by ${Math.round(by)} px: ${element.tagName} ${element.getAttribute('class') ?? ''} ${element.textContent.trim().slice(0, 40)}`;
		const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		const texts: Node[] = [];
		while (walker.nextNode())
			if (walker.currentNode.textContent?.trim()) texts.push(walker.currentNode);
		const spilt = texts.flatMap((text) => {
			const holder = text.parentElement;
			if (!holder?.checkVisibility({ visibilityProperty: true })) return [];
			const range = document.createRange();
			range.selectNodeContents(text);
			const { right } = range.getBoundingClientRect();
			const block = blockOf(holder);
			const box = block.getBoundingClientRect();
			const by = right - box.right;
			// A label without a width of its own stands on a point of a scale.
			return by > 1 && box.width > 1 && !own(holder) ? [said('text spills', block, by)] : [];
		});
		const column = document.querySelector('#content')?.getBoundingClientRect();
		const margin = 16;
		const edge = column ? column.right - margin : Infinity;
		const outside = [...document.querySelectorAll('#content *:not(.full, .full *)')].flatMap(
			(element) => {
				const { right, width } = element.getBoundingClientRect();
				return width > 1 && right > edge + 1 && element.checkVisibility() && !own(element)
					? [said('out of its column', element, right - edge)]
					: [];
			},
		);
		return [...new Set([...spilt, ...outside])];
	});
	expect(faults).toEqual([]);
}
