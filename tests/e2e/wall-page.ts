import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { expect } from './fixtures';

/** What a wall says of its connection. */
export const badge = (page: Page) => page.locator('header').getByRole('status');

export const isLive = (page: Page) =>
	expect(badge(page)).toHaveText('Trực tiếp', { timeout: 15_000 });

/** Whether no channel of any pixel differs by more than 2 of 255: patterns that are uploaded anew may differ by one. */
export async function looksAlike(one: Buffer, other: Buffer): Promise<boolean> {
	const [ofOne, ofOther] = await Promise.all(
		[one, other].map((png) => sharp(png).raw().toBuffer()),
	);
	return (
		ofOne !== undefined &&
		ofOne.length === ofOther?.length &&
		ofOne.every((value, index) => Math.abs(value - (ofOther[index] ?? NaN)) <= 2)
	);
}
