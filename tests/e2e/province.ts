import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { addAccount } from '../../src/lib/accounts/administration/add-account.server';
import { homeUnit } from '../../src/lib/admin-units/home.server';
import { roles } from '../../src/lib/contracts/accounts';
import { localDay } from '../../src/lib/contracts/local-time';
import { openDatabase, type DatabaseHandle } from '../../src/lib/server/db/client';
import { leastCanaries, plantCanaries } from './canaries';
import { accountOf, ownAccount } from './environment';

/** The demo province in a folder, with the accounts and canaries that the tests look for. */
export async function fillProvince(folder: string): Promise<void> {
	const fill = spawn(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', 'demo', 'fill'], {
		env: { ...process.env, DATA_DIR: folder, DATABASE_URL: '', DEMO: '1' },
		stdio: ['ignore', 'ignore', 'inherit'],
	});
	const [code] = (await once(fill, 'exit')) as [number | null];
	if (code !== 0) throw new Error('The demo province was not filled.');
	const handle = await openDatabase({ dataDirectory: folder });
	try {
		await addAccounts(handle);
		const planted = await plantCanaries(handle.database);
		if (planted < leastCanaries) throw new Error(`Only ${planted} canaries found a row.`);
	} finally {
		await handle.close();
	}
}

async function addAccounts({ database }: DatabaseHandle): Promise<void> {
	const home = await homeUnit(database, undefined, localDay(new Date()));
	if (!home) throw new Error('The demo province is missing.');
	for (const role of roles)
		await addAccount(database, null, {
			...accountOf(role),
			displayName: `E2E ${role}`,
			passwordTemporary: false,
			grants: [{ role, unitId: home.id }],
		});
	await addAccount(database, null, {
		...ownAccount,
		displayName: 'E2E own',
		passwordTemporary: false,
		grants: [{ role: 'viewer', unitId: home.id }],
	});
}
