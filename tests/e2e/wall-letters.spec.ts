import type { Page } from '@playwright/test';
import { sceneWords } from '../../src/lib/contracts/wall';
import { reach } from '../../src/lib/coverage/wall/drift';
import { expect, expectNoAxeViolations, test } from './fixtures';
import { isLive } from './wall-page';

/** How large a wall's letters are, for those who read them from across the room. */

test('4K shows the same as full HD, twice as large, with no letter below 19 pixels', async ({
	page,
	signIn,
}) => {
	await signIn('viewer');
	const sizes: number[][] = [];
	for (const [width, height] of [
		[1920, 1080],
		[3840, 2160],
	] as const) {
		await page.setViewportSize({ width, height });
		await page.goto('/man-hinh-lon?canh=tinh');
		await isLive(page);
		const measured = await page.evaluate(() => {
			const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
			let smallest = Infinity;
			while (texts.nextNode()) {
				const parent = texts.currentNode.parentElement;
				if (!parent?.checkVisibility() || !texts.currentNode.textContent?.trim()) continue;
				if (parent.closest('.visually-hidden, script, style, dialog')) continue;
				smallest = Math.min(smallest, parseFloat(getComputedStyle(parent).fontSize));
			}
			const headline = document.querySelector('.headline, .words');
			return {
				smallest,
				headline: headline ? parseFloat(getComputedStyle(headline).fontSize) : 0,
			};
		});
		sizes.push([measured.smallest, measured.headline]);
	}
	const [hd = [], uhd = []] = sizes;
	expect(hd[0]).toBeGreaterThanOrEqual(19);
	expect(hd[1]).toBe(168);
	expect(uhd[1]).toBe(336);
	expect(uhd[0]).toBeCloseTo(2 * (hd[0] ?? 0), 1);
});

const wallSizes = [
	{ width: 1920, height: 1080 },
	{ width: 3840, height: 2160 },
	{ width: 5760, height: 1620 },
	{ width: 1280, height: 720 },
];

/** Whoever is at the wall reads its controls, and neighbours are ground alone. */
const nearby = 'fieldset, .tools, .neighbour';
const unseen = '.visually-hidden, dialog, .scene:not(.shown), .wall-map.away';

/** What observes sizes answers within the frame that follows, and what it writes is laid out in the next. */
const isLaidOut = (page: Page, { width, height }: { width: number; height: number }) =>
	page.evaluate(
		async (size) => {
			const frame = { next: () => new Promise(requestAnimationFrame) };
			while (innerWidth !== size.width || innerHeight !== size.height) await frame.next();
			await frame.next();
			await frame.next();
		},
		{ width, height },
	);

/** Sizes of letters as parts of the screen's height, those of drawings too, and what lies beyond its edge or below the footer. */
const measureLetters = (page: Page) =>
	page.evaluate(
		async ({ room, except }) => {
			await document.fonts.ready;
			const part = {
				isCut(element: Element) {
					const { bottom, right } = element.getBoundingClientRect();
					const end = innerHeight * (1 - 64 / 1080);
					return element.closest('.scene') && (bottom > end + room || right > innerWidth + room);
				},
			};
			const drawings = [...document.querySelectorAll('.scene.shown svg')].filter(
				(drawing) => drawing.checkVisibility({ visibilityProperty: true }) && part.isCut(drawing),
			);
			const shown = [...document.querySelectorAll('.wall *')].filter(
				(element) =>
					element.checkVisibility({ visibilityProperty: true }) &&
					!element.closest(except) &&
					[...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()),
			);
			const texts = shown.map((element) => {
				const drawn = element instanceof SVGTextContentElement ? element.getScreenCTM() : null;
				const size = parseFloat(getComputedStyle(element).fontSize) * (drawn?.a ?? 1);
				return {
					text: `${element.tagName}.${element.getAttribute('class')}: ${element.textContent}`,
					part: size / innerHeight,
					isKey: element.matches('.scene.shown .figure, .scene.shown .headline'),
					isCut: drawn === null && part.isCut(element),
				};
			});
			return {
				key: Math.max(...texts.filter(({ isKey }) => isKey).map(({ part }) => part)),
				small: texts.filter(({ part }) => part < 0.02).map(({ text, part }) => `${text} ${part}`),
				cut: texts.filter(({ isCut }) => isCut).map(({ text }) => text),
				cutDrawings: drawings.map(({ outerHTML }) => outerHTML.slice(0, 80)),
			};
		},
		{ room: reach, except: `${nearby}, ${unseen}` },
	);

test('every scene is read from across the room at each size: figures of 6% of the height, no word below 2%', async ({
	page,
	signIn,
}) => {
	await signIn('viewer');
	for (const word of Object.values(sceneWords))
		await test.step(word, async () => {
			await page.goto(`/man-hinh-lon?canh=${word}`);
			await isLive(page);
			for (const size of wallSizes) {
				await page.setViewportSize(size);
				await isLaidOut(page, size);
				const { key, small, cut, cutDrawings } = await measureLetters(page);
				expect(key, `${word} ${size.width}`).toBeGreaterThanOrEqual(0.06);
				expect(small, `${word} ${size.width}`).toEqual([]);
				expect([...cut, ...cutDrawings], `${word} ${size.width}`).toEqual([]);
			}
		});
	await expectNoAxeViolations(page);
});
