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
	await runAsRoot('apt-get', 'update', '--quiet');
	for (const name of ['chromium-headless-shell', 'chromium'])
		if ((await runAsRoot('apt-get', 'install', '--yes', '--quiet', name)) && starts()) return true;
	console.error('There is no browser. Install Chromium, or set CHROMIUM_PATH to one.');
	return false;
}

/**
 * @param {string} program
 * @param {string[]} parameters
 */
async function runAsRoot(program, ...parameters) {
	const code =
		process.getuid?.() === 0
			? await run(program, parameters)
			: await run('sudo', ['--non-interactive', program, ...parameters]);
	return code === 0;
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
