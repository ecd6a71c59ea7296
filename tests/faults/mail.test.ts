import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { eq, sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { localDay } from '../../src/lib/contracts/local-time';
import { ensurePeriods } from '../../src/lib/reports/periods/periods.server';
import { openDatabase } from '../../src/lib/server/db/client';
import { account } from '../../src/lib/server/db/schema';
import { createPostgresDatabase } from '../database';
import { makeProvince } from '../database/province';
import { startServerProcess } from './server-process';

it('starts and answers while a mail server that was called for reminders says nothing', async () => {
	const databaseUrl = await createPostgresDatabase();
	const handle = await openDatabase({ databaseUrl, dataDirectory: tmpdir() });
	const { database } = handle;
	const { reporter } = await makeProvince(database, { communes: 1, villages: 1 });
	const email = 'can.bo@example.vn';
	await database.update(account).set({ email }).where(eq(account.id, reporter.accountId));
	await ensurePeriods(database, [localDay(new Date()).slice(0, 7)]);
	await database.execute(sql`update period_due_date set due_at = now()`);
	await handle.close();

	const silent = createServer().listen(0, '127.0.0.1');
	const called = new Promise<Socket>((resolve) => silent.once('connection', resolve));
	await once(silent, 'listening');
	const { port } = silent.address() as AddressInfo;
	const server = await startServerProcess({
		DATABASE_URL: databaseUrl,
		SMTP_URL: `smtp://127.0.0.1:${port}`,
		MAIL_FROM: 'nhac@example.vn',
	});
	const socket = await called;
	expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
	expect(socket.readyState).toBe('open');
	await server.kill();
	silent.close();
});
