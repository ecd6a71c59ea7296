import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addAccount } from '../../src/lib/accounts/add-account.server';
import { homeUnit } from '../../src/lib/admin-units/home.server';
import { roles } from '../../src/lib/contracts/accounts';
import { localDay } from '../../src/lib/contracts/local-time';
import { openDatabase } from '../../src/lib/server/db/client';
import { accountOf, ownAccount, serverPort } from './environment';

/** The built server with the demo province in a database of its own, until it is told to end. */
const dataDirectory = mkdtempSync(join(tmpdir(), 'nhip-so-e2e-'));
process.on('exit', () => {
	rmSync(dataDirectory, { recursive: true, force: true });
});
const environment = {
	...process.env,
	DATA_DIR: dataDirectory,
	DATABASE_URL: '',
	ORIGIN: '',
	DEMO: '1',
	HOST: '0.0.0.0',
	PORT: String(serverPort),
};

const fill = spawnSync(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', 'demo', 'fill'], {
	env: environment,
	stdio: ['ignore', 'ignore', 'inherit'],
});
if (fill.status !== 0) process.exit(fill.status ?? 1);
await addAccounts();

const server = spawn(process.execPath, ['scripts/start.js'], {
	env: environment,
	stdio: 'inherit',
});
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => server.kill(signal));
server.on('exit', (code) => process.exit(code ?? 1));

async function addAccounts() {
	const handle = await openDatabase({ dataDirectory });
	try {
		const home = await homeUnit(handle.database, undefined, localDay(new Date()));
		if (!home) throw new Error('The demo province is missing.');
		for (const role of roles)
			await addAccount(handle.database, null, {
				...accountOf(role),
				displayName: `E2E ${role}`,
				grants: [{ role, unitId: home.id }],
			});
		await addAccount(handle.database, null, {
			...ownAccount,
			displayName: 'E2E own',
			grants: [{ role: 'viewer', unitId: home.id }],
		});
	} finally {
		await handle.close();
	}
}
