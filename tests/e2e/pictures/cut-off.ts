import type { Page } from '@playwright/test';
import { reach } from '../../../src/lib/coverage/wall/drift';

/** Texts of a wall beyond the screen's edge while everything lies as far from its place as it ever does, lest it burn in. */
export const cutOff = (page: Page): Promise<string[]> =>
	page.evaluate(async (reach) => {
		await document.fonts.ready;
		const wall = document.querySelector<HTMLElement>('.wall');
		const pixel = Math.max(1, Math.round(Math.min(innerWidth / 1920, innerHeight / 1080)));
		const sides = ['--shift-x', '--shift-y'];
		const own = sides.map((side) => wall?.style.getPropertyValue(side) ?? '');
		const found = [-reach, reach].flatMap((shift) => {
			for (const side of sides) wall?.style.setProperty(side, `${shift * pixel}px`);
			return [...document.querySelectorAll('.wall *')]
				.filter((element) =>
					[...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()),
				)
				.filter((element) => !element.closest('.visually-hidden, dialog, .scene:not(.shown)'))
				.filter((element) => !element.closest('.wall-map.away, .giving-way'))
				.filter((element) => {
					const { left, top, right, bottom } = element.getBoundingClientRect();
					return left < 0 || top < 0 || right > innerWidth || bottom > innerHeight;
				})
				.map((element) => `${element.className}: ${element.textContent}`);
		});
		for (const [index, side] of sides.entries()) wall?.style.setProperty(side, own[index] ?? '');
		return found;
	}, reach);
