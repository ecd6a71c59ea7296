import type { Locator, Page } from '@playwright/test';
import { expect } from './fixtures';

/** More stops than the longest page of a council has. */
const mostStops = 250;

/** What has the focus, in words; null where it is lost. A ring or a change of its ground shows where it is. */
async function stop(page: Page): Promise<{ name: string; isSeen: boolean } | null> {
	return page.evaluate(() => {
		const element = document.activeElement;
		if (!element || element === document.body) return null;
		const { tagName, textContent } = element;
		const { outlineStyle, outlineWidth } = getComputedStyle(element);
		const { top, bottom, left, right } = element.getBoundingClientRect();
		const isOnScreen = bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
		return {
			name: `${tagName} ${element.getAttribute('name') ?? textContent.trim().slice(0, 40)}`,
			isSeen: outlineStyle !== 'none' && parseFloat(outlineWidth) > 0 && isOnScreen,
		};
	});
}

/** Goes on with Tab from where the focus is until it is there; each stop on the way can be seen. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
	await expect(target).toBeVisible();
	for (let stops = 0; stops < mostStops; stops++) {
		if (await target.evaluate((element) => element === document.activeElement)) return;
		await page.keyboard.press('Tab');
		const now = await stop(page);
		// Between the page's end and its beginning stands the browser itself.
		if (now) expect(now.isSeen, `the focus on ${now.name} is seen`).toBe(true);
	}
	throw new Error(`No key leads to ${String(target)}.`);
}

/** Follows a link or presses a button. */
export async function press(page: Page, target: Locator): Promise<void> {
	await tabTo(page, target);
	await page.keyboard.press('Enter');
}

/** Presses what sends a form; when it is answered, the focus is somewhere on the page still. */
export async function send(page: Page, button: Locator): Promise<void> {
	await tabTo(page, button);
	const answered = page.waitForResponse((response) => response.request().method() === 'POST');
	await page.keyboard.press('Enter');
	await answered;
	await expect.poll(() => stop(page), 'the focus after a form was sent').not.toBeNull();
}

export async function type(page: Page, field: Locator, text: string): Promise<void> {
	await tabTo(page, field);
	await page.keyboard.press('ControlOrMeta+a');
	await page.keyboard.type(text);
}

/** Of several of which one is chosen, Tab finds the one that is, or the first; arrows go on. */
export async function choose(page: Page, option: Locator): Promise<void> {
	const name = await option.getAttribute('name');
	const group = page.locator(`input[type="radio"][name="${name ?? ''}"]`);
	const chosen = group.and(page.locator(':checked'));
	await tabTo(page, (await chosen.count()) > 0 ? chosen : group.first());
	await page.keyboard.press('Space');
	for (let index = 0; index < (await group.count()); index++) {
		if (await option.isChecked()) return;
		await page.keyboard.press('ArrowDown');
	}
	throw new Error(`No key chooses ${String(option)}.`);
}
