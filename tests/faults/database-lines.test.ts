import { tmpdir } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
	openDatabase,
	queryRows,
	type Database,
	type DatabaseHandle,
} from '../../src/lib/server/db/client';
import { outageOf } from '../../src/lib/server/db/outage';
import { readiness } from '../../src/lib/server/readiness';
import { createPostgresDatabase } from '../database';
import { startPostgres } from '../database/postgres-server';
import { NetworkLine } from './network-line';

/** What nobody caught ends the test run, as it would end the server. */
const write = (database: Database) =>
	database.transaction(async (transaction) => {
		await transaction.execute(sql`select pg_sleep(0.005)`);
		// All at once, as verbs do: the line has several statements under way when it breaks.
		await Promise.all([
			transaction.execute(sql`insert into written (number) values (1)`),
			transaction.execute(sql`insert into written (number) values (2)`),
		]);
	});

async function openThrough(databaseUrl: string) {
	const address = new URL(databaseUrl);
	const server = `http://${address.host}`;
	const line = await NetworkLine.open(() => server);
	address.host = new URL(line.url).host;
	const handle = await openDatabase({ databaseUrl: address.href, dataDirectory: tmpdir() });
	return { line, handle };
}

/** Writers who never give up; each failure has to be one that says: try again. */
function startWriters({ database }: DatabaseHandle, count: number) {
	const tally = { written: 0, failed: 0 };
	let isOver = false;
	const writers = Array.from({ length: count }, async () => {
		while (!isOver)
			try {
				await write(database);
				tally.written += 1;
			} catch (error) {
				if (outageOf(error)?.status !== 503) throw error;
				tally.failed += 1;
				await sleep(5);
			}
	});
	const more = async (what: keyof typeof tally) => {
		const before = tally[what];
		while (tally[what] === before) await sleep(5);
	};
	return {
		tally,
		more,
		async stop() {
			isOver = true;
			await Promise.all(writers);
		},
	};
}

const written = async ({ database }: DatabaseHandle) => {
	const [row] = await queryRows<{ count: number }>(
		database,
		sql`select count(*)::int as count from written`,
	);
	return row?.count;
};

describe('lines to PostgreSQL that break under writes', () => {
	let handle: DatabaseHandle;
	let line: NetworkLine;
	let killer: DatabaseHandle;

	beforeAll(async () => {
		const databaseUrl = await createPostgresDatabase();
		({ handle, line } = await openThrough(databaseUrl));
		killer = await openDatabase({ databaseUrl, dataDirectory: tmpdir() });
		await handle.database.execute(sql`create table written (number int)`);
	});
	afterAll(async () => {
		await handle.close();
		line.close();
		await killer.close();
	});

	it.each(['ended by the server', 'cut'])('%s, fail and come back', async (how) => {
		const before = (await written(killer)) ?? 0;
		const writers = startWriters(handle, 8);
		for (let round = 0; round < 20; round++) {
			await writers.more('written');
			const failed = writers.more('failed');
			if (how === 'cut') line.cut();
			else
				await killer.database.execute(sql`select pg_terminate_backend(pid) from pg_stat_activity
					where datname = current_database() and pid <> pg_backend_pid() and xact_start is not null`);
			if (how === 'cut') await failed;
		}
		await writers.more('written');
		await writers.stop();
		expect(writers.tally.failed).toBeGreaterThan(0);
		// Whoever was told "written" has written; of a line that broke at its commit nobody knows.
		const after = (await written(killer)) ?? 0;
		expect(after - before).toBeGreaterThanOrEqual(2 * writers.tally.written);
		expect((after - before) % 2).toBe(0);
	});

	it('bring notifications again', async () => {
		const heard: string[] = [];
		let listening = 0;
		const unlisten = await handle.listen(
			'news',
			(payload) => heard.push(payload),
			() => (listening += 1),
		);
		line.cut();
		while (listening < 2) await sleep(20);
		await killer.database.execute(sql`select pg_notify('news', 'again')`);
		while (heard.length === 0) await sleep(20);
		expect(heard).toEqual(['again']);
		await unlisten();
	});
});

it('comes back from a PostgreSQL that is restarted at once under writes', async () => {
	const server = await startPostgres();
	await server.createDatabase('restarted');
	const handle = await openDatabase({
		databaseUrl: `${server.url}restarted`,
		dataDirectory: tmpdir(),
	});
	await handle.database.execute(sql`create table written (number int)`);
	const writers = startWriters(handle, 8);
	for (let round = 0; round < 3; round++) {
		await writers.more('written');
		const failed = writers.more('failed');
		await server.restartAtOnce();
		await failed;
	}
	await writers.more('written');
	await writers.stop();
	expect((await written(handle)) ?? 0).toBeGreaterThanOrEqual(2 * writers.tally.written);
	await handle.close();
	await server.stop();
});

describe('lines to PostgreSQL that fall silent', () => {
	let databaseUrl: string;
	let handle: DatabaseHandle;
	let line: NetworkLine;

	beforeAll(async () => {
		databaseUrl = await createPostgresDatabase();
		({ handle, line } = await openThrough(databaseUrl));
		await handle.database.execute(sql`create table written (number int)`);
	});
	afterAll(async () => {
		await handle.close();
		line.close();
	});

	it('are ended, and new ones take their place', async () => {
		let listening = 0;
		const unlisten = await handle.listen(
			'news',
			() => {},
			() => (listening += 1),
		);
		await Promise.all(Array.from({ length: 10 }, () => readiness(handle)));
		line.forget();
		const cutOff = await readiness(handle);
		expect(cutOff.ready).toBe(false);
		while (!(await readiness(handle)).ready);
		while (listening < 2) await sleep(20);
		await write(handle.database);
		await unlisten();
	});

	it('hold no lock for those who write over the new ones', async () => {
		let began = () => {};
		const isHeld = new Promise<void>((resolve) => (began = resolve));
		const held = handle.database.transaction(async (transaction) => {
			await transaction.execute(sql`lock table written in exclusive mode`);
			began();
			line.forget();
			await transaction.execute(sql`select 1`);
		});
		const failed = expect(held).rejects.toSatisfy((error) => outageOf(error)?.status === 503);
		await isHeld;
		await failed;
		await write(handle.database);
	});

	it('answer nobody while the network is down, and everybody when it is back', async () => {
		await readiness(handle);
		line.isSilent = true;
		line.forget();
		await expect(write(handle.database)).rejects.toSatisfy(
			(error) => outageOf(error)?.status === 503,
		);
		expect((await readiness(handle)).ready).toBe(false);
		line.isSilent = false;
		while (!(await readiness(handle)).ready);
		await write(handle.database);
	});

	const takeLong = (database: Database) =>
		queryRows<{ done: string }>(database, sql`select 'yes' as done from pg_sleep(7)`);

	it('are told from statements that take long, and from what waits behind one on its line', async () => {
		const [alone, behind] = await Promise.all([
			takeLong(handle.database),
			handle.database.transaction((transaction) =>
				Promise.all([takeLong(transaction), transaction.execute(sql`select 1`)]),
			),
		]);
		expect(alone).toEqual([{ done: 'yes' }]);
		expect(behind[0]).toEqual([{ done: 'yes' }]);
	});

	it('are told from those of a server that has no line left to ask over', async () => {
		await handle.database.execute(
			sql`create role limited login password 'limited' connection limit 1`,
		);
		const address = new URL(databaseUrl);
		Object.assign(address, { username: 'limited', password: 'limited' });
		const limited = await openDatabase({ databaseUrl: address.href, dataDirectory: tmpdir() });
		expect(await takeLong(limited.database)).toEqual([{ done: 'yes' }]);
		await limited.close();
	});
});
