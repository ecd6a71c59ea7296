import { tmpdir } from 'node:os';
import { addToken } from '../../src/lib/accounts/tokens/add-token.server';
import { onceField } from '../../src/lib/contracts/once';
import { ensurePeriods } from '../../src/lib/reports/periods/periods.server';
import { lockChanges } from '../../src/lib/server/change-log';
import { openDatabase, type DatabaseHandle } from '../../src/lib/server/db/client';
import { openSession } from '../database/accounts';
import { makeProvince, reportOf, type TestProvince } from '../database/province';
import { startServerProcess, type ServerProcess } from './server-process';

const period = '2026-10';

export interface ProvinceServer extends ServerProcess {
	/** Lines of the test's own to the server's database. */
	handle: DatabaseHandle;
	province: TestProvince;
	/** Sends a village's report as a program does. */
	sendReport(village: number, able: number): Promise<Response>;
	/** What a person who is signed in reads there. */
	read(path: string): Promise<Response>;
	/** Posts a village's form as a person does, with the page's script or without; its key counts once. */
	postForm(village: number, able: number, key: string, how?: 'with script'): Promise<Response>;
	stop(): Promise<void>;
}

/**
 * The built server on PostgreSQL, with a small province in which people report.
 * @param environment beside its database, or for another way to it.
 */
export async function startProvinceServer(
	databaseUrl: string,
	environment: Record<string, string> = {},
): Promise<ProvinceServer> {
	const handle = await openDatabase({ databaseUrl, dataDirectory: tmpdir() });
	const { database } = handle;
	const province = await makeProvince(database, { communes: 1, villages: 4 });
	await ensurePeriods(database, [period]);
	const { token } = await addToken(database, null, province.reporter.name, 'test');
	const session = await openSession(database, province.reporter.accountId);
	const server = await startServerProcess({ DATABASE_URL: databaseUrl, ...environment });
	const cookie = `session=${session.token}`;
	const report = (village: number, able: number) => {
		const code = province.communes[0]?.villages[village]?.code;
		if (code === undefined) throw new Error('Four villages were made.');
		return { ...reportOf(code, period, able, 100), reason: 'counted again' };
	};
	return {
		...server,
		handle,
		province,
		sendReport: (village, able) =>
			fetch(`${server.url}/api/v1/reports`, {
				method: 'POST',
				headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
				body: JSON.stringify(report(village, able)),
			}),
		read: (path) => fetch(server.url + path, { headers: { cookie } }),
		postForm(village, able, key, how) {
			const { unit, reason, householdSkills } = report(village, able);
			const figures = Object.entries(householdSkills).map(([name, value]): [string, string] => [
				`householdSkills.${name}`,
				String(value),
			]);
			return fetch(`${server.url}/bao-cao/${unit}/${period}?/submit`, {
				method: 'POST',
				headers: {
					cookie,
					origin: server.url,
					...(how && { accept: 'application/json', 'x-sveltekit-action': 'true' }),
				},
				body: new URLSearchParams([...figures, ['reason', reason], [onceField, key]]),
			});
		},
		async stop() {
			await server.kill();
			await handle.close();
		},
	};
}

/** Does something while nobody else can write: the lock that every writer needs is held elsewhere. */
export async function whileWritersWait(
	{ database }: DatabaseHandle,
	work: () => Promise<void>,
): Promise<void> {
	await database.transaction(async (transaction) => {
		await lockChanges(transaction);
		await work();
	});
}
