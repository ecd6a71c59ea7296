import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';

/** The built server, listening on a port of this machine alone. */
export async function startProduct(
	port: number,
	settings: Readonly<Record<string, string>>,
): Promise<ChildProcess> {
	const product = spawn(process.execPath, ['scripts/start.js'], {
		env: { ...process.env, ORIGIN: '', HOST: '127.0.0.1', PORT: String(port), ...settings },
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	await once(product.stdout, 'data');
	// What it goes on to say is nobody's, and must not fill the pipe.
	product.stdout.resume();
	return product;
}

export async function freePort(): Promise<number> {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	server.close();
	if (address === null || typeof address === 'string') throw new Error('A port has a number.');
	return address.port;
}
