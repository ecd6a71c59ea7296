// @ts-check
import { AsyncLocalStorage } from 'node:async_hooks';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What the other scripts need before anything is installed: so nothing but Node is imported here. */

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Ends the program with one line when this Node is too old to run it. */
export function requireNode() {
	const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
	if (major > 20 || (major === 20 && minor >= 19)) return;
	console.error(`Node ${process.versions.node} is too old. Install Node 20.19 or later.`);
	process.exit(1);
}

/**
 * Where what programs print is collected instead of shown, so that several may run side by side.
 * @type {AsyncLocalStorage<Buffer[]>}
 */
export const printed = new AsyncLocalStorage();

/**
 * Runs a program in the project's folder and shows what it prints.
 * @param {string} program
 * @param {string[]} parameters
 * @param {NodeJS.ProcessEnv} [environment]
 * @returns {Promise<number>} its exit code; 1 when it could not be started or was killed
 */
export function run(program, parameters, environment = process.env) {
	const collected = printed.getStore();
	return new Promise((resolve) => {
		const child = spawn(program, parameters, {
			cwd: root,
			env: environment,
			stdio: collected ? ['ignore', 'pipe', 'pipe'] : 'inherit',
		});
		for (const stream of [child.stdout, child.stderr])
			stream?.on('data', (chunk) => collected?.push(chunk));
		child.once('error', (error) => {
			console.error(`${program}: ${error.message}`);
			resolve(1);
		});
		child.once('close', (code, signal) => {
			if (signal) console.error(`${program} ${parameters[0] ?? ''} was ended by ${signal}.`);
			resolve(code ?? 1);
		});
	});
}

/** @param {string[]} parameters of npm, the same npm that started us where there is one */
export function runNpm(parameters) {
	const npm = process.env.npm_execpath;
	return npm ? run(process.execPath, [npm, ...parameters]) : run('npm', parameters);
}

/**
 * Installs from the lockfile, unless npm's own record says that all of it is there already.
 * @returns {Promise<boolean>} whether the packages are in place
 */
export async function installIfNeeded() {
	if (isInstalled()) return true;
	console.log('Installing packages from package-lock.json …');
	return (await runNpm(['ci'])) === 0;
}

function isInstalled() {
	const installed = readLock(join(root, 'node_modules', '.package-lock.json'));
	const wanted = readLock(join(root, 'package-lock.json'));
	if (!installed || !wanted) return false;
	return Object.entries(wanted).every(
		([path, { version, optional, devOptional }]) =>
			path === '' || optional || devOptional || installed[path]?.version === version,
	);
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean, devOptional?: boolean }> | undefined}
 */
function readLock(file) {
	return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : undefined;
}

/** What a build is made of. */
const sources = ['src', 'static', 'svelte.config.js', 'vite.config.ts', 'package-lock.json'];
const buildStamp = join(root, 'build', '.nhip-so-build');

/**
 * Builds, unless the last build was made from the very same files.
 * @returns {Promise<boolean>} whether `build/` is up to date
 */
export async function buildIfNeeded() {
	const hash = hashSources();
	if (existsSync(buildStamp) && readFileSync(buildStamp, 'utf8') === hash) return true;
	console.log('Building …');
	const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
	const code = await run(process.execPath, [vite, 'build', '--logLevel', 'warn']);
	if (code !== 0) return false;
	writeFileSync(buildStamp, hash);
	return true;
}

function hashSources() {
	const hash = createHash('sha256');
	for (const source of sources)
		for (const file of filesUnder(source))
			hash
				.update(`${file}\0`)
				.update(readFileSync(join(root, file)))
				.update('\0');
	return hash.digest('hex');
}

/**
 * @param {string} path relative to the project
 * @returns {string[]} the file, or the files of the folder but for its tests
 */
function filesUnder(path) {
	const absolute = join(root, path);
	if (!statSync(absolute).isDirectory()) return [path];
	return readdirSync(absolute, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
		.map((entry) => relative(root, join(entry.parentPath, entry.name)))
		.sort();
}
