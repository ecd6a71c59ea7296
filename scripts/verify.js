// @ts-check
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { installBrowserIfNeeded } from './browser.js';
import { buildIfNeeded, installIfNeeded, requireNode, root, run } from './prepare.js';

/**
 * Everything that must hold, from a fresh checkout on. A step that fails doesn't stop those that
 * don't need it. The last line counts: each test as one, each check without tests as one.
 */
requireNode();

const ci = process.env.CI === 'true' || process.env.CI === '1';
const realData = process.env.REAL_DATA_DIR && resolve(root, process.env.REAL_DATA_DIR);
const reports = mkdtempSync(join(tmpdir(), 'nhip-so-verify-'));
process.on('exit', () => rmSync(reports, { recursive: true, force: true }));

const counts = { passed: 0, failed: 0, skipped: 0 };
/** @type {string[]} */
const failedSteps = [];

/**
 * @param {string} name
 * @param {() => Promise<boolean>} work answers whether all went well
 */
async function step(name, work) {
	console.log(`\n▶ ${name}`);
	const began = Date.now();
	const ok = await work();
	const seconds = ((Date.now() - began) / 1000).toFixed(1);
	console.log(`${ok ? '✔' : '✘'} ${name}: ${seconds} s`);
	if (!ok) failedSteps.push(name);
	return ok;
}

/** @param {boolean} ok */
function countOne(ok) {
	counts[ok ? 'passed' : 'failed']++;
	return ok;
}

/**
 * A check that counts as one.
 * @param {string} name
 * @param {() => Promise<boolean>} work
 */
const check = (name, work) => step(name, async () => countOne(await work()));

/**
 * @param {string} path inside node_modules
 * @param {...string} parameters
 */
const tool = async (path, ...parameters) =>
	(await run(process.execPath, [join(root, 'node_modules', path), ...parameters], environment)) ===
	0;

/** @type {NodeJS.ProcessEnv} */
const environment = {
	...process.env,
	...(realData ? { REAL_DATA_DIR: realData } : {}),
	...(process.stdout.isTTY ? {} : { NO_COLOR: '1' }),
};

/**
 * Adds what a runner reports. A runner that fails without a failed test (a file that can't be read,
 * an error outside of tests) counts as one failure.
 * @param {boolean} ok
 * @param {string} file
 * @param {(report: any) => typeof counts} read
 */
function countReport(ok, file, read) {
	/** @type {typeof counts} */
	let found = { passed: 0, failed: 0, skipped: 0 };
	try {
		found = read(JSON.parse(readFileSync(file, 'utf8')));
	} catch (error) {
		console.error(`No report of the tests: ${error}`);
		ok = false;
	}
	if (!ok && found.failed === 0) found.failed = 1;
	counts.passed += found.passed;
	counts.failed += found.failed;
	counts.skipped += found.skipped;
	return ok && found.failed === 0;
}

/**
 * @param {string} name
 * @param {string} project of vite.config.ts
 */
const vitest = (name, project) =>
	step(name, async () => {
		const file = join(reports, `${project}.json`);
		const ok = await tool(
			'vitest/vitest.mjs',
			'run',
			`--project=${project}`,
			'--reporter=default',
			'--reporter=json',
			`--outputFile.json=${file}`,
		);
		return countReport(ok, file, (report) => ({
			passed: report.numPassedTests,
			failed: report.numFailedTests,
			skipped: report.numPendingTests + report.numTodoTests,
		}));
	});

/** @returns {Promise<number>} */
const freePort = () =>
	new Promise((resolve, reject) => {
		const probe = createServer();
		probe.once('error', reject);
		probe.listen(0, '127.0.0.1', () => {
			const address = probe.address();
			probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
		});
	});

async function endToEnd() {
	const file = join(reports, 'e2e.json');
	environment.PLAYWRIGHT_JSON_OUTPUT_FILE = file;
	environment.E2E_PORT = String(await freePort());
	const ok = await tool('@playwright/test/cli.js', 'test');
	return countReport(ok, file, ({ stats }) => ({
		passed: stats.expected + stats.flaky,
		failed: stats.unexpected,
		skipped: stats.skipped,
	}));
}

async function verify() {
	if (!(await step('install', installIfNeeded))) {
		counts.failed++;
		return;
	}
	await check('formatting', () => tool('prettier/bin/prettier.cjs', '--check', '.'));
	await check('lint', () => tool('eslint/bin/eslint.js', '.', '--max-warnings=0'));
	await check('types', () => tool('svelte-check/bin/svelte-check', '--fail-on-warnings'));
	await check('types of scripts', () => tool('typescript/bin/tsc', '-p', 'scripts'));
	await vitest('unit tests', 'unit');
	const built = await check('build', buildIfNeeded);
	await vitest('database tests', 'database');
	if (realData) await vitest('real run', 'real');
	if (!built) return;
	if (await step('browser', installBrowserIfNeeded)) await step('end-to-end tests', endToEnd);
	else counts.failed++;
}

await verify();
if (failedSteps.length > 0) console.log(`\nFailed: ${failedSteps.join(', ')}`);
if (ci && counts.skipped > 0) console.log('\nNothing may be skipped in CI.');
if (!realData)
	console.log('\nThe real run was left out: REAL_DATA_DIR names no folder of official files.');
console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exitCode =
	counts.failed > 0 || failedSteps.length > 0 || (ci && counts.skipped > 0) ? 1 : 0;
