// @ts-check
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
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
	/** @type {Record<symbol, { stop?: () => Promise<void> } | undefined>} */ (globalThis)[
		Symbol.for('nhip-so.app')
	];

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

const handlerFile = join(root, 'build', 'handler.js');
if (!existsSync(handlerFile)) fail('There is no build yet. Run: npm run build');

const server = createServer();
// Longer than a proxy keeps its connections: one that is just being used must not be closed by us.
server.keepAliveTimeout = 75_000;
/** @type {Record<symbol, unknown>} */ (globalThis)[Symbol.for('nhip-so.http-server')] = server;

let stopping = false;
async function stop() {
	if (stopping) return;
	stopping = true;
	// A request that hangs must not keep the process: the database is safe to be cut off.
	setTimeout(() => process.exit(0), 4500).unref();
	const closed = new Promise((resolve) => server.close(resolve));
	server.closeIdleConnections();
	setTimeout(() => server.closeAllConnections(), 2000).unref();
	await application()?.stop?.();
	await closed;
	process.exit(0);
}
process.on('SIGTERM', stop);
process.on('SIGINT', stop);

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
	const { handler } = await import(pathToFileURL(handlerFile).href);
	server.on('request', (request, response) => {
		request.headers[protocolHeader] = 'http';
		handler(request, response);
	});
} catch (error) {
	if (error instanceof Error && error.name === 'StartError') fail(error.message);
	throw error;
}
if (!stopping)
	server.listen(port, host, () => {
		const address = server.address();
		const taken = typeof address === 'object' && address ? address.port : port;
		console.log(`Nhịp Số: ${origin || `http://localhost:${taken}`}`);
	});
