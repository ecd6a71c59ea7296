import type { Page } from '@playwright/test';
import { expect } from './fixtures';

/**
 * What says something by its ground alone, as a bar does, still has one where the device forces its own
 * colours: else it is as the page behind it. Call it in the page's own colours, and what it answers in forced ones.
 */
export async function groundsOf(page: Page): Promise<() => Promise<void>> {
	const grounds = await page.evaluateHandle(() => {
		const holdsMore = 'svg, img, canvas, video, iframe, input, select, textarea, button, progress';
		return [...document.body.querySelectorAll('*')].filter((element) => {
			const { backgroundColor } = getComputedStyle(element);
			const { width, height } = element.getBoundingClientRect();
			return (
				backgroundColor !== 'rgba(0, 0, 0, 0)' &&
				element.textContent.trim() === '' &&
				!element.matches(holdsMore) &&
				element.querySelector(holdsMore) === null &&
				width > 1 &&
				height > 1 &&
				element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
			);
		});
	});
	return async () => {
		const lost = await grounds.evaluate((all) => {
			const probe = document.body.appendChild(document.createElement('i'));
			probe.style.background = 'Canvas';
			const canvas = getComputedStyle(probe).backgroundColor;
			probe.remove();
			return all
				.filter(
					(element) => element.isConnected && getComputedStyle(element).backgroundColor === canvas,
				)
				.map(
					(element) =>
						`${element.parentElement?.className ?? ''} > ${element.tagName} ${element.className}`,
				);
		});
		await grounds.dispose();
		expect([...new Set(lost)], 'grounds that forced colours take away').toEqual([]);
	};
}
