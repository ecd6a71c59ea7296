import { defineConfig } from '@playwright/test';
import {
	browserLaunch,
	lastServerAddress,
	serverAddress,
	serverPorts,
} from './tests/e2e/environment';

const long = [
	...['awards', 'lighthouse', 'odd-input', 'pictures', 'wall-letters', 'written-oddly'],
].map((name) => `${name}.spec.ts`);

/** The built server with the demo province, once for each worker: run `npm run build` first. */
export default defineConfig({
	testDir: 'tests/e2e',
	outputDir: 'test-results',
	snapshotPathTemplate: '{testDir}/pictures/golden/{arg}{ext}',
	workers: serverPorts.length,
	// What one worker is at for minutes begins first: it would be at it alone at the end otherwise.
	projects: [
		{ name: 'long', testMatch: long },
		{ name: 'others', testIgnore: long },
	],
	// It ends what hangs: a slow machine needs three times what a quick one does.
	timeout: 180_000,
	// Three browsers, three servers and their databases may share two cores.
	expect: { timeout: 15_000 },
	forbidOnly: process.env.CI === 'true',
	reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? [['line'], ['json']] : [['line']],
	webServer: {
		command: 'node --import tsx tests/e2e/serve.ts',
		url: `${lastServerAddress}/readyz`,
		timeout: 600_000,
		gracefulShutdown: { signal: 'SIGTERM', timeout: 6000 },
		stdout: 'ignore',
		stderr: 'pipe',
	},
	use: {
		baseURL: serverAddress,
		locale: 'vi-VN',
		timezoneId: 'Asia/Ho_Chi_Minh',
		launchOptions: browserLaunch,
	},
});
