// @ts-check
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { installBrowserIfNeeded } from './browser.js';
import { buildIfNeeded, installIfNeeded, printed, requireNode, root, run } from './prepare.js';

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
/** @type {{ name: string, seconds: number, ok: boolean }[]} */
const steps = [];
/** What to look at, told once more at the end: the runners' own words are far above by then. @type {Failure[]} */
const failures = [];
const secondsSince = (/** @type {number} */ began) => (Date.now() - began) / 1000;

/**
 * @param {string} name
 * @param {() => Promise<boolean>} work answers whether all went well
 */
async function step(name, work) {
	const besideOthers = printed.getStore() !== undefined;
	if (!besideOthers) console.log(`\n▶ ${name}`);
	const began = Date.now();
	/** @type {Buffer[]} */
	const output = [];
	const ok = await (besideOthers ? printed.run(output, work) : work());
	const seconds = secondsSince(began);
	if (besideOthers) {
		console.log(`\n▶ ${name}`);
		process.stdout.write(Buffer.concat(output));
	}
	console.log(`${ok ? '✔' : '✘'} ${name}: ${seconds.toFixed(1)} s`);
	steps.push({ name, seconds, ok });
	return ok;
}

/**
 * Runs what needs nothing of one another at the same time; what a step prints is shown at its end.
 * @template Result
 * @param {(() => Promise<Result>)[]} works
 */
const sideBySide = (works) => printed.run([], () => Promise.all(works.map((work) => work())));

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
const check = (name, work) =>
	step(name, async () => {
		const ok = countOne(await work());
		if (!ok) failures.push({ test: name, messages: [lastLines(printed.getStore() ?? [])] });
		return ok;
	});

const shownLines = 15;

/** @param {readonly Buffer[]} output */
const lastLines = (output) =>
	Buffer.concat(output).toString().trimEnd().split('\n').slice(-shownLines).join('\n');

/**
 * @param {string[]} flags of Node
 * @param {string} path inside node_modules
 * @param {...string} parameters
 */
const toolWith = async (flags, path, ...parameters) =>
	(await run(
		process.execPath,
		[...flags, join(root, 'node_modules', path), ...parameters],
		environment,
	)) === 0;

/** @param {string} path @param {...string} parameters */
const tool = (path, ...parameters) => toolWith([], path, ...parameters);

/** Types of the whole tree are held at once, close to what Node allows by itself, and very much is thrown away. */
const ofTypes = ['--max-old-space-size=8192', '--max-semi-space-size=128'];
/** Both, so that all is told at once. */
async function lint() {
	const isTyped = await tool('oxlint/bin/oxlint', '--deny-warnings');
	return (await toolWith(ofTypes, 'eslint/bin/eslint.js', '.', '--max-warnings=0')) && isTyped;
}
const checkTypes = () => tool('svelte-check/bin/svelte-check', '--tsgo', '--fail-on-warnings');

/** @type {NodeJS.ProcessEnv} */
const environment = {
	...process.env,
	...(realData ? { REAL_DATA_DIR: realData } : {}),
	...(process.stdout.isTTY ? {} : { NO_COLOR: '1' }),
};

/** @typedef {{ test: string, messages: string[] }} Failure */

/**
 * Adds what a runner reports. A runner that fails without a failed test (a file that can't be read,
 * an error outside of tests) counts as one failure.
 * @param {boolean} ok
 * @param {string} file
 * @param {(report: any) => typeof counts & { failures: Failure[] }} read
 */
function countReport(ok, file, read) {
	/** @type {ReturnType<typeof read>} */
	let found = { passed: 0, failed: 0, skipped: 0, failures: [] };
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
	failures.push(...found.failures);
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
			failures: report.testResults
				.flatMap((/** @type {any} */ result) => result.assertionResults)
				.filter((/** @type {any} */ result) => result.status === 'failed')
				.map((/** @type {any} */ result) => ({
					test: result.fullName,
					messages: result.failureMessages,
				})),
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

/**
 * @param {any} suite of a report of the end-to-end tests
 * @returns {Failure[]}
 */
const failuresIn = ({ suites = [], specs }) => [
	...suites.flatMap(failuresIn),
	...specs
		.filter((/** @type {any} */ { ok }) => !ok)
		.map((/** @type {any} */ { title, tests }) => ({
			test: title,
			messages: tests
				.flatMap((/** @type {any} */ { results }) => results)
				.flatMap((/** @type {any} */ { errors }) => errors)
				.map((/** @type {any} */ { message }) => message),
		})),
];

const province = join(reports, 'province');

/** What the servers of the end-to-end tests, and the demo that is tested, begin with. */
const fillProvince = () => {
	const parameters = ['--import', 'tsx', 'tests/e2e/fill-province.ts', province];
	return check('demo province', async () => (await run(process.execPath, parameters)) === 0);
};

async function endToEnd() {
	const file = join(reports, 'e2e.json');
	environment.PLAYWRIGHT_JSON_OUTPUT_FILE = file;
	// Each worker waits for its browser or its server for half of the time.
	const ports = Array.from({ length: 2 * availableParallelism() }, freePort);
	environment.E2E_PORT = (await Promise.all(ports)).join();
	const ok = await tool('@playwright/test/cli.js', 'test');
	return countReport(ok, file, ({ stats, suites }) => ({
		passed: stats.expected + stats.flaky,
		failed: stats.unexpected,
		skipped: stats.skipped,
		failures: suites.flatMap(failuresIn),
	}));
}

/**
 * All but formatting and the browser; answers whether the province for the browser is there.
 * @param {Promise<boolean>} filled
 */
async function checkAndTest(filled) {
	const linted = check('lint', lint);
	await check('types', checkTypes);
	await check('types of scripts', () => tool('@typescript/native/bin/tsc', '-p', 'scripts'));
	// The runner of these writes them too; by now the lint has read them all.
	await vitest('unit tests', 'unit');
	if (await filled) environment.FILLED_PROVINCE = province;
	// What each of them waits for, the others have the cores for.
	await Promise.all([
		vitest('database tests', 'database'),
		realData && vitest('real run', 'real'),
		linted,
	]);
	return filled;
}

async function verify() {
	if (!(await step('install', installIfNeeded))) {
		counts.failed++;
		return;
	}
	await check('types of routes', () => tool('@sveltejs/kit/svelte-kit.js', 'sync'));
	const [hasBrowser, hasServers] = await sideBySide([
		async () => {
			const ok = await step('browser', installBrowserIfNeeded);
			if (!ok) counts.failed++;
			await check('formatting', () => tool('oxfmt/bin/oxfmt', '--check'));
			return ok;
		},
		// A build writes the types of routes anew, file by file: nobody may be reading them meanwhile.
		async () => {
			const filled = fillProvince();
			const isBuilt = await check('build', buildIfNeeded);
			return (await checkAndTest(filled)) && isBuilt;
		},
	]);
	if (hasBrowser && hasServers) await step('end-to-end tests', endToEnd);
}

/** Those that ran side by side take less time together than one after another. */
function printTimes(/** @type {number} */ all) {
	const width = Math.max(...steps.map(({ name }) => name.length));
	const line = (
		/** @type {string} */ mark,
		/** @type {string} */ name,
		/** @type {number} */ time,
	) => console.log(`${mark} ${name.padEnd(width)} ${time.toFixed(1).padStart(8)} s`);
	console.log('');
	for (const { name, seconds, ok } of steps) line(ok ? '✔' : '✘', name, seconds);
	line(' ', 'all', all);
}

const began = Date.now();
await verify();
printTimes(secondsSince(began));
for (const { test, messages } of failures) {
	console.log(`\n✘ ${test}`);
	for (const message of messages) console.log(message.split('\n').slice(0, shownLines).join('\n'));
}
const failedSteps = steps.filter(({ ok }) => !ok).map(({ name }) => name);
if (failedSteps.length > 0) console.log(`\nFailed: ${failedSteps.join(', ')}`);
if (ci && counts.skipped > 0) console.log('\nNothing may be skipped in CI.');
if (!realData)
	console.log('\nThe real run was left out: REAL_DATA_DIR names no folder of official files.');
if (['nginx', 'openssl'].some((name) => spawnSync(name, ['version']).error))
	console.log('\nThe tests with a real nginx were left out: nginx and openssl are not installed.');
console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exitCode =
	counts.failed > 0 || failedSteps.length > 0 || (ci && counts.skipped > 0) ? 1 : 0;
