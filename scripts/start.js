// @ts-check
import { createServer } from 'node:http';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/**
 * Owns the HTTP server: SvelteKit answers its requests, and `hooks.server.ts` finds it under the
 * symbol and attaches the sockets.
 */
const root = dirname(dirname(fileURLToPath(import.meta.url)));
process.chdir(root);

/** @param {string} message */
function fail(message) {
	console.error(message);
	process.exit(1);
}

const handlerFile = join(root, 'build', 'handler.js');
if (!existsSync(handlerFile)) fail('There is no build yet. Run: npm run build');

const host = process.env.HOST || '0.0.0.0';
const port = Number(process.env.PORT || 3000);
// One form of the public address for all: without it every form would be refused over plain HTTP.
process.env.ORIGIN ||= `http://localhost:${port}`;

const server = createServer();
/** @type {any} */ (globalThis)[Symbol.for('nhip-so.http-server')] = server;

server.on('error', (error) => {
	const code = /** @type {NodeJS.ErrnoException} */ (error).code;
	if (code === 'EADDRINUSE')
		fail(
			`Port ${port} is taken. Stop the other program, or choose another port: PORT=3001 npm start`,
		);
	if (code === 'EACCES')
		fail(`Port ${port} may not be opened by this account. Choose one above 1023.`);
	fail(`Cannot listen on ${host}:${port}: ${error.message}`);
});

const { handler } = await import(pathToFileURL(handlerFile).href);
server.on('request', handler);
server.listen(port, host, () => console.log(`Nhịp Số: http://localhost:${port}`));
