import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { logOf, serverPorts } from './environment';
import { fillProvince } from './province';

/**
 * The built server with the demo province, once for each worker and each in a database of its own,
 * until it is told to end.
 */
const folder = mkdtempSync(join(tmpdir(), 'nhip-so-e2e-'));
const logs = serverPorts.map((port) => logOf(`http://127.0.0.1:${port}`));
process.on('exit', () => {
	for (const path of [folder, ...logs]) rmSync(path, { recursive: true, force: true });
});
const directoryOf = (index: number) => join(folder, String(index));
const environmentOf = (index: number) => ({
	...process.env,
	DATA_DIR: directoryOf(index),
	DATABASE_URL: '',
	ORIGIN: '',
	DEMO: '1',
	HOST: '0.0.0.0',
	PORT: String(serverPorts[index]),
});

/** One that somebody has filled already, else our own. */
const filled = process.env.FILLED_PROVINCE ?? directoryOf(0);
if (filled === directoryOf(0)) await fillProvince(filled);
for (const index of serverPorts.keys())
	if (directoryOf(index) !== filled) cpSync(filled, directoryOf(index), { recursive: true });

const servers: ChildProcess[] = [];
for (const signal of ['SIGTERM', 'SIGINT'] as const)
	process.on(signal, () => {
		for (const server of servers) server.kill(signal);
	});
const last = serverPorts.length - 1;
await Promise.all([...serverPorts.keys()].slice(0, last).map(startServer));
await startServer(last);

async function startServer(index: number) {
	const server = spawn(process.execPath, ['scripts/start.js'], {
		env: environmentOf(index),
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	servers.push(server);
	server.stderr.pipe(process.stderr, { end: false });
	server.stderr.pipe(createWriteStream(logs[index] ?? ''));
	server.on('exit', (code) => {
		if (servers.every(({ exitCode, signalCode }) => exitCode !== null || signalCode !== null))
			process.exit(code ?? 1);
	});
	// Its first line is its address: it listens.
	await once(server.stdout, 'data');
	server.stdout.resume();
}
