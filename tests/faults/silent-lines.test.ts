import { expect, it } from 'vitest';
import { createPostgresDatabase } from '../database';
import { NetworkLine } from './network-line';
import { startProvinceServer } from './province-server';

it('says within 5 s that the lines to PostgreSQL fell silent, and within 15 s that others serve', async () => {
	const databaseUrl = await createPostgresDatabase();
	const address = new URL(databaseUrl);
	const database = `http://${address.host}`;
	const line = await NetworkLine.open(() => database);
	address.host = new URL(line.url).host;
	const server = await startProvinceServer(databaseUrl, { DATABASE_URL: address.href });
	const readyz = async (signal?: AbortSignal) =>
		(await fetch(`${server.url}/readyz`, signal && { signal })).status;
	// All lines are open by then.
	await Promise.all(Array.from({ length: 10 }, () => readyz()));
	line.forget();
	const recovered = AbortSignal.timeout(15_000);
	expect(await readyz(AbortSignal.timeout(5_000))).toBe(503);
	while ((await readyz(recovered)) !== 200);
	await server.stop();
	line.close();
});
