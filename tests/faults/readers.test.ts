import { tmpdir } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { openDatabase, queryRows, type Database } from '../../src/lib/server/db/client';
import { outageOf } from '../../src/lib/server/db/outage';
import { createPostgresDatabase } from '../database';
import { startProvinceServer, whileWritersWait } from './province-server';

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

it('shows pages and gives snapshots while writers wait for a lock that is held elsewhere', async () => {
	const server = await startProvinceServer(await createPostgresDatabase());
	// Of somebody who is signed in nothing is kept: all of it is read anew.
	const paths = ['/', '/bao-cao', '/api/v1/snapshot?stream=internal&period=2026-10', '/readyz'];
	const readAll = async () => {
		const answers = await Promise.all(paths.map((path) => server.read(path)));
		return answers.map(({ status }, index) => [paths[index], status]);
	};
	const allRead = paths.map((path) => [path, 200]);
	expect(await readAll()).toEqual(allRead);
	/** Transactions that wait for a lock, each from when it began. */
	const waiting = async () => {
		const rows = await queryRows<{ transaction: string }>(
			server.handle.database,
			sql`select pid || ' ' || xact_start as transaction from pg_stat_activity
				where datname = current_database() and wait_event_type = 'Lock'`,
		);
		return rows.map(({ transaction }) => transaction);
	};
	let writers: Promise<Response>[] = [];
	await whileWritersWait(server.handle, async () => {
		writers = Array.from({ length: 12 }, (_, index) => server.sendReport(index % 4, index));
		while ((await waiting()).length < 6) await sleep(10);
		const first = await waiting();
		expect(await readAll()).toEqual(allRead);
		// Nobody could read only because the writers had given up.
		const now = await waiting();
		expect(first.filter((transaction) => now.includes(transaction))).not.toEqual([]);
	});
	for (const { status } of await Promise.all(writers)) expect([201, 503]).toContain(status);
	await server.stop();
});
