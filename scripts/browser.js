// @ts-check
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root, run } from './prepare.js';

const playwright = join(root, 'node_modules', 'playwright', 'cli.js');

/**
 * Sees to a browser for the end-to-end tests: one that is installed, else Playwright's own download,
 * else the operating system's package.
 * @returns {Promise<boolean>} whether there is one that starts
 */
export async function installBrowserIfNeeded() {
	if (starts()) return true;
	console.log('No browser found that starts. Downloading the one of Playwright …');
	if ((await run(process.execPath, [playwright, 'install', 'chromium'])) === 0 && starts())
		return true;
	console.log("Trying the operating system's package …");
	const packages = ['apt-get', 'install', '--yes', '--no-install-recommends', 'chromium'];
	const [program = '', ...parameters] =
		process.getuid?.() === 0 ? packages : ['sudo', '--non-interactive', ...packages];
	if ((await run(program, parameters)) === 0 && starts()) return true;
	console.error('There is no browser. Install Chromium, or set CHROMIUM_PATH to one.');
	return false;
}

/** Whether the browser that the tests would use starts, with the options they use. */
function starts() {
	const tryOut = `
		import { chromium } from '@playwright/test';
		import { browserLaunch } from './tests/e2e/environment';
		await (await chromium.launch(browserLaunch)).close();`;
	const { status } = spawnSync(
		process.execPath,
		['--import', 'tsx', '--input-type=module', '--eval', tryOut],
		{ cwd: root, stdio: 'ignore' },
	);
	return status === 0;
}
