import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { LaunchOptions } from '@playwright/test';
import type { Role } from '../../src/lib/contracts/accounts';
import { demoPassword } from '../../src/lib/demo/accounts';

/** What the server under test, the configuration and the specs must agree on. */

/** One server, with a province of its own, for each worker; the specs change what they find. */
export const serverPorts = (process.env.E2E_PORT ?? '3398,3399,3400').split(',').map(Number);
const addressOf = (index: number) => `http://127.0.0.1:${serverPorts.at(index) ?? 0}`;
/** The server of the worker that asks. */
export const serverAddress = addressOf(Number(process.env.TEST_PARALLEL_INDEX ?? 0));
/** Where the server at such an address writes its log. */
export const logOf = (address: string): string =>
	join(tmpdir(), `nhip-so-e2e-${new URL(address).port}.log`);
/** The server that is started once the others are ready. */
export const lastServerAddress = addressOf(-1);

const password = 'chỉ để thử trong máy này';
/** Who looks at pages: the holder of a role, or who sat on the council of the demo's decided season. */
export type Visitor = Role | 'councillor';
/** One account a role, each for the whole province; made when the server is started. */
export const accountOf = (who: Visitor) =>
	who === 'councillor'
		? { name: 'hoidong.thuky', password: demoPassword }
		: { name: `e2e-${who}`, password };

/** Who sits on the council of tests/e2e/awards.spec.ts, each in the committee's role. */
export const councilAccounts = ['chair', 'deputy', 'secretary', 'member'].map((seat) => ({
	...{ name: `e2e-${seat}`, password, seat },
}));

/** The account that tests/e2e/accounts.spec.ts changes the password of. */
export const ownAccount = {
	name: (process.env.E2E_ACCOUNT_NAME ??= 'e2e-own'),
	password: (process.env.E2E_ACCOUNT_PASSWORD ??= password),
};

/** An installed browser; Playwright's own where there is none. */
function installedBrowser(): string | undefined {
	if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
	// The first has no windows to draw: a new page costs it a quarter of what it costs the others.
	const names = [
		'chromium-headless-shell',
		...['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
	];
	const folders = (process.env.PATH ?? '').split(delimiter);
	return names
		.flatMap((name) => folders.map((folder) => join(folder, name)))
		.find((path) => existsSync(path));
}

const executablePath = installedBrowser();
export const browserLaunch: LaunchOptions = {
	...(executablePath === undefined ? {} : { executablePath }),
	args: [
		// Chromium refuses its sandbox to root.
		...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
		'--disable-quic',
		'--disable-background-networking',
		'--disable-component-update',
		'--disable-sync',
		'--no-first-run',
	],
};
