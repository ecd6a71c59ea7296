import type { Browser, BrowserContext, Page } from '@playwright/test';
import { serverAddress } from './environment';
import { expect } from './fixtures';

/** Accounts of the made-up province: a village's leader, and an officer of the commune above. */
export const leader = 'baocao.thon';
export const officer = 'baocao.xa';
export const password = 'demo-nhip-so';

export interface Work {
	forms: Record<string, string[]>;
	catalogue: { indicators: { code: string }[] };
	reports: {
		unit: { code: string; level: string };
		period: string;
		due: string;
		newest: { revision: number; householdSkills: { households: number } } | null;
		earlier: { householdSkills: Record<string, number> } | null;
		log: Record<string, number>;
	}[];
}

export async function signIn(context: BrowserContext, name: string): Promise<void> {
	const answer = await context.request.post(`${serverAddress}/dang-nhap`, {
		form: { name, password },
		headers: { origin: serverAddress },
	});
	expect(answer.ok()).toBe(true);
}

/** A browser of a phone's size, signed in. */
export async function phone(
	browser: Browser,
	name: string,
	options: { javaScriptEnabled?: boolean } = {},
): Promise<BrowserContext> {
	const context = await browser.newContext({
		baseURL: serverAddress,
		viewport: { width: 360, height: 640 },
		...options,
	});
	await signIn(context, name);
	return context;
}

/** Opens a report by its own line of the entry page, wherever in the list that stands. */
export async function openReport(
	page: Page,
	{ unit, period }: { unit: { code: string }; period: string },
): Promise<void> {
	await page.locator(`a[href="#${unit.code}@${period}"]`).click();
}

export async function workOf(context: BrowserContext): Promise<Work> {
	const answer = await context.request.get(`${serverAddress}/api/entry`);
	return (await answer.json()) as Work;
}
