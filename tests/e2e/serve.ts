import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addAccount } from '../../src/lib/accounts/administration/add-account.server';
import { homeUnit } from '../../src/lib/admin-units/home.server';
import { roles } from '../../src/lib/contracts/accounts';
import { localDay } from '../../src/lib/contracts/local-time';
import { openDatabase } from '../../src/lib/server/db/client';
import { leastCanaries, plantCanaries } from './canaries';
import { accountOf, ownAccount, serverPorts } from './environment';

/**
 * The built server with the demo province, once for each worker and each in a database of its own,
 * until it is told to end.
 */
const folder = mkdtempSync(join(tmpdir(), 'nhip-so-e2e-'));
process.on('exit', () => {
	rmSync(folder, { recursive: true, force: true });
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

const fill = spawnSync(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', 'demo', 'fill'], {
	env: environmentOf(0),
	stdio: ['ignore', 'ignore', 'inherit'],
});
if (fill.status !== 0) process.exit(fill.status ?? 1);
await addAccounts();
await hideCanaries();
for (const index of serverPorts.keys())
	if (index > 0) cpSync(directoryOf(0), directoryOf(index), { recursive: true });

const servers: ChildProcess[] = [];
for (const signal of ['SIGTERM', 'SIGINT'] as const)
	process.on(signal, () => {
		for (const server of servers) server.kill(signal);
	});
for (const index of serverPorts.keys()) await startServer(index);

async function startServer(index: number) {
	const server = spawn(process.execPath, ['scripts/start.js'], {
		env: environmentOf(index),
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	servers.push(server);
	server.on('exit', (code) => {
		if (servers.every(({ exitCode, signalCode }) => exitCode !== null || signalCode !== null))
			process.exit(code ?? 1);
	});
	// Its first line is its address: it listens.
	await once(server.stdout, 'data');
	server.stdout.resume();
}

/** Before the folder is copied: every server has them. */
async function hideCanaries() {
	const handle = await openDatabase({ dataDirectory: directoryOf(0) });
	try {
		const planted = await plantCanaries(handle.database);
		if (planted < leastCanaries) throw new Error(`Only ${planted} canaries found a row.`);
	} finally {
		await handle.close();
	}
}

async function addAccounts() {
	const handle = await openDatabase({ dataDirectory: directoryOf(0) });
	try {
		const home = await homeUnit(handle.database, undefined, localDay(new Date()));
		if (!home) throw new Error('The demo province is missing.');
		for (const role of roles)
			await addAccount(handle.database, null, {
				...accountOf(role),
				displayName: `E2E ${role}`,
				passwordTemporary: false,
				grants: [{ role, unitId: home.id }],
			});
		await addAccount(handle.database, null, {
			...ownAccount,
			displayName: 'E2E own',
			passwordTemporary: false,
			grants: [{ role: 'viewer', unitId: home.id }],
		});
	} finally {
		await handle.close();
	}
}
