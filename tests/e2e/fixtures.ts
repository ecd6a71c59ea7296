import AxeBuilder from '@axe-core/playwright';
import { expect, test as base, type BrowserContext, type Page } from '@playwright/test';
import type { Role } from '../../src/lib/contracts/accounts';
import { accountOf, serverAddress } from './environment';

export { expect };

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>;

interface TestFixtures {
	/** Signs the test's browser in as the province's holder of the role, without a page. */
	signIn: (role: Role) => Promise<void>;
	/** What went wrong on the page so far: errors in the console, requests to other hosts. */
	pageFaults: string[];
}

interface WorkerFixtures {
	sessionOf: (role: Role) => Promise<Cookies>;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
	sessionOf: [
		async ({ browser }, use) => {
			const sessions = new Map<Role, Cookies>();
			await use(async (role) => {
				const known = sessions.get(role);
				if (known) return known;
				const context = await browser.newContext();
				const answer = await context.request.post(`${serverAddress}/dang-nhap`, {
					form: accountOf(role),
					headers: { origin: serverAddress },
				});
				expect(answer.ok()).toBe(true);
				const cookies = await context.cookies();
				await context.close();
				sessions.set(role, cookies);
				return cookies;
			});
		},
		{ scope: 'worker' },
	],
	signIn: async ({ context, sessionOf }, use) => {
		await use(async (role) => context.addCookies(await sessionOf(role)));
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

/** WCAG 2.2 AA and axe's own good practices, on the page as it is now. */
export async function expectNoAxeViolations(page: Page): Promise<void> {
	const { violations } = await new AxeBuilder({ page }).analyze();
	const found = violations.flatMap(({ id, nodes }) =>
		nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary ?? ''}`),
	);
	expect(found).toEqual([]);
}

/** Nothing is wider than the screen. */
export async function expectNoSidewaysScrolling(page: Page): Promise<void> {
	const { content, screen } = await page.evaluate(() => ({
		content: document.documentElement.scrollWidth,
		screen: document.documentElement.clientWidth,
	}));
	expect(content).toBeLessThanOrEqual(screen);
}
