// @ts-check
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { constants } from 'node:zlib';
import compression from 'compression';
import { ownBuild } from './own-build.js';
import { root } from './prepare.js';

/**
 * Owns the HTTP server: SvelteKit answers its requests, and `hooks.server.ts` finds it under the
 * symbol and attaches the sockets.
 */
process.chdir(root);

/**
 * @param {string} message one line: what is wrong and what to do
 * @returns {never}
 */
function fail(message) {
	console.error(message);
	process.exit(1);
}

/** What SvelteKit's side leaves behind once it has started: `App` of src/lib/server/app.ts. */
const application = () =>
	/** @type {Record<symbol, { drain?: () => Promise<void>, stop?: () => Promise<void> } | undefined>} */ (
		globalThis
	)[Symbol.for('nhip-so.app')];

/** Public pages that are kept: `PageCache` of src/lib/server/page-cache. */
const pages = () =>
	/** @type {Record<symbol, { serve: (...given: [...Parameters<import('node:http').RequestListener>, typeof protect]) => boolean } | undefined>} */ (
		globalThis
	)[Symbol.for('nhip-so.page-cache')];

const host = process.env.HOST || '0.0.0.0';
const port = Number(process.env.PORT || 3000);
if (!Number.isInteger(port) || port < 0 || port > 65535)
	fail(`PORT should be a number up to 65535, not "${process.env.PORT}". Correct it and try again.`);

// A batch of 1,000 reports is larger than what SvelteKit takes by default.
process.env.BODY_SIZE_LIMIT ||= '12M';
if (!/^\d+[KMG]?$/i.test(process.env.BODY_SIZE_LIMIT))
	fail('BODY_SIZE_LIMIT should be a number of bytes, or one like 512K or 8M. Correct it.');

const origin = process.env.ORIGIN;
if (origin && !/^https?:\/\/[^/]+\/?$/.test(origin))
	fail(`ORIGIN should be like https://nhipso.example.vn, not "${origin}". Correct it.`);

// Without ORIGIN we are what the browser asked for, over plain HTTP: whether it says localhost,
// 127.0.0.1 or a name on the local network. The header is ours: a client's own is overwritten.
const protocolHeader = 'x-nhip-so-protocol';
if (!origin) {
	delete process.env.ORIGIN;
	process.env.PROTOCOL_HEADER ||= protocolHeader;
}

if (!existsSync(join(root, 'build', 'handler.js')))
	fail('There is no build yet. Run: npm run build');
const build = ownBuild(join(root, 'build'), join(root, '.svelte-kit', 'running'));

let stopping = false;

/** On every answer, whoever gives it: pages, files, errors, sockets. */
const headers = {
	'X-Content-Type-Options': 'nosniff',
	...(origin?.startsWith('https:') && { 'Strict-Transport-Security': 'max-age=31536000' }),
};
const headerLines = Object.entries(headers)
	.map(([name, value]) => `${name}: ${value}\r\n`)
	.join('');

/** @param {import('node:http').ServerResponse} response */
function protect(response) {
	for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
	const writeHead = response.writeHead.bind(response);
	/** @param {number} status @param {...unknown} rest */
	const named = (status, ...rest) => {
		for (const given of rest)
			if (typeof given === 'object' && given && !Array.isArray(given))
				for (const [name, value] of Object.entries(given)) response.setHeader(name, value);
		const type = response.getHeader('content-type');
		if (typeof type === 'string' && /^text\/[^;]+$/.test(type))
			response.setHeader('content-type', `${type}; charset=utf-8`);
		if (stopping) response.setHeader('connection', 'close');
		return writeHead(status);
	};
	Object.assign(response, { writeHead: named });
}

/** @param {import('node:stream').Duplex} socket */
function protectFirstWrite(socket) {
	const write = socket.write.bind(socket);
	/** @param {unknown} chunk @param {...unknown} rest */
	const first = (chunk, ...rest) => {
		Object.assign(socket, { write });
		const given = typeof chunk === 'string' ? chunk.replace('\r\n', `\r\n${headerLines}`) : chunk;
		return Reflect.apply(write, socket, [given, ...rest]);
	};
	Object.assign(socket, { write: first });
}

/** Pages and data that are written anew for whoever asks: fast rather than smallest. */
const compress = compression({
	level: 5,
	brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
});

const server = createServer();
/** Screens that come back all at once wait to be let in: beyond Node's 511 they would be turned away. */
const waitingRoom = 4_096;
// Longer than a proxy keeps its connections: one that is just being used must not be closed by us.
server.keepAliveTimeout = 75_000;
/** @type {Record<symbol, unknown>} */ (globalThis)[Symbol.for('nhip-so.http-server')] = server;

/** @type {Set<import('node:net').Socket>} */
const connections = new Set();
server.on('connection', (connection) => {
	connections.add(connection);
	connection.once('close', () => connections.delete(connection));
});
/** Requests that have no answer yet. */
let underWay = 0;

/** Node keeps connections over which nobody ever asked, and sockets: browsers open some in advance. */
function letGo() {
	if (underWay === 0) for (const connection of connections) connection.destroySoon();
}

/**
 * What runs is finished: requests get their answers first, then the database is closed.
 * @param {number} code
 */
async function stop(code) {
	if (stopping) return;
	stopping = true;
	// A request that hangs must not keep the process: the database is safe to be cut off.
	setTimeout(() => {
		const time = new Date().toISOString();
		console.error(JSON.stringify({ time, level: 'warn', event: 'stop.cut', requests: underWay }));
		process.exit(code);
	}, 4500).unref();
	await application()?.drain?.();
	// What was sent before anybody could know that we end is answered too.
	await new Promise((resolve) => setTimeout(resolve, 300));
	const closed = new Promise((resolve) => server.close(resolve));
	letGo();
	await closed;
	await application()?.stop?.();
	process.exit(code);
}
process.on('SIGTERM', () => stop(0));
process.on('SIGINT', () => stop(0));

/**
 * The last net: nothing should get here, and what does leaves the process in a state that nobody
 * knows. Its message may repeat what people entered, so it isn't written down.
 * @param {unknown} thrown
 */
function fallen(thrown) {
	const error = thrown instanceof Error ? thrown : new Error();
	const stack = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
	const time = new Date().toISOString();
	console.error(
		JSON.stringify({ time, level: 'fatal', event: 'uncaught', error: error.name, stack }),
	);
	void stop(1);
}

server.on('error', async (error) => {
	await application()?.stop?.();
	const { code } = /** @type {NodeJS.ErrnoException} */ (error);
	if (code === 'EADDRINUSE')
		fail(
			`Port ${port} is taken. Stop the other program, or choose another port: PORT=3001 npm start`,
		);
	if (code === 'EACCES')
		fail(`Port ${port} may not be opened by this account. Choose one above 1023.`);
	if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
		fail(`HOST=${host} is no address of this machine. Use 0.0.0.0 for all, or 127.0.0.1.`);
	fail(`Cannot listen on ${host}:${port}: ${error.message}`);
});

try {
	const { handler } = await import(pathToFileURL(join(build, 'handler.js')).href);
	server.on('request', (request, response) => {
		request.headers[protocolHeader] = 'http';
		underWay += 1;
		response.once('close', () => {
			underWay -= 1;
			if (!server.listening) letGo();
		});
		// Who ends has each answer say that its connection does.
		if (!stopping && pages()?.serve(request, response, protect)) return;
		protect(response);
		compress(request, response, () => handler(request, response));
	});
	// Sockets and broken requests are answered below the level of responses.
	server.prependListener('upgrade', (_request, socket) => protectFirstWrite(socket));
	server.on('clientError', (_error, socket) => {
		if (!socket.writable) return socket.destroy();
		socket.end(`HTTP/1.1 400 Bad Request\r\nConnection: close\r\n${headerLines}\r\n`);
	});
} catch (error) {
	if (error instanceof Error && error.name === 'StartError') fail(error.message);
	throw error;
}
process.on('uncaughtException', fallen);
process.on('unhandledRejection', fallen);
if (!stopping)
	server.listen({ port, host, backlog: waitingRoom }, () => {
		const address = server.address();
		const taken = typeof address === 'object' && address ? address.port : port;
		console.log(`Nhịp Số: ${origin || `http://localhost:${taken}`}`);
	});
