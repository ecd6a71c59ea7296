import { defineConfig } from '@playwright/test';
import { browserLaunch, serverAddress } from './tests/e2e/environment';

/** The built server with the demo province in a database of its own: run `npm run build` first. */
export default defineConfig({
	testDir: 'tests/e2e',
	outputDir: 'test-results',
	// The specs share one database, and some of them change it.
	workers: 1,
	timeout: 60_000,
	forbidOnly: process.env.CI === 'true',
	reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? [['line'], ['json']] : [['line']],
	webServer: {
		command: 'node --import tsx tests/e2e/serve.ts',
		url: `${serverAddress}/readyz`,
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
		trace: 'retain-on-failure',
	},
});
