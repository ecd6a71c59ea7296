import { tmpdir } from 'node:os';
import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { openDatabase, queryRows, type Database } from '../../src/lib/server/db/client';
import { outageOf } from '../../src/lib/server/db/outage';
import { createPostgresDatabase } from '../database';

it('lets nobody who reads wait for those who wait for a lock', async () => {
	const databaseUrl = await createPostgresDatabase();
	const handle = await openDatabase({ databaseUrl, dataDirectory: tmpdir() });
	const other = await openDatabase({ databaseUrl, dataDirectory: tmpdir() });
	let letGo = () => {};
	const held = new Promise<void>((resolve) => (letGo = resolve));
	const lock = (database: Database, meanwhile: () => Promise<void>) =>
		database.transaction(async (transaction) => {
			await transaction.execute(sql`select 1 from change_counter for update`);
			await meanwhile();
		});
	let holder = Promise.resolve();
	await new Promise<void>((taken) => {
		holder = lock(other.database, () => {
			taken();
			return held;
		});
	});
	let answered = 0;
	const writers = Array.from({ length: 30 }, () =>
		lock(handle.database, () => Promise.resolve()).then(
			() => (answered += 1),
			(error: unknown) => expect(outageOf(error)?.status).toBe(503),
		),
	);
	const rows = await handle.database.transaction(
		(transaction) =>
			queryRows<{ number: number }>(
				transaction,
				sql`select last_number::int as number from change_counter`,
			),
		{ isolationLevel: 'repeatable read', accessMode: 'read only' },
	);
	expect(rows).toHaveLength(1);
	expect(answered).toBe(0);
	letGo();
	await holder;
	await Promise.all(writers);
	expect(answered).toBe(30);
	await handle.close();
	await other.close();
});
