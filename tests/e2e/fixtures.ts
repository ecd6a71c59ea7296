import { expect, test as base, type BrowserContext, type Page } from '@playwright/test';
import type axe from 'axe-core';
import { accountOf, serverAddress, type Visitor } from './environment';
import { quickAxe } from './quick-axe';

export { expect };

/** For tests of very many answers: packing them, to unpack them again, would take longer than making them. */
export const unpacked = { extraHTTPHeaders: { 'accept-encoding': 'identity' } };

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>;

interface TestFixtures {
	/** Signs the test's browser in, without a page: as the province's holder of a role, or as who sat on a council. */
	signIn: (who: Visitor) => Promise<void>;
	/** What went wrong on the page so far: errors in the console, requests to other hosts. */
	pageFaults: string[];
}

interface WorkerFixtures {
	sessionOf: (who: Visitor) => Promise<Cookies>;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
	sessionOf: [
		async ({ browser }, use) => {
			const sessions = new Map<Visitor, Cookies>();
			await use(async (who) => {
				const session = sessions.get(who);
				if (session) return session;
				const context = await browser.newContext();
				const answer = await context.request.post(`${serverAddress}/dang-nhap`, {
					form: accountOf(who),
					headers: { origin: serverAddress },
				});
				expect(answer.ok()).toBe(true);
				const cookies = await context.cookies();
				await context.close();
				sessions.set(who, cookies);
				return cookies;
			});
		},
		{ scope: 'worker' },
	],
	signIn: async ({ context, sessionOf }, use) => {
		await use(async (who) => context.addCookies(await sessionOf(who)));
	},
	pageFaults: async ({ page }, use) => {
		const faults: string[] = [];
		page.on('console', (message) => {
			if (message.type() === 'error') faults.push(`console: ${message.text()}`);
		});
		page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
		page.on('request', (request) => {
			const url = new URL(request.url());
			if (/^(https?|wss?):$/.test(url.protocol) && url.host !== new URL(serverAddress).host)
				faults.push(`request to another host: ${request.url()}`);
		});
		await use(faults);
	},
});

declare global {
	interface Window {
		axe: typeof axe;
	}
}

const colourRules = ['color-contrast', 'link-in-text-block'];

/**
 * WCAG 2.2 AA and axe's own good practices, on the page as it is now.
 * @param about colours alone, where nothing else has changed since everything was looked at; all but them
 * where the device chooses them: axe is told the page's own colour of a text, beside the device's ground.
 */
export async function expectNoAxeViolations(
	page: Page,
	about: 'everything' | 'colours' | 'all but colours' = 'everything',
): Promise<void> {
	// Once a page: it is half a megabyte.
	if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(quickAxe);
	const found = await page.evaluate(
		async ([rules, about]) => {
			const { violations } = await window.axe.run({
				resultTypes: ['violations'],
				...(about === 'colours' ? { runOnly: rules } : {}),
				...(about === 'all but colours'
					? { rules: Object.fromEntries(rules.map((rule) => [rule, { enabled: false }])) }
					: {}),
			});
			return violations.flatMap(({ id, nodes }) =>
				nodes.map(
					({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary ?? ''}`,
				),
			);
		},
		[colourRules, about] as const,
	);
	expect(found).toEqual([]);
}

/** The same in light and in dark, where only colours are others. */
export async function expectNoAxeViolationsInEitherScheme(page: Page): Promise<void> {
	await page.emulateMedia({ colorScheme: 'light' });
	await expectNoAxeViolations(page);
	await page.emulateMedia({ colorScheme: 'dark' });
	await expectNoAxeViolations(page, 'colours');
}

/** Nothing is wider than the screen; what is, is named. */
export async function expectNoSidewaysScrolling(page: Page): Promise<void> {
	const tooWide = await page.evaluate(() => {
		const { scrollWidth, clientWidth } = document.documentElement;
		if (scrollWidth <= clientWidth) return [];
		const elements = [...document.body.querySelectorAll('*')]
			.filter((element) => element.getBoundingClientRect().right > clientWidth)
			.map((element) =>
				[element.tagName, element.getAttribute('class'), element.textContent.slice(0, 40)].join(
					' ',
				),
			);
		return [`${scrollWidth} px`, ...elements];
	});
	expect(tooWide).toEqual([]);
}

/** Nor does a part of it scroll sideways by itself, as wide tables do. */
export async function expectAllFits(page: Page): Promise<void> {
	await expectNoSidewaysScrolling(page);
	const scrolling = await page.evaluate(() =>
		[...document.body.querySelectorAll('*')]
			.filter((element) => /auto|scroll/.test(getComputedStyle(element).overflowX))
			.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
			.map(({ tagName, className }) => `${tagName} ${className}`),
	);
	expect(scrolling).toEqual([]);
}
