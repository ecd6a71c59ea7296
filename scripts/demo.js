// @ts-check
import { spawn } from 'node:child_process';
import {
	accessSync,
	closeSync,
	constants,
	existsSync,
	mkdirSync,
	openSync,
	readFileSync,
} from 'node:fs';
import { connect, createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { buildIfNeeded, installIfNeeded, requireNode, root } from './prepare.js';

/**
 * `npm run demo`: everything from a fresh checkout to a moving map. The server runs in this very
 * process; the simulator is a child that ends when its parent does, however that comes about.
 */
requireNode();
process.chdir(root);
process.env.DEMO = '1';
process.env.DATA_DIR ||= join('.data', 'demo');
const dataDirectory = resolve(process.env.DATA_DIR);
const stateFile = join(dataDirectory, 'demo-state.json');

/**
 * @param {string} message one line: what is wrong and what to do
 * @returns {never}
 */
function fail(message) {
	console.error(message);
	process.exit(1);
}

/** @param {unknown} error */
const codeOf = (error) => /** @type {NodeJS.ErrnoException} */ (error).code;

/** What can't work is said before anything takes long. */
requireFolder();
await requirePort();
if (process.env.DATABASE_URL) await requireDatabaseServer(process.env.DATABASE_URL);
else requireFreeDatabase();

if (!(await installIfNeeded())) fail('The packages could not be installed: see above.');
if (!(await buildIfNeeded())) fail('The program could not be built: see above.');
if (!isFilled()) {
	console.log('Filling the demo province; this takes about a minute …');
	const code = await fill();
	if (code !== 0) process.exit(code);
}

const port = Number(process.env.PORT);
const host = process.env.HOST || '0.0.0.0';
const here = `http://${['0.0.0.0', '::'].includes(host) ? '127.0.0.1' : host}:${port}`;
const started = performance.now();
await import('./start.js');
await firstPage();
/** @param {number} milliseconds */
const seconds = (milliseconds) => (milliseconds / 1000).toFixed(1);
greet(
	`First page after ${seconds(performance.now())} s, ${seconds(performance.now() - started)} s of them for the server.`,
);
simulate();

function requireFolder() {
	try {
		mkdirSync(dataDirectory, { recursive: true });
		accessSync(dataDirectory, constants.W_OK);
	} catch (error) {
		fail(
			`${dataDirectory} can not be written to (${codeOf(error)}). Choose another place: DATA_DIR.`,
		);
	}
}

/** Also settles on a port when PORT is 0. */
async function requirePort() {
	const wanted = Number(process.env.PORT || 3000);
	if (!Number.isInteger(wanted) || wanted < 0 || wanted > 65535)
		fail(
			`PORT should be a number up to 65535, not "${process.env.PORT}". Correct it and try again.`,
		);
	const probe = createServer();
	const problem = await new Promise((settle) => {
		probe.once('error', settle);
		probe.listen(wanted, process.env.HOST || '0.0.0.0', () => settle(undefined));
	});
	if (codeOf(problem ?? {}) === 'EADDRINUSE')
		fail(
			`Port ${wanted} is taken. Stop the other program, or choose another port: PORT=3001 npm run demo`,
		);
	if (problem)
		fail(`Port ${wanted} can not be opened (${codeOf(problem)}). Choose others: PORT, HOST.`);
	const address = probe.address();
	process.env.PORT = String(typeof address === 'object' && address ? address.port : wanted);
	await new Promise((settle) => probe.close(settle));
}

/** @param {string} address */
async function requireDatabaseServer(address) {
	if (!URL.canParse(address))
		fail('DATABASE_URL should be like postgres://user:password@host/name.');
	const { hostname, port: databasePort } = new URL(address);
	// Without a host it means a socket of this machine, which the fill will try.
	if (!hostname) return;
	const problem = await new Promise((settle) => {
		const socket = connect({ host: hostname, port: Number(databasePort || 5432), timeout: 5000 });
		socket.once('connect', () => settle(undefined));
		socket.once('timeout', () => settle({ code: 'ETIMEDOUT' }));
		socket.once('error', settle);
		socket.once('connect', () => socket.destroy());
	});
	if (problem)
		fail(
			`The database at DATABASE_URL cannot be reached (${codeOf(problem)}). Is the server running, and are host and port right?`,
		);
}

/** The program itself makes sure of this; here it is only said early. */
function requireFreeDatabase() {
	const lock = join(dataDirectory, 'database.lock');
	const holder = existsSync(lock) ? Number(readFileSync(lock, 'utf8')) : 0;
	if (!Number.isInteger(holder) || holder <= 0) return;
	try {
		process.kill(holder, 0);
	} catch (error) {
		if (codeOf(error) !== 'EPERM') return;
	}
	fail(
		`The embedded database in ${dataDirectory} is in use by process ${holder}. Stop it first, or choose another place: DATA_DIR.`,
	);
}

/** What a fill leaves behind at its very end; a PostgreSQL server is asked itself. */
function isFilled() {
	if (process.env.DATABASE_URL) return false;
	return existsSync(stateFile) && existsSync(join(dataDirectory, 'database', 'PG_VERSION'));
}

/**
 * The command line as a child that never outlives us.
 * @param {string[]} words
 * @param {import('node:child_process').StdioOptions} stdio
 */
function cli(words, stdio) {
	const parameters = ['--import', 'tsx', join('src', 'cli', 'main.ts'), ...words];
	const child = spawn(process.execPath, parameters, { cwd: root, stdio });
	process.once('exit', () => child.kill());
	return child;
}

/** @returns {Promise<number>} the exit code */
function fill() {
	/** @type {(signal: NodeJS.Signals) => never} */
	const leave = () => process.exit(1);
	for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.once(signal, leave);
	return new Promise((settle) => {
		cli(['demo', 'fill'], 'inherit').once('exit', (code) => {
			for (const signal of ['SIGINT', 'SIGTERM']) process.off(signal, leave);
			settle(code ?? 1);
		});
	});
}

async function firstPage() {
	for (;;) {
		const answer = await fetch(`${here}/`).catch(() => undefined);
		await answer?.arrayBuffer();
		if (answer) return;
		await sleep(100);
	}
}

/** @param {string} speed */
function greet(speed) {
	/** @type {{ password: string, signIns: { name: string, displayName: string, role: string }[] }} */
	const { password, signIns } = JSON.parse(readFileSync(stateFile, 'utf8'));
	const address = process.env.ORIGIN?.replace(/\/$/, '') || `http://localhost:${port}`;
	const lines = [
		'',
		'Nhịp Số – dữ liệu minh họa: a made-up province, with people at work in it.',
		'',
		`  Map               ${address}/`,
		`  In English        ${address}/en`,
		`  Wall (signed in)  ${address}/man-hinh-lon`,
		`  Sign in           ${address}/dang-nhap`,
		'',
		`  Password of all these: ${password}`,
		...signIns.map(
			({ name, displayName, role }) => `  ${name.padEnd(13)} ${role.padEnd(14)} ${displayName}`,
		),
		'',
		`${speed} Ctrl-C ends it.`,
		'',
	];
	console.log(lines.join('\n'));
}

/** Its log is its own file: here it would push the sign-ins off the screen. */
function simulate() {
	const path = join(dataDirectory, 'demo-simulator.log');
	const log = openSync(path, 'w');
	const simulator = cli(['demo', 'simulate', '--url', here], ['ignore', log, log, 'ipc']);
	closeSync(log);
	simulator.once('error', (error) =>
		console.error(`The simulator did not start: ${error.message}`),
	);
	simulator.once('exit', (code) => {
		if (code) console.error(`The simulator ended with an error: see ${path}`);
	});
}
