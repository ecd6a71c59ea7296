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
		// The parts of a date have rings of their own, of which the field's style tells nothing.
		const hasRing =
			element.matches('[type="date"]') || (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0);
		return {
			name: `${tagName} ${element.getAttribute('name') ?? textContent.trim().slice(0, 40)}`,
			isSeen: hasRing && isOnScreen,
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

/** Chooses in a list the option that says this. */
export async function pick(page: Page, list: Locator, option: string): Promise<void> {
	await tabTo(page, list);
	await page.keyboard.press('Home');
	for (let left = await list.locator('option').count(); left > 0; left--) {
		if ((await list.locator('option:checked').innerText()).includes(option)) return;
		await page.keyboard.press('ArrowDown');
	}
	throw new Error(`No key chooses ${option}.`);
}

/** @param day as `2026-10-05`: in which order its parts are typed is up to the browser's own language. */
export async function typeDay(page: Page, field: Locator, day: string): Promise<void> {
	await tabTo(page, field);
	await field.fill(day);
}

export async function check(page: Page, box: Locator): Promise<void> {
	await tabTo(page, box);
	await page.keyboard.press('Space');
	await expect(box).toBeChecked();
}

/** What the window for choosing a file looks like, and which keys it takes, is the system's own. */
export async function attach(
	page: Page,
	field: Locator,
	file: { name: string; mimeType: string; buffer: Buffer },
): Promise<void> {
	await tabTo(page, field);
	await field.setInputFiles(file);
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
